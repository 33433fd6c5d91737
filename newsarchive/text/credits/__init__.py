"""Picture credits: who made or owns a picture, as captions say it."""

from newsarchive.text.credits.find import find_credit

__all__ = ["find_credit"]
