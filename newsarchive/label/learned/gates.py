"""Which lines cannot have the shape of a name, a date or a credit: told for a whole batch, none of them asked."""

from functools import cache

import numpy as np
import numpy.typing as npt

from newsarchive.label.learned import characters as ch
from newsarchive.label.learned.batch import Batch, Hashes, Ints, hash_words
from newsarchive.text.credits import LONGEST, credit_marks
from newsarchive.text.dates import shape as dates
from newsarchive.text.names import glance as names

_SIGNS = (ch.BAR, ch.COPY, ch.SYMBOL, ch.CASELESS)
_DIGITS = (ch.DIGIT, ch.UNSPACED)
"""What digits are taken for: scripts without spaces have their own."""
_ENDS = 2
"""Characters at the end of a line among which a bracket closes: ")" and ")."."""


def may_name(batch: Batch) -> npt.NDArray[np.bool_]:
    """False for lines of which `name_shape` is 0 for certain."""
    may: npt.NDArray[np.bool_] = batch.stop - batch.start <= names.LONGEST
    return may


def may_date(batch: Batch) -> npt.NDArray[np.bool_]:
    """False for lines of which `date_shape` is 0 for certain."""
    size, numbered = batch.stop - batch.start, batch.counts[:, _DIGITS].any(1)
    may: npt.NDArray[np.bool_] = size <= np.where(numbered, dates.LONGEST, dates.LONGEST_WITHOUT)
    return may


def may_credit(batch: Batch, glued: Ints) -> npt.NDArray[np.bool_]:
    """False for lines of which `credit_shape` is 0 for certain. `glued`: how many small letters of each stand right
    before a capital.
    """
    marked, last = batch.count(batch.sets.among(_marks())), batch.stop - 1
    signs = batch.counts[:, _SIGNS].any(1)
    closed = [batch.kinds[np.maximum(last - back, batch.start)] == ch.CLOSE for back in range(_ENDS)]
    may: npt.NDArray[np.bool_] = (marked > 0) | (glued > 0) | signs | np.any(closed, 0)
    return may & (batch.stop - batch.start <= LONGEST)


@cache
def _marks() -> Hashes:
    return hash_words(sorted(credit_marks()))
