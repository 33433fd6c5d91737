"""A small site whose pages all link to each other, in versions that share some pages; as a script, it publishes one.

python linked_site.py OUTPUT VERSION ARTICLES
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from newsarchive.model import Page
from newsarchive.publish import publish

_IN_A_LIST = 5


def linked_site(version: int, articles: int) -> Iterator[Page]:
    """The pages of one version: two articles of three, lists of five and the front page, in the order that is worst."""
    present = [number for number in range(articles) if (number + version) % 3]
    lists = {
        name: present[name * _IN_A_LIST : (name + 1) * _IN_A_LIST] for name in range(-(-len(present) // _IN_A_LIST))
    }
    yield _page("index.html", version, [_list(version, name) for name in lists])
    for name, numbers in lists.items():
        others = [_list(version, other) for other in (name - 1, name + 1) if other in lists]
        yield _page(_list(version, name), version, [*map(_article, numbers), *others], "../")
    for place, number in enumerate(present):
        near = [_article(other) for other in present[max(0, place - 1) : place + 2]]
        links = [*near, _list(version, place // _IN_A_LIST), "index.html", "style.css"]
        yield Page(_article(number), _html(number % 4 and version, links, "../"), "article")
    yield Page("style.css", b"p { margin: 0 }\n")


def site_files(version: int, articles: int) -> dict[str, bytes]:
    return {page.path: page.content for page in linked_site(version, articles)}


def _page(path: str, version: int, links: list[str], up: str = "") -> Page:
    return Page(path, _html(version, links, up))


def _html(words: int, links: list[str], up: str) -> bytes:
    anchors = "".join(f'<a href="{up}{link}">x</a>\n' for link in links)
    return f"<!doctype html><title>{words}</title>\n<p>{'words ' * words * 40}</p>\n{anchors}".encode()


def _article(number: int) -> str:
    return f"articles/a{number}.html"


def _list(version: int, name: int) -> str:
    """Every second list has another address in every version."""
    return f"lists/{name}-{version if name % 2 else 0}.html"


if __name__ == "__main__":
    publish(linked_site(int(sys.argv[2]), int(sys.argv[3])), Path(sys.argv[1]), articles=None)
