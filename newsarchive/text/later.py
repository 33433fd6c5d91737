"""Patterns that most archives never need, compiled when one first does."""

import re
from collections.abc import Callable
from functools import cache, partial


def later(pattern: str, flags: int = 0) -> Callable[[], re.Pattern[str]]:
    """What gives the pattern, compiled at the first call: a range of twenty thousand signs takes a millisecond."""
    return cache(partial(re.compile, pattern, flags))
