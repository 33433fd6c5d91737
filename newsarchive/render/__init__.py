"""render: the archive and its articles as pages."""

from newsarchive.render.site import render

__all__ = ["render"]
