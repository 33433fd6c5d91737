"""publish: pages → the output folder, as a journalled move.

Pages are staged beside the site that stands. Only when all have come is a journal written, and then they are moved: at
every moment each file is whole, old or new, and no link is dead. Whatever ends the build in between, the next command
finishes it.

    output/.newsarchive/manifest.csv   our files: path, size, sha256 (a path that ends in "/" is a folder we made)
    output/.newsarchive/journal.json   the moves under way; not there in between
    output/.newsarchive/staging/       pages on their way; not there in between
    output/.newsarchive/lock           held by the build that writes
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path

from newsarchive.model import Page, Published
from newsarchive.publish.disk import told
from newsarchive.publish.output import AS_IT_WAS, Output, hold
from newsarchive.publish.standing import Standing
from newsarchive.publish.state import State

__all__ = ["Output", "Standing", "hold", "publish", "recover"]


def publish(
    pages: Iterable[Page],
    output: Path,
    *,
    articles: Path | None,
    kept: AbstractSet[str] = frozenset(),
    distrust: bool = False,
) -> Published:
    """Hold the output folder and make it hold these pages. Raises PublishError as `hold` and `Output.publish` do."""
    with hold(output, articles) as held:
        return held.publish(pages, kept=kept, distrust=distrust)


def recover(output: Path) -> bool:
    """Finish what a killed build began to move; whether there was anything to finish.

    What a build only staged is cleared away. Nothing is made or changed in a folder that holds no such thing.

    Raises PublishError as `hold` does.
    """
    state = State(output)
    with told(AS_IT_WAS):
        if not (state.journal.exists() or state.staging.exists()):
            return False
    with hold(output, None) as held:
        return held.resumed
