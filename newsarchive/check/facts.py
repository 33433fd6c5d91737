"""What a page tells machines of an article: only what its record holds as stated or given."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import unquote

from newsarchive.check.markup import Page
from newsarchive.check.site import Site
from newsarchive.model import Finding

Record = Mapping[str, Any]

# Keys of JSON-LD, and names of tags in the head, with the field of the record that they tell.
_ARTICLE = {
    "headline": "headline",
    "author": "authors",
    "datePublished": "published",
    "dateModified": "updated",
    "publisher": "outlet",
    "sourceOrganization": "agency",
    "articleSection": "section",
    "inLanguage": "language",
    "url": "original_url",
}
_PAGE = {"identifier": "id", "url": "url", "isBasedOn": "original_url"}
_KNOWN_OF_PAGE = {"@context", "@type", "isPartOf", "mainEntity", *_PAGE}
_OURS = {"id", "url"}  # fields of a record that no text tells
_TAGS = {
    "og:title": "headline",
    "citation_title": "headline",
    "og:description": "deck",
    "citation_abstract": "deck",
    "article:author": "authors",
    "citation_author": "authors",
    "article:published_time": "published",
    "citation_date": "published",
    "citation_publication_date": "published",
    "article:modified_time": "updated",
    "article:section": "section",
    "prism.publicationName": "outlet",
    "citation_journal_title": "outlet",
    "citation_language": "language",
    "citation_public_url": "original_url",
}

_MEND = "Mend templates/partials/machine.html, and build again"
_MEND_TIME = "Mend templates/partials/head.html, and build again"


class Said(NamedTuple):
    """Something that a page says to machines: where, which field of the record that is, the words."""

    line: int
    place: str
    field: str
    text: str
    mend: str = _MEND


def linked_data(page: Page, _: Site) -> Iterator[Finding]:
    """JSON-LD that is none, or says of an article what no record holds."""
    for line, text in _json_texts(page):
        try:
            data = json.loads(text)
        except (ValueError, RecursionError) as error:
            yield Finding("json_ld", page.path, line, f"its JSON-LD cannot be read: {error}", _MEND)
            continue
        for fault in _shape(data):
            yield Finding("json_ld", page.path, line, f"its JSON-LD {fault}", _MEND)


def told_facts(page: Page, record: Record) -> Iterator[Finding]:
    """What JSON-LD, the head and times say of an article, and its record does not, or does as inferred alone."""
    for said in (*_said_as_json(page), *_said_in_tags(page), *_said_as_times(page, record)):
        if fault := _fault(said, record):
            yield Finding("facts", page.path, said.line, f"{said.place} {fault}", said.mend)


def _json_texts(page: Page) -> Iterator[tuple[int, str]]:
    for tag in page.tags:
        if tag.name == "script" and tag.text and tag.values.get("type", "").casefold() == "application/ld+json":
            yield page.line(tag), tag.text


def _shape(data: object) -> Iterator[str]:
    if not isinstance(data, dict):
        yield "is no object"
        return
    if data.get("@context") not in ("https://schema.org", "http://schema.org"):
        yield "does not say that its words are schema.org's"
    if data.get("@type") != "WebPage":
        return
    unknown = sorted(data.keys() - _KNOWN_OF_PAGE)
    article = data.get("mainEntity")
    if not isinstance(article, dict):
        yield "names no article (mainEntity)"
    else:
        unknown += sorted(article.keys() - _ARTICLE.keys() - {"@type"})
    if unknown:
        yield f"says {', '.join(unknown)}, for which no record vouches"


def _said_as_json(page: Page) -> Iterator[Said]:
    for line, text in _json_texts(page):
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            continue
        if isinstance(data, dict) and data.get("@type") == "WebPage":
            article = data.get("mainEntity")
            for keys, values in ((_PAGE, data), (_ARTICLE, article if isinstance(article, dict) else {})):
                for key in keys.keys() & values.keys():
                    for words in _words(values[key]):
                        yield Said(line, f"its JSON-LD ({key})", keys[key], words)


def _words(value: object) -> Iterable[str]:
    """The words of a value of JSON-LD: a text, the name of a thing, or several of these."""
    if isinstance(value, list):
        return [words for each in value for words in _words(each)]
    return [str(value.get("name", "")) if isinstance(value, dict) else str(value)]


def _said_in_tags(page: Page) -> Iterator[Said]:
    for tag in page.tags:
        if tag.name == "body":
            return
        if tag.name == "meta":
            names = (tag.values.get("property", ""), tag.values.get("name", ""))
            if name := next((name for name in names if name in _TAGS), None):
                yield Said(page.line(tag), f"its tag {name}", _TAGS[name], tag.values.get("content", ""))


def _said_as_times(page: Page, record: Record) -> Iterator[Said]:
    """The dates of time elements: the day of the article, or that of its change."""
    for tag in page.telling:
        if tag.name == "time" and (text := tag.values.get("datetime")):
            field = "updated" if text == record.get("updated") != record.get("published") else "published"
            yield Said(page.line(tag), "its <time>", field, text, _MEND_TIME)


def _fault(said: Said, record: Record) -> str | None:
    held = record.get(said.field)
    if said.field not in _OURS:
        known = record.get("evidence", {}).get(said.field, {})
        if not held or not known:
            return f"says {said.text!r}, and the record has no {said.field}"
        if known.get("certainty") == "inferred":
            return f"says {said.text!r}, which is inferred: machines are told what is stated or given alone"
    values = held if isinstance(held, list) else [held]
    if any(_same(said, str(value)) for value in values):
        return None
    return f"says {said.text!r}, and the record has {_short(values)}"


def _same(said: Said, held: str) -> bool:
    """Whether both are the same but for blanks, control characters and, of a long text, its end."""
    text = bare(said.text)
    if said.field == "url":  # of the whole address, where the site's is known
        return text == held or text.endswith(f"/{held}")
    if said.field == "original_url":
        return unquote(text) == unquote(bare(held))
    return bare(held).startswith(text.removesuffix("…")) if text.endswith("…") else text == bare(held)


def bare(text: str) -> str:
    """A text without blanks and control characters, which machines are not told."""
    return "".join(character for character in text if character.isprintable() and not character.isspace())


def _short(values: list[Any]) -> str:
    return ", ".join(repr(str(value)[:200]) for value in values[:20])
