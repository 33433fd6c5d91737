"""Links between pages: always relative, always to a file."""

from dataclasses import dataclass
from urllib.parse import quote, urlsplit


@dataclass(frozen=True, slots=True)
class Link:
    """Words, and where they lead; `href` None: nowhere. `current`: the page one is on."""

    text: str
    href: str | None = None
    current: bool = False


Sentence = tuple[Link, ...]


def root_of(path: str) -> str:
    """The way from a page up to the top of the site: "years/2023/03.html" -> "../../"."""
    return "../" * path.count("/")


def href(page: str, target: str) -> str:
    """The way from one page to another: ("outlets/a.html", "years/index.html") -> "../years/index.html"."""
    return root_of(page) + quote(target, safe="/#")


def web_address(text: str | None) -> str | None:
    """The text if it is an address that a reader can follow on the web, else None: never "javascript:..."."""
    if text is None or any(character.isspace() for character in text):
        return None
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in {"http", "https"} and parts.netloc else None
