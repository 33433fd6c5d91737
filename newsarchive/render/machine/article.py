"""What an article's page tells machines: the archive's page as JSON-LD, and the fields for the tags in its head."""

import json
import re
from typing import Any, NamedTuple

from markupsafe import Markup

from newsarchive.model import Article, Entry
from newsarchive.render.link import page_address
from newsarchive.render.machine.told import Told, is_day, tidy, told_of
from newsarchive.render.sheet import Plan

_LOCALE = re.compile("[a-z]{2,3}-[A-Z]{2}")
_SITE = 300  # characters of what the configuration says of the archive

# In HTML these could end the element, or a line of a script where JSON has none; in JSON they stand within texts alone.
_ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


class Machine(NamedTuple):
    """What machines are told on an article's page. `canonical`: the page that search engines should rather list.

    `published_day` and `updated_day` are dates that are whole days: Open Graph knows no months. `locale` is the
    language with its country, as Open Graph writes it.
    """

    told: Told
    published_day: str | None
    updated_day: str | None
    locale: str | None
    rights: str | None
    canonical: str | None
    linked_data: Markup


def make_machine(plan: Plan, entry: Entry, article: Article) -> Machine:
    """What machines are told of an article that was reduced to its edition."""
    told = told_of(article)
    address = page_address(plan.site.url, entry.url)
    return Machine(
        told=told,
        published_day=told.published if is_day(told.published) else None,
        updated_day=told.updated if is_day(told.updated) else None,
        locale=told.language.replace("-", "_") if told.language and _LOCALE.fullmatch(told.language) else None,
        rights=told.rights or tidy(plan.site.rights, _SITE),
        canonical=told.original or address,
        linked_data=_element(_page(plan, entry, told, address)),
    )


def _page(plan: Plan, entry: Entry, told: Told, address: str | None) -> dict[str, Any]:
    """The archive's page, which is about the newspaper's article: https://schema.org/WebPage.

    The article's own `url` is where the newspaper had it; nothing says that this page is the newspaper's.
    """
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "url": address,
            "identifier": entry.id,
            "isPartOf": _known(
                {"@type": "Collection", "name": tidy(plan.site.title, _SITE), "url": page_address(plan.site.url, "")}
            ),
            "isBasedOn": told.original,
            "mainEntity": _article(told),
        }
    )


def _article(told: Told) -> dict[str, Any]:
    return _known(
        {
            "@type": "NewsArticle",
            "headline": told.headline,
            "author": [_named("Person", name) for name in told.authors],
            "datePublished": told.published,
            "dateModified": told.updated,
            "publisher": _named("Organization", told.outlet),
            "sourceOrganization": _named("Organization", told.agency),
            "articleSection": told.section,
            "inLanguage": told.language,
            "url": told.original,
        }
    )


def _named(kind: str, name: str | None) -> dict[str, str] | None:
    return {"@type": kind, "name": name} if name else None


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value}


def _element(data: dict[str, Any]) -> Markup:
    text = _JSON.encode(data)
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    # no character is left that HTML reads as anything but text
    return Markup(text)  # noqa: S704
