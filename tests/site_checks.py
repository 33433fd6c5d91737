"""What a site on disk must be: every link leads somewhere, nothing is asked of the network, paths fit every disk.

Pages are read one at a time; what is kept of them is what is wrong, and which ids other pages point at.
"""

import os
import posixpath
import re
import unicodedata
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

LONGEST_PATH = 100

_HYPERLINKS = {"a", "area"}
_LOADED = ("src", "poster", "data", "action", "formaction", "background", "xlink:href")
# A <link> that says no more than this is for machines that follow it; any other is loaded with the page.
_NAMING = {"alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search"}
_REFRESH = re.compile(r"url=\s*(.+)", re.IGNORECASE)
_STYLE_LINK = re.compile(r"""url\(\s*['"]?([^'")]+)|@import\s+['"]([^'"]+)""")


class Reference(NamedTuple):
    """What one place of a file points at; `is_loaded`: a browser fetches it without being asked."""

    line: int
    value: str
    is_loaded: bool


class Contents(NamedTuple):
    """The ids and references of a file."""

    ids: set[str]
    references: list[Reference]


def dead_links(folder: Path) -> list[str]:
    """What is wrong with the links of the pages and stylesheets below a folder: "years/2023.html:7: 'x' names no file".

    A link within the site is relative and names a file, never a folder; its fragment is an id of that page. Links to
    the web are there for people to follow: nothing is loaded from it.
    """
    files = set(_files(folder))
    faults = []
    wanted: defaultdict[str, list[tuple[str, Reference, str]]] = defaultdict(list)
    for path in sorted(files):
        contents = _read(folder, path)
        for reference in contents.references:
            target, fragment, fault = _follow(path, reference, files)
            if not fault and target == path and fragment and fragment not in contents.ids:
                fault = f"names no id of {path}"
            if fault:
                faults.append(_say(path, reference, fault))
            elif fragment and target and target != path:
                wanted[target].append((path, reference, fragment))
    for target, pointers in sorted(wanted.items()):
        ids = _read(folder, target).ids
        faults += [_say(path, ref, f"names no id of {target}") for path, ref, name in pointers if name not in ids]
    return faults


def reachable(folder: Path, start: str = "index.html") -> set[str]:
    """Every file below a folder that one comes to by following links from its first page, that page among them."""
    files = set(_files(folder))
    found = {start} & files
    waiting = deque(found)
    while waiting:
        path = waiting.popleft()
        targets = {_follow(path, reference, files)[0] for reference in _read(folder, path).references}
        new = {target for target in targets if target} - found
        found |= new
        waiting.extend(new)
    return found


def long_or_clashing_paths(folder: Path) -> list[str]:
    """What is wrong with the paths below a folder: too long, or the same as another on a disk that tells apart neither
    capital and small letters nor the ways to write an accent.
    """
    return faulty_paths(_files(folder))


def faulty_paths(paths: Iterable[str]) -> list[str]:
    """The same of paths: ["a/B.html", "A/c.html"] -> ["a: some disks take it for A"]."""
    faults = []
    spelt: dict[str, str] = {}
    for path in sorted(paths):
        if len(path) > LONGEST_PATH:
            faults.append(f"{path}: {len(path)} characters, over {LONGEST_PATH}")
        steps = [path[: slash.start()] for slash in re.finditer("/", path)]
        for step in (*steps, path):
            other = spelt.setdefault(unicodedata.normalize("NFC", step).casefold(), step)
            if other != step:
                faults.append(f"{step}: some disks take it for {other}")
    return list(dict.fromkeys(faults))


def _files(folder: Path) -> Iterator[str]:
    for place, _, names in os.walk(folder):
        yield from (Path(place, name).relative_to(folder).as_posix() for name in names)


def _read(folder: Path, path: str) -> Contents:
    if path.endswith((".html", ".htm")):
        page = _Page()
        page.feed((folder / path).read_text("utf-8"))
        page.close()
        return Contents(page.ids, page.references)
    if path.endswith(".css"):
        lines = enumerate((folder / path).read_text("utf-8").splitlines(), start=1)
        found = ((number, link) for number, line in lines for link in _STYLE_LINK.findall(line))
        return Contents(set(), [Reference(number, (url or style).strip(), True) for number, (url, style) in found])
    return Contents(set(), [])


class _Page(HTMLParser):
    """A page as far as it points at anything or can be pointed at."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.references: list[Reference] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not attrs:
            return
        values = {name: (value or "").strip() for name, value in attrs}
        if "id" in values:
            self.ids.add(values["id"])
        if tag == "a" and "name" in values:
            self.ids.add(values["name"])
        line = self.getpos()[0]
        self.references += [Reference(line, value, is_loaded) for value, is_loaded in _pointed_at(tag, values)]


def _pointed_at(tag: str, values: dict[str, str]) -> Iterator[tuple[str, bool]]:
    """What an element points at, and whether a browser loads it."""
    for name in _LOADED:
        if name in values:
            yield values[name], True
    for candidate in values.get("srcset", "").split(","):
        if candidate.strip():
            yield candidate.split()[0], True
    if tag == "meta" and values.get("http-equiv", "").casefold() == "refresh":
        yield from ((url, True) for url in _REFRESH.findall(values.get("content", "")))
    if "href" in values:
        is_naming = tag == "link" and set(values.get("rel", "").casefold().split()) <= _NAMING
        yield values["href"], tag not in _HYPERLINKS and not is_naming


def _follow(path: str, reference: Reference, files: set[str]) -> tuple[str | None, str, str]:
    """The file that a reference leads to, the fragment, and what is wrong ("": nothing)."""
    try:
        parts = urlsplit(reference.value)
    except ValueError:
        return None, "", "is no address"
    if parts.scheme or parts.netloc:
        return None, "", _outside(parts.scheme, reference)
    if not (parts.path or parts.query or parts.fragment):
        return None, "", "leads nowhere"
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))) if parts.path else path
    if fault := _path_fault(parts.path, target, files):
        return None, "", fault
    return target, unquote(parts.fragment), ""


def _path_fault(path: str, target: str, files: set[str]) -> str:
    if path.startswith("/") or "\\" in path:
        return "is no relative path"
    if path and posixpath.basename(path) in {"", ".", ".."}:
        return "names a folder, not a file"
    return "" if target in files else "names no file"


def _outside(scheme: str, reference: Reference) -> str:
    if reference.is_loaded:
        return "" if reference.value.startswith("data:image/") else "loads from outside the site"
    return "" if scheme in {"http", "https", "mailto"} else "is neither within the site nor on the web"


def _say(path: str, reference: Reference, fault: str) -> str:
    return f"{path}:{reference.line}: {reference.value!r} {fault}"
