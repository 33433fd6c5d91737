"""Dates in running text: finding them, and telling the lines that are nothing but a date."""

from newsarchive.text.dates.find import find_dates
from newsarchive.text.dates.line import date_columns, is_date_line
from newsarchive.text.dates.mention import DateMention
from newsarchive.text.dates.names import named_weekdays

__all__ = ["DateMention", "date_columns", "find_dates", "is_date_line", "named_weekdays"]
