"""The search page: its controls, and what its script says."""

import json
from collections.abc import Mapping
from functools import partial
from typing import Any, NamedTuple

from markupsafe import Markup

from newsarchive.render.sheet import Plan, Sheet

PATH = "search.html"

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_FORMS = ("no_headline", "comma", "semicolon", "locale")
_COUNTED = ("articles", "outlets")


class Choice(NamedTuple):
    """What can be chosen: its value, and what it is called."""

    value: str
    name: str


class SearchView(NamedTuple):
    """The search page. `said` holds the words of its script as JSON, ready for a `<script>`; `languages` are those of
    the archive, by name.
    """

    said: Markup
    languages: tuple[Choice, ...]


def search_sheet(plan: Plan) -> Sheet:
    """search.html."""
    title = plan.words.say("search", "page")
    return Sheet(path=PATH, template="search.html", title=title, make=partial(_view, plan), section="search")


def _view(plan: Plan) -> SearchView:
    words = plan.words
    found = {entry.card.language.split("-")[0] for entry in plan.archive.entries.values() if entry.card.language}
    languages = sorted((Choice(tag, words.language_name(tag)) for tag in found), key=lambda choice: choice.name)
    return SearchView(_said(words.table), tuple(languages))


def _said(table: Mapping[str, Any]) -> Markup:
    said = table["found"] | {key: table["form"][key] for key in _FORMS}
    said |= {"counts": {key: table["counts"][key] for key in _COUNTED}}
    # "<" is the one character by which HTML could take it for anything but text
    return Markup(_JSON.encode(said).replace("<", "\\u003c"))  # noqa: S704
