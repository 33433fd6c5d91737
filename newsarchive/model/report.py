"""What a build tells the person who ran it."""

from dataclasses import dataclass

from newsarchive.model.problem import Problem
from newsarchive.model.site import Published


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A build in numbers. `copies` counts exact copies beyond the first; `new`, `edited`, `moved` and `gone` count
    texts since the last build; `resumed` says that a build which was killed was finished first.
    """

    articles: int
    pages: Published
    copies: int
    new: int
    edited: int
    moved: int
    gone: int = 0
    problems: tuple[Problem, ...] = ()
    resumed: bool = False
