"""Datelines: the place, and the agency, that a report begins with."""

from newsarchive.text.dateline.parse import Dateline, parse_dateline

__all__ = ["Dateline", "parse_dateline"]
