"""What the tags and stylesheets of a site point at, and where that leads."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from newsarchive.check.markup import Page
from newsarchive.check.site import Site
from newsarchive.model import Finding

MISSING_PAGE = "404.html"

_HYPERLINKS = {"a", "area"}
_LOADED = ("src", "poster", "data", "action", "formaction", "background", "xlink:href")
# A <link> that says no more than this is for machines that follow it; any other is loaded with the page.
_NAMING = {"alternate", "author", "canonical", "help", "license", "me", "next", "prev", "search"}
_FOLLOWED = {"http", "https", "mailto", "tel"}
_REFRESH = re.compile(r"url=\s*(.+)", re.IGNORECASE)
_STYLE_LINK = re.compile(r"""url\(\s*['"]?([^'")]+)|@import\s+['"]([^'"]+)""")
_PLAIN = re.compile(r"([A-Za-z0-9_.~/-]*+)(?:#([A-Za-z0-9_.-]++))?").fullmatch  # what needs no more taking apart

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
    for tag in page.tags:
        if tag.values and not tag.is_end:
            for value, is_loaded in _pointed_at(tag.name, tag.values):
                yield Reference(tag.line, value.strip(), is_loaded)


def style_references(text: str) -> Iterator[Reference]:
    """Everything that a stylesheet loads."""
    for number, line in enumerate(text.splitlines(), start=1):
        for url, sheet in _STYLE_LINK.findall(line):
            yield Reference(number, (url or sheet).strip(), is_loaded=True)


def follow(path: str, reference: Reference, site: Site) -> Way:
    """Where a reference of the file with this path leads, and what is wrong with it."""
    own = site.own_path(reference.value)
    if own is not None and (path == MISSING_PAGE or not reference.is_loaded):
        place, _, fragment = own.partition("#")
        return _inside(path, reference, site, (place or "index.html", "index.html"), unquote(fragment))
    if path == MISSING_PAGE and not reference.value.startswith(("#", "data:", "http:", "https:", "mailto:")):
        return _wrong("dead_link", path, reference, "leads elsewhere at every depth at which this page is shown", _WHOLE)
    if plain := _PLAIN(reference.value):
        return _inside(path, reference, site, (plain[1], path), plain[2] or "")
    try:
        parts = urlsplit(reference.value)
    except ValueError:
        return _wrong("dead_link", path, reference, "is no address")
    if parts.scheme or parts.netloc:
        return _outside(parts.scheme, path, reference)
    return _inside(path, reference, site, (parts.path, path), unquote(parts.fragment), is_query=bool(parts.query))


def _inside(
    path: str, reference: Reference, site: Site, way: tuple[str, str], fragment: str = "", *, is_query: bool = False
) -> Way:
    """`way` is a path and the file from which it goes."""
    place, start = way
    if not (place or fragment or is_query):
        return _wrong("dead_link", path, reference, "leads nowhere")
    if place.startswith("/") or "\\" in place:
        return _wrong("absolute_link", path, reference, "is no relative path, and leads nowhere from disk")
    if place and (place.endswith("/") or posixpath.basename(place) in {".", ".."}):
        return _wrong("folder_link", path, reference, "names a folder, not a file, and shows a list of files from disk")
    target = resolved(start.rpartition("/")[0], place) if place else start
    if target not in site.numbers:
        return _wrong("dead_link", path, reference, "names no file")
    return Way(target, fragment)


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
