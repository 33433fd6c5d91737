"""Whether a site is what it should be: a page for every article, its headline on it, no dead link."""

import csv
import html
import re
import statistics
from pathlib import Path
from urllib.parse import unquote, urldefrag

from snapshot import files_of

SAMPLE = 200
_LINK = re.compile(r'\s(?:href|src)="([^"]*)"')
_HEADLINE = re.compile(r"<h1[^>]*>([^<]*)</h1>")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//|/")


class WrongError(Exception):
    """A site that is not what it should be."""


def spread(items, most=SAMPLE):
    """At most so many of the items, evenly from first to last."""
    items = list(items)
    return items[:: max(1, -(-len(items) // most))]


def pages_of(listed, site):
    """{path of a text: its page}, by a table of addresses."""
    with listed.open(encoding="utf-8-sig", newline="") as rows:
        pages = {row["path"]: site / row["address"] for row in csv.DictReader(rows)}
    return {path: page for path, page in pages.items() if page.is_file()}


def check(pages, site, gold):
    """What was checked, in words. WrongError where an article has no page or a link is dead."""
    missing = [one["path"] for one in gold if one["path"] not in pages]
    if missing:
        raise WrongError(f"{len(missing):,} of {len(gold):,} articles have no page, {missing[0]} among them")
    sample = spread(gold)
    shown = shown_headlines(pages, sample)
    if 10 * shown < 9 * len(sample):
        raise WrongError(f"only {shown} of {len(sample)} pages show the headline of their article")
    tried, dead = dead_links(site, spread(path for path in files_of(site) if path.suffix == ".html"))
    if dead:
        raise WrongError(f"{len(dead):,} dead links, such as {dead[0]}")
    return (
        f"Each of {len(gold):,} articles has a page; {shown} of {len(sample)} show their headline; {tried:,} links live"
    )


def shown_headlines(pages, sample):
    """How many of the sample have their headline on their page."""
    return sum(one["headline"] == _headline(pages[one["path"]]) for one in sample)


def _headline(page):
    found = _HEADLINE.search(page.read_text(encoding="utf-8"))
    return found and html.unescape(found[1]).strip()


def dead_links(site, pages):
    """How many links of some pages stay in the site, and those of them that lead nowhere."""
    tried, dead = 0, []
    for page in pages:
        for link in _LINK.findall(page.read_text(encoding="utf-8")):
            target = unquote(urldefrag(html.unescape(link)).url)
            if not target or _ELSEWHERE.match(target):
                continue
            tried += 1
            if not (page.parent / target).is_file():
                dead.append(f"{page.relative_to(site).as_posix()} -> {link}")
    return tried, dead


def numbered_pages(folder):
    """{number of an article: its page} of a peer, which names pages or their folders by the number of the text."""
    found = {}
    for path in Path(folder).rglob("*.html"):
        name = path.parent.name if path.name == "index.html" else path.stem
        if len(name) == 7 and name.isdecimal():
            found[name] = path
    return found


def check_peer(folder, gold):
    """WrongError unless a peer wrote a page for every article, with its headline on those of a sample."""
    numbered = numbered_pages(folder)
    pages = {one["path"]: numbered[name] for one in gold if (name := Path(one["path"]).stem) in numbered}
    if len(pages) != len(gold):
        raise WrongError(f"{len(pages):,} pages for {len(gold):,} articles")
    sample = spread(gold)
    if shown_headlines(pages, sample) != len(sample):
        raise WrongError("a page does not show its headline")


def weights(pages, texts):
    """What article pages weigh above 1.2 times their texts: median and most, bytes; and how many above 8,000."""
    above = [page.stat().st_size - round(1.2 * (texts / path).stat().st_size) for path, page in pages.items()]
    return {"median": round(statistics.median(above)), "most": max(above), "above": sum(one > 8000 for one in above)}


def heaviest(pages, site):
    """The page of a site that weighs most and is no article: its path and bytes."""
    articles = set(pages.values())
    others = (path for path in files_of(site) if path.suffix == ".html" and path not in articles)
    page = max(others, key=lambda path: path.stat().st_size)
    return page.relative_to(site).as_posix(), page.stat().st_size


def bytes_of(folder):
    """Files of a site and their bytes."""
    sizes = [path.stat().st_size for path in files_of(folder)]
    return len(sizes), sum(sizes)
