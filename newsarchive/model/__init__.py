"""The values that walk down the line: frozen, complete when made, and knowing nothing of files or pages.

read ─▶ Source ─ survey ─▶ Habits ─ label ─▶ Span ─ extract ─▶ Article ─ link ─▶ Archive ─ render ─▶ Page ─▶ publish
"""

from newsarchive.model.archive import (
    Address,
    Archive,
    Card,
    Day,
    Doubt,
    Entry,
    Group,
    LeftOut,
    Month,
    Year,
)
from newsarchive.model.article import Article, Block, Caption, Evidence, Note, Removed
from newsarchive.model.choices import Authors, Choices, Edition, Outlet, Phrases, Site
from newsarchive.model.finding import Checked, Finding, Unchecked
from newsarchive.model.problem import Problem
from newsarchive.model.report import Report
from newsarchive.model.site import Page, Published, Seam
from newsarchive.model.source import Beside, Given, LineRule, Repair, Source
from newsarchive.model.span import BODY_LABELS, LABELS, NOTE_LABELS, Certainty, Habits, Span

__all__ = [
    "BODY_LABELS",
    "LABELS",
    "NOTE_LABELS",
    "Address",
    "Archive",
    "Article",
    "Authors",
    "Beside",
    "Block",
    "Caption",
    "Card",
    "Certainty",
    "Checked",
    "Choices",
    "Day",
    "Doubt",
    "Edition",
    "Entry",
    "Evidence",
    "Finding",
    "Given",
    "Group",
    "Habits",
    "LeftOut",
    "LineRule",
    "Month",
    "Note",
    "Outlet",
    "Page",
    "Phrases",
    "Problem",
    "Published",
    "Removed",
    "Repair",
    "Report",
    "Seam",
    "Site",
    "Source",
    "Span",
    "Unchecked",
    "Year",
]
