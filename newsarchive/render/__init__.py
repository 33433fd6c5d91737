"""render: the archive and its articles as pages."""

from newsarchive.render.data import has_records, record_files, table_row
from newsarchive.render.desk import Desk
from newsarchive.render.edition import shown
from newsarchive.render.excerpt import Excerpt, excerpt, names_any
from newsarchive.render.filed import filed
from newsarchive.render.looks import Look, template_looks
from newsarchive.render.sheet import ARTICLE, Lot, Plan, Sheet
from newsarchive.render.templates import default_template, template_files, template_names

__all__ = [
    "ARTICLE",
    "Desk",
    "Excerpt",
    "Look",
    "Lot",
    "Plan",
    "Sheet",
    "default_template",
    "excerpt",
    "filed",
    "has_records",
    "names_any",
    "record_files",
    "shown",
    "table_row",
    "template_files",
    "template_looks",
    "template_names",
]
