"""The feed: well-formed, and as RFC 4287 says that a feed of Atom must be."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from xml.etree.ElementTree import Element, ParseError, XMLParser

from newsarchive.check.facts import bare
from newsarchive.check.links import Reference, follow
from newsarchive.check.records import TABLE, rows_of, unmarked
from newsarchive.check.site import REPORT, Site
from newsarchive.model import Finding

FEED = "feed.xml"

_ATOM = "{http://www.w3.org/2005/Atom}"
_ONCE = ("id", "title", "updated")
_AT_MOST_ONCE = ("published", "subtitle", "summary", "content", "rights", "generator", "icon", "logo")
_MOMENT = re.compile(
    r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)"
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def feed(content: bytes, site: Site) -> Iterator[Finding]:
    """Everything that is wrong with the feed."""
    try:
        root = _parsed(content)
    except (ParseError, ValueError) as error:
        yield _finding(f"it is no XML: {error}")
        return
    if root.tag != f"{_ATOM}feed":
        yield _finding("it is no feed of Atom")
        return
    entries = root.findall(f"{_ATOM}entry")
    has_author = root.find(f"{_ATOM}author") is not None
    yield from _element(root, "the feed", site)
    for place, entry in enumerate(entries, start=1):
        name = f"entry {place} ({(entry.findtext(f'{_ATOM}title') or '')[:60]!r})"
        yield from _element(entry, name, site)
        if not has_author and entry.find(f"{_ATOM}author") is None:
            yield _finding(f"{name} has no author, and the feed has none")
    yield from _untold(entries, site)
    ids = Counter(each.findtext(f"{_ATOM}id") for each in (root, *entries))
    for identity, count in ids.items():
        if identity and count > 1:
            yield _finding(f"the id {identity!r} stands {count} times in it")


def _parsed(content: bytes) -> Element:
    """ValueError where it declares entities: nothing of ours does, and they can grow without end."""
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise ValueError("it declares a document type")
    parser = XMLParser()  # noqa: S314 - which is what is dangerous, and was looked for
    parser.feed(content)
    root: Element = parser.close()
    return root


def _element(element: Element, name: str, site: Site) -> Iterator[Finding]:
    """What must be of a feed and of an entry alike."""
    for fault in chain(_counted(element), _malformed(element)):
        yield _finding(f"{name} {fault}")
    yield from _links(element, name, site)


def _counted(element: Element) -> Iterator[str]:
    counts = Counter(child.tag.removeprefix(_ATOM) for child in element)
    for tag in _ONCE:
        if counts[tag] != 1:
            yield f"has {counts[tag]} <{tag}> instead of one"
    for tag in _AT_MOST_ONCE:
        if counts[tag] > 1:
            yield f"has {counts[tag]} <{tag}>"


def _malformed(element: Element) -> Iterator[str]:
    identity = element.findtext(f"{_ATOM}id")
    if identity is not None and not _SCHEME.fullmatch(identity):
        yield f"has the id {identity!r}, which is no address"
    for tag in ("updated", "published"):
        text = element.findtext(f"{_ATOM}{tag}")
        if text is not None and not _MOMENT.fullmatch(text):
            yield f"has {text!r} as {tag}, which is no moment as RFC 3339 writes one"
    if any(not author.findtext(f"{_ATOM}name") for author in element.findall(f"{_ATOM}author")):
        yield "has an author without a name"


def _links(element: Element, name: str, site: Site) -> Iterator[Finding]:
    links = element.findall(f"{_ATOM}link")
    own = [link for link in links if link.get("rel", "alternate") == "alternate"]
    if not own and element.find(f"{_ATOM}content") is None:
        yield _finding(f"{name} leads nowhere: it has no alternate link")
    if len({(link.get("type"), link.get("hreflang")) for link in own}) < len(own):
        yield _finding(f"{name} has two alternate links of one kind")
    for link in links:
        address = link.get("href")
        if address is None:
            yield _finding(f"a link of {name} has no href")
        elif finding := follow(FEED, Reference(0, address, is_loaded=False), site).finding:
            yield _finding(f"in {name} {finding.cause}")


def _untold(entries: Sequence[Element], site: Site) -> Iterator[Finding]:
    """Entries that are dated or signed otherwise than the table of articles says is stated or given."""
    places = {_place(entry, site) or "": entry for entry in entries}
    for url, row in rows_of(site, places).items():
        moment = places[url].findtext(f"{_ATOM}published") or ""
        day = moment.partition("T")[0]
        if _MOMENT.fullmatch(moment) and (
            row.get("published") != day or row.get("published_certainty") not in ("given", "stated")
        ):
            yield _finding(f"the entry of {url!r} is dated {day}, which {TABLE} does not have as stated or given")
        known = [bare(name) for name in unmarked(row.get("authors") or "").split("; ")]
        for name in places[url].iterfind(f"{_ATOM}author/{_ATOM}name"):
            if name.text and not name.text.endswith("…") and bare(name.text) not in known:
                yield _finding(f"the entry of {url!r} is signed {name.text!r}, which {TABLE} does not have")


def _place(entry: Element, site: Site) -> str | None:
    """The path of the page that an entry leads to."""
    links = (link for link in entry.iterfind(f"{_ATOM}link") if link.get("rel", "alternate") == "alternate")
    link = next(links, None)
    address = "" if link is None else link.get("href", "")
    return follow(FEED, Reference(0, address, is_loaded=False), site).target


def _finding(cause: str) -> Finding:
    return Finding("feed", FEED, None, cause, REPORT)
