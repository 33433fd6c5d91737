"""The map of the site, and robots.txt, which names it: within the limits of sitemaps.org, of files that are there."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from newsarchive.check.site import REPORT, Site
from newsarchive.model import Finding

MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024
ROBOTS = "robots.txt"
SITE_MAPS = "sitemap"

_SITE_MAP = re.compile(r"sitemap(?:-\d+)?\.xml").fullmatch
_ELEMENT = re.compile(
    rb"<(url|sitemap)>\s*+<loc>([^<>]*+)</loc>\s*+(?:<(?:lastmod|changefreq|priority)>[^<>]*+</\w++>\s*+)*+</\1>"
)
_FRAME = re.compile(
    rb"""(?:<\?xml[^>]*\?>)?\s*<(urlset|sitemapindex)\s+xmlns="http://www\.sitemaps\.org/schemas/sitemap/0\.9"\s*>"""
    rb"""(.*)</\1>\s*""",
    re.DOTALL,
)
_NAMED = re.compile(r"^Sitemap:\s*(\S+)\s*$", re.MULTILINE | re.IGNORECASE)
_MEND = "Set url in config.yaml to where the site stands, and build again with --full"


def is_site_map(path: str) -> bool:
    """Whether a file is one: "sitemap.xml", "sitemap-3.xml"."""
    return _SITE_MAP(path) is not None


def site_url(robots: str) -> str | None:
    """The address of a site, as its robots.txt has it."""
    found = _NAMED.search(robots)
    return found[1].removesuffix("sitemap.xml") if found and found[1].endswith("/sitemap.xml") else None


def robots(content: bytes, site: Site) -> Iterator[Finding]:
    """Maps that robots.txt names and that are not there."""
    for address in _NAMED.findall(content.decode("utf-8", "replace")):
        path = site.own_path(address)
        if path is None or path not in site.numbers:
            yield Finding("site_map", ROBOTS, None, f"it names the map {address!r}, which is not there", _MEND)


def site_map(path: str, content: bytes, site: Site) -> Iterator[Finding]:
    """Everything that is wrong with a map, or with the list of its parts."""
    if len(content) > MOST_BYTES:
        cause = f"it has {len(content):,} bytes, and a map may have {MOST_BYTES:,}"
        yield Finding("site_map", path, None, cause, REPORT)
    frame = _FRAME.fullmatch(content)
    if not frame:
        yield Finding("site_map", path, None, "it is no map of a site as sitemaps.org has it", REPORT)
        return
    kind = b"url" if frame[1] == b"urlset" else b"sitemap"
    yield from _addresses(path, kind, frame[2], site)
    if _ELEMENT.sub(b"", frame[2]).strip():
        yield Finding("site_map", path, None, "something stands in it that is no address", REPORT)


def _addresses(path: str, kind: bytes, content: bytes, site: Site) -> Iterator[Finding]:
    seen: set[bytes] = set()
    count = 0
    for found in _ELEMENT.finditer(content):
        count += 1
        address = unescape(found[2].decode("utf-8", "replace"))
        target = site.own_path(address)
        if found[1] != kind or target is None:
            yield Finding("site_map", path, None, f"{address!r} is no address of this site", _MEND)
        elif unquote(target) not in site.numbers:
            yield Finding("site_map", path, None, f"{address!r} names no file", REPORT)
        elif found[2] in seen:
            yield Finding("site_map", path, None, f"{address!r} stands in it twice", REPORT)
        seen.add(found[2])
    if count > MOST_ADDRESSES:
        cause = f"it has {count:,} addresses, and a map may have {MOST_ADDRESSES:,}"
        yield Finding("site_map", path, None, cause, REPORT)
