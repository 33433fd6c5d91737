"""What extract gives: one article, read."""

from typing import NamedTuple

from newsarchive.model.problem import Problem
from newsarchive.model.source import Beside, Repair
from newsarchive.model.span import Certainty, Span


class Block(NamedTuple):
    """A piece of the body, in order. `kind` is one of BODY_LABELS; `line` is where it stands in the source.

    `html` is set for hand-written Markdown alone: the block as sanitised HTML, `text` its plain text.
    """

    kind: str
    text: str
    line: int
    language: str | None = None
    doubtful: bool = False
    html: str | None = None


class Caption(NamedTuple):
    """Words under a picture, without their credit; `lines` are all the lines that print it."""

    text: str
    credit: str | None
    lines: tuple[int, ...]


class Note(NamedTuple):
    """Newsroom words beside the report: a bio, disclaimer, correction or tagline (`kind`)."""

    kind: str
    text: str
    lines: tuple[int, ...]


class Removed(NamedTuple):
    """A piece of the site's own words that is left out of the article, and the rule that said so."""

    line: int
    text: str
    rule: str


class Evidence(NamedTuple):
    """Why a field says what it says: the lines that speak, the rule that heard them, and how sure it is.

    `lead` says by how many points it leads whatever else it might be, where points were counted.
    """

    field: str
    lines: tuple[int, ...]
    rule: str
    certainty: Certainty
    why: str
    lead: int | None = None


class Article(NamedTuple):
    """One article as it was read. The fields are the record of docs/record.md; dates are EDTF text.

    `spans` is the ledger: every non-blank character of the source lies in exactly one of them. `beside` is the sidecar
    of the text, where it has one.
    """

    source: str
    sha256: str
    encoding: str
    language: str | None = None
    headline: str | None = None
    deck: str | None = None
    kicker: str | None = None
    section: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    outlet: str | None = None
    agency: str | None = None
    dateline: str | None = None
    original_url: str | None = None
    retrieved: str | None = None
    rights: str | None = None
    body: tuple[Block, ...] = ()
    captions: tuple[Caption, ...] = ()
    notes: tuple[Note, ...] = ()
    removed: tuple[Removed, ...] = ()
    repairs: tuple[Repair, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    problems: tuple[Problem, ...] = ()
    spans: tuple[Span, ...] = ()
    draft: bool = False
    beside: Beside | None = None

    def evidence_for(self, field: str) -> Evidence | None:
        """The evidence of one field, or None where the field was not found and nobody says that there is none."""
        for evidence in self.evidence:  # a generator takes three times as long, and this is asked often
            if evidence.field == field:
                return evidence
        return None
