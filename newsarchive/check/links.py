"""What the tags and stylesheets of a site point at, and where that leads."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

from newsarchive.check.markup import Page
from newsarchive.check.site import Site
from newsarchive.model import Finding

MISSING_PAGE = "404.html"
_FRONT_PAGE = "index.html"

_HYPERLINKS = {"a", "area"}
_LOADED = ("src", "poster", "data", "action", "formaction", "background", "xlink:href")
_POINTING = {*_LOADED, "href", "srcset", "ping", "http-equiv"}
# A <link> that says no more than this is for machines that follow it; any other is loaded with the page.
_NAMING = {"alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search"}
_FOLLOWED = {"http", "https", "mailto", "tel"}
_REFRESH = re.compile(r"url=\s*(.+)", re.IGNORECASE)
_STYLE_LINK = re.compile(r"""url\(\s*['"]?([^'")]+)|@import\s+['"]([^'"]+)""")
_PLAIN = re.compile(r"(?!//)([A-Za-z0-9_.~/-]*+)(?:#([A-Za-z0-9_.-]++))?").fullmatch  # what needs no more taking apart

_MEND = "Mend it in the template or the text that it comes from, and build again"
_WHOLE = "Name the whole address, or set url in config.yaml, and build again"
_OWN = "Put the file into templates/assets, name it from there, and build again"


class Reference(NamedTuple):
    """What one place of a file points at; `is_loaded`: a browser fetches it without being asked."""

    line: int
    value: str
    is_loaded: bool


class Way(NamedTuple):
    """Where a reference leads: the path of a file of the site (None: out of it, or wrong), and the id there ("")."""

    target: str | None
    fragment: str
    finding: Finding | None = None


def page_references(page: Page) -> Iterator[Reference]:
    """Everything that a page points at."""
    for tag in page.telling:
        if not _POINTING.isdisjoint(tag.values):
            for value, is_loaded in _pointed_at(tag.name, tag.values):
                yield Reference(page.line(tag), value.strip(), is_loaded)


def style_references(text: str) -> Iterator[Reference]:
    """Everything that a stylesheet loads."""
    for number, line in enumerate(text.splitlines(), start=1):
        for url, sheet in _STYLE_LINK.findall(line):
            yield Reference(number, (url or sheet).strip(), is_loaded=True)


def follow(path: str, reference: Reference, site: Site) -> Way:
    """Where a reference of the file with this path leads, and what is wrong with it."""
    value, start = reference.value, path
    own = site.own_path(value)
    if own is not None and (path == MISSING_PAGE or not reference.is_loaded):
        value, start = own if own and own[0] != "#" else f"{_FRONT_PAGE}{own}", _FRONT_PAGE
    elif path == MISSING_PAGE and not value.startswith(("#", "data:", "http:", "https:", "mailto:")):
        return _wrong(
            "dead_link", path, reference, "leads elsewhere at every depth at which this page is shown", _WHOLE
        )
    parts = _parted(value)
    if parts is None:
        return _wrong("dead_link", path, reference, "is no address")
    if parts.scheme or parts.netloc:
        return _outside(parts.scheme, path, reference)
    return _inside(path, reference, site, (parts, start))


def _parted(value: str) -> SplitResult | None:
    if plain := _PLAIN(value):
        return SplitResult("", "", plain[1], "", plain[2] or "")
    try:
        return urlsplit(value)
    except ValueError:
        return None


def _inside(path: str, reference: Reference, site: Site, way: tuple[SplitResult, str]) -> Way:
    """`way` is where the reference leads, and the file from which."""
    parts, start = way
    if not (parts.path or parts.query or parts.fragment):
        return _wrong("dead_link", path, reference, "leads nowhere")
    target = resolved(start.rpartition("/")[0], parts.path) if parts.path else start
    if fault := _path_fault(parts.path):
        check, words = fault
        return _wrong(check, path, reference, words)
    if target not in site.numbers:
        return _wrong("dead_link", path, reference, "names no file")
    fragment = unquote(parts.fragment).partition(":~:")[0]  # what follows are words to be marked
    return Way(target, "" if fragment.casefold() == "top" else fragment)  # which every page has


def _path_fault(way: str) -> tuple[str, str] | None:
    """What is wrong with a way within the site, and the check that says so."""
    if way.startswith("/") or "\\" in way:
        return "absolute_link", "is no relative path, and leads nowhere from disk"
    if way and (way.endswith("/") or posixpath.basename(way) in {".", ".."}):
        return "folder_link", "names a folder, not a file, and shows a list of files from disk"
    return None


@lru_cache(65536)
def resolved(folder: str, way: str) -> str:
    """("years/2023", "../undated.html") -> "years/undated.html"."""
    return posixpath.normpath(posixpath.join(folder, unquote(way)))


def _outside(scheme: str, path: str, reference: Reference) -> Way:
    if reference.is_loaded:
        if reference.value.startswith("data:image/"):
            return Way(None, "")
        return _wrong("outside_request", path, reference, "is loaded from outside the site", _OWN)
    if scheme in _FOLLOWED:
        return Way(None, "")
    return _wrong("dead_link", path, reference, "is neither within the site nor on the web")


def _wrong(check: str, path: str, reference: Reference, fault: str, remedy: str = _MEND) -> Way:
    return Way(None, "", Finding(check, path, reference.line, f"{_short(reference.value)} {fault}", remedy))


def _short(value: str) -> str:
    return repr(value if len(value) <= 200 else f"{value[:199]}…")


def _pointed_at(tag: str, values: Mapping[str, str]) -> Iterable[tuple[str, bool]]:
    """What an element points at, and whether a browser loads it."""
    if tag in _HYPERLINKS and len(values) == 1 and "href" in values:  # as most are
        return ((values["href"], False),)
    return _all_pointed_at(tag, values)


def _all_pointed_at(tag: str, values: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    for name in _LOADED:
        if name in values:
            yield values[name], True
    for candidate in values.get("srcset", "").split(","):
        if candidate.strip():
            yield candidate.split()[0], True
    if tag == "meta" and values.get("http-equiv", "").casefold() == "refresh":
        yield from ((url, True) for url in _REFRESH.findall(values.get("content", "")))
    if "ping" in values:
        yield values["ping"], True
    if "href" in values:
        is_naming = tag == "link" and set(values.get("rel", "").casefold().split()) <= _NAMING
        yield values["href"], tag not in _HYPERLINKS and not is_naming
