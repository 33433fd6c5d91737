"""Which texts ask for facts that changed."""

from collections.abc import Collection, Sequence

import numpy as np

from newsarchive.survey.numbers import distinct

_SLOTS = 1 << 16


def holders(changed: Collection[int], asked: Sequence[bytes]) -> list[int]:
    """The texts, by their places, that ask for one of these facts: `asked` is what text.facts keeps of each."""
    if not changed:
        return []
    facts = np.array(sorted(changed), np.uint32)
    may_be = np.zeros(_SLOTS, np.bool_)  # tells most that did not change, at little cost
    may_be[facts % _SLOTS] = True
    hashes = np.frombuffer(b"".join(asked), "<u4")
    at = np.flatnonzero(may_be[hashes % _SLOTS])
    at = at[np.isin(hashes[at], facts)]
    ends = np.cumsum([len(one) for one in asked]) // 4
    found: list[int] = distinct(np.searchsorted(ends, at, "right")).tolist()
    return found
