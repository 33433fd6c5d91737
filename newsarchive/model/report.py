"""What a build tells the person who ran it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from newsarchive.model.problem import Problem
from newsarchive.model.site import Published

LISTED = 20
"""Problems of one reason that are listed; more are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A build in numbers. `copies` counts exact copies beyond the first; `new`, `edited`, `moved` and `gone` count
    texts since the last build; `resumed` says that a build which was killed was finished first. Of a site that was left
    alone `problems` are the first of each reason, and `more` says how many more there are of which.
    """

    articles: int
    pages: Published
    copies: int
    new: int
    edited: int
    moved: int
    gone: int = 0
    problems: tuple[Problem, ...] = ()
    more: Mapping[str, int] = field(default_factory=dict)
    resumed: bool = False

    def brief(self) -> "Report":
        """The same without the problems that are only counted."""
        seen: Counter[str] = Counter()
        listed = []
        for problem in self.problems:
            seen[problem.reason] += 1
            if seen[problem.reason] <= LISTED:
                listed.append(problem)
        more = Counter(self.more) + Counter({reason: max(0, count - LISTED) for reason, count in seen.items()})
        return replace(self, problems=tuple(listed), more=dict(more))
