"""render: the archive and its articles as pages."""

from newsarchive.render.data import record_files
from newsarchive.render.desk import Desk
from newsarchive.render.excerpt import Excerpt, excerpt, named_by
from newsarchive.render.faces import face, near
from newsarchive.render.sheet import Plan, Sheet
from newsarchive.render.templates import default_template, template_files, template_names

__all__ = [
    "Desk",
    "Excerpt",
    "Plan",
    "Sheet",
    "default_template",
    "excerpt",
    "face",
    "named_by",
    "near",
    "record_files",
    "template_files",
    "template_names",
]
