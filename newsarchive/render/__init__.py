"""render: the archive and its articles as pages."""

from newsarchive.render.site import render
from newsarchive.render.templates import default_template, template_names

__all__ = ["default_template", "render", "template_names"]
