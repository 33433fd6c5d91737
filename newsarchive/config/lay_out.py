"""The folder of a fresh archive."""

from importlib.resources import files
from pathlib import Path

from newsarchive.errors import InputError


def lay_out(folder: Path) -> tuple[Path, ...]:
    """Lays out an archive: articles/ for the texts, config.yaml with every key explained, pages/about.md to fill in.

    Gives the paths that it made. InputError, and nothing is written, where one of the files is there already.
    """
    from newsarchive.config.explain import explained  # noqa: PLC0415 - slow to load: only a fresh archive needs it

    written = {
        folder / "config.yaml": explained({}),
        folder / "pages" / "about.md": (files(__package__) / "about.md").read_text("utf-8"),
    }
    articles = folder / "articles"
    there = [path for path in written if path.exists()] + [articles] * (articles.exists() and not articles.is_dir())
    if there:
        raise InputError(*(f"{path}: is there already; nothing was laid out" for path in there))
    try:
        articles.mkdir(parents=True, exist_ok=True)
        for path, text in written.items():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise InputError(f"{error.filename or folder}: cannot be written ({error.strerror})") from None
    return (articles, *written)
