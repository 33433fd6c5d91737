"""Picture credits: who made or owns a picture, as captions say it."""

from newsarchive.text.credits.find import find_credit
from newsarchive.text.credits.shape import LONGEST, credit_marks, credit_shape

__all__ = ["LONGEST", "credit_marks", "credit_shape", "find_credit"]
