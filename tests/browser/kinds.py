"""Which pages of a site stand for all of them: a few of every kind, found by the pattern of their addresses."""

import re
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

_NAMED = {"index", "none", "unknown", "undated"}


def chosen(site: Path, each: int = 2) -> list[str]:
    """The paths of a few pages of each kind below a folder, from the shortest to the longest of the kind."""
    return [path for paths in kinds(site).values() for path in _spread(paths, each)]


def kinds(site: Path) -> dict[str, list[str]]:
    """The pages below a folder by kind, the shortest page of a kind first; those with a text from right to left apart."""
    found: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for file in site.rglob("*.html"):
        path = file.relative_to(site).as_posix()
        page = file.read_bytes()
        direction = " from right to left" if b'dir="rtl"' in page else ""
        found[kind(path) + direction].append((len(page), path))
    return {name: [path for _, path in sorted(pages)] for name, pages in sorted(found.items())}


def with_views(site: Path) -> list[str]:
    """The articles of a site that show all three views of themselves, the shortest page first."""
    articles = sorted((site / "articles").glob("*.html"), key=lambda file: (file.stat().st_size, file.name))
    pages = {f"articles/{file.name}": file.read_text(encoding="utf-8") for file in articles}
    return [path for path, page in pages.items() if 'href="#original"' in page and 'href="#removed"' in page]


def kind(path: str) -> str:
    """The pattern of an address: "years/2023/03-29.html" -> "years/0/0-0", "outlets/the-lamp.html" -> "outlets/*"."""
    first, *steps = path.removesuffix(".html").split("/")
    return "/".join((first, *map(_step, steps)))


def _step(name: str) -> str:
    if name in _NAMED:
        return name
    return re.sub("[0-9]+", "0", name) if re.fullmatch("[0-9-]+", name) else "*"


def _spread(paths: Sequence[str], count: int) -> list[str]:
    """Some of a list, its last and its first among them: (5 paths, 3) -> the first, the middle and the last."""
    if len(paths) <= count:
        return list(paths)
    last = len(paths) - 1
    return [paths[last - place * last // max(count - 1, 1)] for place in range(count)][::-1]
