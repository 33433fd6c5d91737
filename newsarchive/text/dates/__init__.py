"""Dates in running text: finding them, and telling the lines that are nothing but a date."""

from newsarchive.text.dates.around import role_of_label
from newsarchive.text.dates.find import find_dates, may_state_day
from newsarchive.text.dates.line import date_columns, is_date_line
from newsarchive.text.dates.mention import DateMention
from newsarchive.text.dates.names import named_weekdays, names_two_months
from newsarchive.text.dates.relative import days_ago
from newsarchive.text.dates.shape import SHAPES, date_shape

__all__ = [
    "SHAPES",
    "DateMention",
    "date_columns",
    "date_shape",
    "days_ago",
    "find_dates",
    "is_date_line",
    "may_state_day",
    "named_weekdays",
    "names_two_months",
    "role_of_label",
]
