"""Looking at one file at a time: what it holds, what is wrong in it, where it leads."""

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import xxhash

from newsarchive.check.facts import linked_data, told_facts
from newsarchive.check.feed import FEED, feed
from newsarchive.check.links import Reference, follow, page_references, style_references
from newsarchive.check.made import changed
from newsarchive.check.markup import Page, read_page
from newsarchive.check.nesting import ids_twice, unclosed
from newsarchive.check.records import RECORDS, TABLE, read_records, read_table
from newsarchive.check.safety import inline_code, policy
from newsarchive.check.search_files import FOLDER, search_file
from newsarchive.check.site import Far, Look, Row, Site
from newsarchive.check.site_map import ROBOTS, is_site_map, robots, site_map
from newsarchive.model import Finding

LARGEST_PAGE = 64 * 1024 * 1024  # bytes of a page that is opened: a text of five megabytes makes one of some twenty
LARGEST = 256 * 1024 * 1024  # bytes of any other file
HEAVIEST = 150_000  # bytes of HTML that a page of a list may have
ARTICLES = "articles/"

Record = Mapping[str, Any]
PageCheck = Callable[[Page, Site], Iterator[Finding]]


def too_heavy(page: Page, _: Site) -> Iterator[Finding]:
    """Pages that load long; an article is as long as it is."""
    size = len(page.text.encode("utf-8", "replace"))
    if size > HEAVIEST and not page.path.startswith(ARTICLES):
        cause = f"it has {size:,} bytes of HTML, over {HEAVIEST:,}"
        yield Finding("heavy", page.path, None, cause, "Lower listing_size in config.yaml, and build again")


PAGE_CHECKS: Sequence[PageCheck] = (unclosed, ids_twice, policy, inline_code, linked_data, too_heavy)
"""What is asked of each page by itself; its links are followed beside them."""


def look(site: Site, path: str) -> Sequence[Look]:
    """What there is to say of a file; with a file of records, of the pages of its articles too."""
    return tuple(_look(site, path))


def _look(site: Site, path: str) -> Iterator[Look]:
    content = read(site, path)
    if isinstance(content, Finding):
        yield Look(site.numbers[path], (content,))
    elif path.startswith(RECORDS):
        yield from _with_pages(site, path, content)
    elif path.endswith(".html"):
        yield _page(site, path, content)
    else:
        yield _file(site, path, content)


def read(site: Site, path: str) -> bytes | Finding:
    """The bytes of a file, or why they cannot be had."""
    file = site.output / path
    most = LARGEST_PAGE if path.endswith(".html") else LARGEST
    try:
        if file.stat().st_size > most:
            cause = f"it has more than {most:,} bytes and was not looked at"
            return Finding("unreadable", path, None, cause, "Look at it by hand, or part the text that it comes from")
        return file.read_bytes()
    except OSError as error:
        return Finding("unreadable", path, None, f"it cannot be read: {error.strerror or error}", "Allow reading it")


def _with_pages(site: Site, path: str, content: bytes) -> Iterator[Look]:
    """A file of records, and the page of each record: what a page tells machines is held against its record."""
    found = list(read_records(path, content, site))
    rows = tuple(each[0] for each in found if not isinstance(each, Finding))
    wrong = tuple(each for each in found if isinstance(each, Finding))
    yield Look(site.numbers[path], (*changed(path, content, _held(site, path)), *wrong), rows=rows)
    for _, record in (each for each in found if not isinstance(each, Finding)):
        url = record["url"]
        page = read(site, url)
        yield Look(site.numbers[url], (page,)) if isinstance(page, Finding) else _page(site, url, page, record)


def _page(site: Site, path: str, content: bytes, record: Record | None = None) -> Look:
    number = site.numbers[path]
    altered = tuple(changed(path, content, _held(site, path)))
    try:
        page = read_page(path, content.decode())
    except UnicodeDecodeError as error:
        cause = f"it is no UTF-8 (byte {error.start})"
        wrong = Finding("unreadable", path, content.count(b"\n", 0, error.start) + 1, cause, "Build again with --full")
        return Look(number, (*altered, wrong))
    findings = [finding for check in PAGE_CHECKS for finding in check(page, site)]
    findings += told_facts(page, record) if record is not None else ()
    ids = {tag.values["id"] for tag in page.telling if "id" in tag.values}
    ids |= {tag.values["name"] for tag in page.telling if tag.name == "a" and "name" in tag.values}
    looked = _followed(site, path, page_references(page), ids)
    hashes = array("Q", sorted(map(fragment_hash, ids))).tobytes()
    return looked._replace(findings=(*altered, *findings, *looked.findings), ids=hashes)


def fragment_hash(name: str) -> int:
    """By which an id is known to be there, or not."""
    return xxhash.xxh3_64_intdigest(name.encode("utf-8", "replace"))


def _followed(site: Site, path: str, references: Iterator[Reference], ids: set[str]) -> Look:
    """Where a file leads, and which of its references lead nowhere."""
    findings: list[Finding] = []
    targets: set[int] = set()
    far: list[Far] = []
    links = 0
    for reference in references:
        links += 1
        target, fragment, finding = follow(path, reference, site)
        if finding:
            findings.append(finding)
        if target is None:
            continue
        if target != path:
            targets.add(site.numbers[target])
            if fragment:
                far.append(Far(site.numbers[target], fragment, reference.line))
        elif fragment and fragment not in ids:
            findings.append(missing_id(path, reference.line, fragment, path))
    packed = array("I", sorted(targets)).tobytes()
    return Look(site.numbers[path], tuple(findings), links, packed, far=tuple(far))


def missing_id(path: str, line: int, fragment: str, target: str) -> Finding:
    """A link to an id that its page does not have."""
    cause = f"'#{fragment[:200]}' names no id of {target}"
    return Finding("missing_id", path, line, cause, "Mend the template or the text that it comes from, and build again")


def _file(site: Site, path: str, content: bytes) -> Look:
    """Any file that is no page."""
    found = Look(site.numbers[path])
    if path.endswith(".css"):
        found = _followed(site, path, style_references(content.decode("utf-8", "replace")), set())
    elif path == TABLE:
        told = list(read_table(content, site))
        rows = tuple(each for each in told if isinstance(each, Row))
        found = found._replace(rows=rows, findings=tuple(each for each in told if isinstance(each, Finding)))
    else:
        found = found._replace(findings=tuple(_read_by_machines(site, path, content)))
    return found._replace(findings=(*changed(path, content, _held(site, path)), *found.findings))


def _read_by_machines(site: Site, path: str, content: bytes) -> Iterator[Finding]:
    if path == FEED:
        yield from feed(content, site)
    elif path == ROBOTS:
        yield from robots(content, site)
    elif is_site_map(path):
        yield from site_map(path, content, site)
    elif path.startswith(FOLDER) and path.endswith(".js"):
        yield from search_file(path, content, site, lambda other: Path(site.output, other).read_bytes())


def _held(site: Site, path: str) -> str:
    return site.held[site.numbers[path]]
