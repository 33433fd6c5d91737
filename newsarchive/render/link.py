"""Links between pages: always relative, always to a file."""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit


class Link(NamedTuple):
    """Words, and where they lead; `href` None: nowhere. `current`: the page one is on."""

    text: str
    href: str | None = None
    current: bool = False


class Count(NamedTuple):
    """Something that is counted, and how many there are."""

    link: Link
    number: str


Sentence = tuple[Link, ...]

_PLAIN = re.compile("[A-Za-z0-9_.~/#-]*").fullmatch  # what `quote` would leave as it is


def root_of(path: str) -> str:
    """The way from a page up to the top of the site: "years/2023/03.html" -> "../../"."""
    return "../" * path.count("/")


def href(page: str, target: str) -> str:
    """The way from one page to another.

    ("outlets/a.html", "years/index.html") -> "../years/index.html"    ("outlets/a.html", "outlets/b.html") -> "b.html"
    """
    folder = page[: page.rfind("/") + 1]
    way = target[len(folder) :] if folder and target.startswith(folder) else root_of(page) + target
    return way if _PLAIN(way) else quote(way, safe="/#.")


def page_address(site: str | None, path: str) -> str | None:
    """Where a page stands on the web: ("https://a.example", "years/index.html") -> "https://a.example/years/index.html".

    None where the address of the site is not known.
    """
    root = web_address(site)
    if root is None:
        return None
    return f"{root.rstrip('/')}/{path if _PLAIN(path) and '#' not in path else quote(path)}"


@lru_cache(1024)
def web_address(text: str | None) -> str | None:
    """The text if it is an address that a reader can follow on the web, else None: never "javascript:..."."""
    if text is None or text.split() != [text]:
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in {"http", "https"} and parts.netloc else None
