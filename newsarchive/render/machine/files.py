"""The files that only machines read: the feed, the map of the site, and words for robots and hosts."""

from collections.abc import Iterable, Iterator
from html import escape

from newsarchive.model import Page
from newsarchive.render.link import page_address, web_address
from newsarchive.render.machine.feed import feed_page
from newsarchive.render.sheet import Plan

SITE_MAP = "sitemap.xml"

_LIMIT = 50_000  # addresses in one file, as https://www.sitemaps.org/protocol.html has it
_UNLISTED = ("404.html", "review/")
_ROBOTS = """\
# Each page says itself whether search engines may list it: to know, they have to be let in.
User-agent: *
Disallow:
"""


def machine_files(plan: Plan, listings: Iterable[str]) -> Iterator[Page]:
    """All of them. `listings` are the paths of the site's pages beside its articles."""
    yield feed_page(plan)
    yield from site_map_pages(plan, listings)
    if address := page_address(plan.site.url, SITE_MAP):
        yield Page("robots.txt", f"{_ROBOTS}Sitemap: {address}\n".encode())
    yield Page(".nojekyll", b"")  # GitHub Pages else leaves out what begins with an underscore


def site_map_pages(plan: Plan, listings: Iterable[str], limit: int = _LIMIT) -> Iterator[Page]:
    """sitemap.xml, and sitemap-1.xml and so on where one file may not hold all pages; no page that is not to be found.

    There is none where the address of the site is not known. Where search engines are to keep out each page says so;
    those who collect pages need the map all the same. It names no days of change, of which nothing is known.
    """
    url = web_address(plan.site.url)
    if url is None:
        return
    paths = [plan.entry(identity).url for identity in plan.archive.order]
    paths += [path for path in listings if path.endswith(".html") and not path.startswith(_UNLISTED)]
    parts = [paths[start : start + limit] for start in range(0, len(paths), limit)]
    if len(parts) == 1:
        yield _map(url, SITE_MAP, ("urlset", "url"), paths)
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    yield _map(url, SITE_MAP, ("sitemapindex", "sitemap"), names)
    for name, part in zip(names, parts, strict=True):
        yield _map(url, name, ("urlset", "url"), part)


def _map(url: str, name: str, tags: tuple[str, str], paths: Iterable[str]) -> Page:
    whole, each = tags
    # written as text: a tree of a hundred thousand elements takes long
    places = (
        f"<{each}>\n<loc>{escape(page_address(url, path) or '', quote=False)}</loc>\n</{each}>\n" for path in paths
    )
    lines = f'<{whole} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{"".join(places)}</{whole}>\n'
    return Page(name, f"<?xml version='1.0' encoding='utf-8'?>\n{lines}".encode())
