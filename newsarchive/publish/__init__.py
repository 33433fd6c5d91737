"""publish: pages → the output folder, as a journalled move.

Pages are staged beside the site that stands. Only when all have come is a journal written, and then they are moved: at
every moment each file is whole, old or new, and no link is dead. Whatever ends the build in between, the next command
finishes it.

    output/.newsarchive/manifest.csv   our files: path, size, sha256 (a path that ends in "/" is a folder we made)
    output/.newsarchive/journal.json   the moves under way; not there in between
    output/.newsarchive/staging/       pages on their way; not there in between
    output/.newsarchive/lock           held by the build that writes
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

from newsarchive.errors import PublishError
from newsarchive.model import Page, Published
from newsarchive.publish.disk import AS_IT_WAS, read_file, told
from newsarchive.publish.manifest import holding, read_manifest
from newsarchive.publish.output import Output, hold
from newsarchive.publish.standing import Share, Standing, look_at, shares, standing_of
from newsarchive.publish.state import State

__all__ = [
    "Output",
    "Share",
    "Standing",
    "hold",
    "holding",
    "look_at",
    "made_files",
    "publish",
    "read_file",
    "recover",
    "shares",
    "standing_of",
]


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


def made_files(output: Path) -> Mapping[str, str] | None:
    """What the manifest of an output folder says: each file of ours, and each folder ("a/"), with what it holds:
    "512,9f86d0…". None where there is no manifest. Nothing is written.

    Raises PublishError where the manifest cannot be read, or a build that was killed is to be finished first.
    """
    state = State(output)
    with told("Nothing was changed."):
        if state.journal.exists():
            raise PublishError(f"{output}: a build was interrupted here, or is at work. Build again to finish it.")
        manifest = read_manifest(state.manifest)
    return manifest.rows if manifest.token else None
