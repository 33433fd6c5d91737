"""How a site is to be made."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsarchive.pipeline.glance import Memory


@dataclass(frozen=True, slots=True)
class Wish:
    """Whether the files that stand are compared by their bytes, whether the search index is left as it is for now, and
    where to keep what a glance at an edited text needs, if anywhere.
    """

    distrust: bool
    index_later: bool
    memory: "Memory | None"
