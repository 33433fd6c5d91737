"""Which folders a site may be written into."""

from collections.abc import Iterable
from pathlib import Path
from stat import S_ISDIR

from newsarchive.errors import PublishError
from newsarchive.publish.disk import is_link, is_same_file, status, told
from newsarchive.publish.state import State


def usable_output(output: Path, articles: Path | None) -> Path:
    """The output folder with its links resolved; it need not be there yet.

    Raises PublishError where it is a file, the root of a disk, the home folder, the folder of the articles, one that
    contains them or one that lies inside them. The file system is asked whether two paths are one folder: it knows of
    case and links.
    """
    with told("Nothing was changed."):
        resolved = _resolved(output)
        why = _unfit_place(resolved) or (articles and _too_near(resolved, articles)) or _unfit_state(State(resolved))
    if why:
        raise PublishError(f"{output}: {why}")
    return resolved


def _resolved(folder: Path) -> Path:
    try:
        return folder.resolve()
    except RuntimeError as error:  # Python 3.11 and 3.12 say so of links in a circle
        raise PublishError(f"{folder}: a link here leads back to itself. Remove it.") from error


def _unfit_place(output: Path) -> str | None:
    standing = next((place for place in (output, *output.parents) if place.exists()), output.anchor)
    if not Path(standing).is_dir():
        return f"{standing} is not a folder. Name another output folder, or move the file away."
    if output == output.parent:
        return "the site cannot be written into the root of a disk. Name a folder of its own."
    if _is_same(output, _home()):
        return "the site cannot be written into the home folder. Name a folder of its own inside it."
    return None


def _too_near(output: Path, articles: Path) -> str | None:
    """Why the output folder would touch the articles, which are never written to."""
    texts = _resolved(articles)
    if _is_same(output, texts):
        return "this is the folder of the articles, which is never written to. Name another output folder."
    if _is_among(output, (*texts.parents, *articles.absolute().parents)):
        return f"this folder contains the articles ({articles}). Name an output folder beside them."
    if _is_among(texts, output.parents):
        return f"this folder lies inside the articles ({articles}). Name an output folder beside them."
    return None


def _unfit_state(state: State) -> str | None:
    for folder in (state.folder, state.staging):
        found = status(folder)
        if found is not None and (is_link(found) or not S_ISDIR(found.st_mode)):
            return (
                f"{folder} must be a folder, not a file or a link: what publishing needs is kept there. Move it away."
            )
    return None


def _home() -> Path | None:
    try:
        return Path.home().resolve()
    except RuntimeError:  # there is none
        return None


def _is_among(folder: Path, others: Iterable[Path]) -> bool:
    return any(_is_same(folder, other) for other in others)


def _is_same(folder: Path, other: Path | None) -> bool:
    return other is not None and (folder == other or is_same_file(folder, other))
