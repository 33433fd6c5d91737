"""Drawers of headlines and of names, in the words of the page."""

from collections.abc import Iterable

from newsarchive.render.dates import place_words
from newsarchive.render.filing import DIGITS, NO_HEADLINE, OTHER, Drawer, file_drawers, file_headline, full_drawers
from newsarchive.render.sheet import Plan


def drawer_name(plan: Plan, drawer: Drawer) -> str:
    """A drawer by what is in it: "A", "Bri…", "Weather, March 2023", "[No headline] The…"."""
    words = plan.words
    kinds = {DIGITS: "0–9", OTHER: words.say("lists", "other_letters"), NO_HEADLINE: words.say("form", "no_headline")}
    begins = f"{drawer.begins[:1].upper()}{drawer.begins[1:]}"
    if drawer.place is None and drawer.name != drawer.first:
        begins += "…"
    pieces = [] if drawer.first == DIGITS and begins else [kinds.get(drawer.first, "")]
    name = " ".join(piece for piece in (*pieces, begins) if piece) or _range(drawer.first)
    if drawer.place is not None:
        period = place_words(drawer.place, words) if drawer.place else words.say("lists", "undated")
        name = words.say("form", "part", name=name, part=period)
    return f"{name} ({drawer.ids}…)" if drawer.ids else name


def file_names(names: Iterable[tuple[str, str]], most: int) -> tuple[Drawer, ...]:
    """Names with their parts of addresses, in drawers of at most so many: "The Lamp" stands under L."""
    filed = (file_headline(slug, name.removeprefix("The "), None, found=True) for slug, name in names)
    return tuple(full_drawers(file_drawers(filed, most)))


def _range(first: str) -> str:
    """The first and the last sign of a drawer of ideographs: "u4exx" -> "一–仿"."""
    block = int(first[1:-2], 16) << 8
    return f"{chr(block)}–{chr(block + 0xFF)}"
