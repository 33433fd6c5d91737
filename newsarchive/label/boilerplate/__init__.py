"""What sites say on every page. A rule is a name that readers see, its phrases (phrases/<name>.txt), often a shape."""

import re
from collections.abc import Callable, Collection
from functools import lru_cache
from typing import NamedTuple

from newsarchive.label.boilerplate.appeals import donation_appeal
from newsarchive.label.boilerplate.code import html_leftover, raw_css, raw_javascript, raw_json
from newsarchive.label.boilerplate.copyright import copyright_line
from newsarchive.label.boilerplate.lists import archive_list, breadcrumb, hashtags, menu, pagination, symbols, weather
from newsarchive.label.boilerplate.match import NOTHING, Told, told
from newsarchive.label.boilerplate.page import told_by_all
from newsarchive.label.boilerplate.tails import promo_tail
from newsarchive.label.line import Line

__all__ = ["NOTHING", "RULES", "Rule", "Told", "boilerplate", "promo_tail", "told", "told_by_all"]

Shape = Callable[[Line], bool]


class Rule(NamedTuple):
    """A kind of boilerplate: a line is of it that says one of its phrases, or has its shape."""

    name: str
    shape: Shape | None = None


RULES: tuple[Rule, ...] = (
    Rule("raw_javascript", raw_javascript),
    Rule("raw_css", raw_css),
    Rule("raw_json", raw_json),
    Rule("html_leftover", html_leftover),
    Rule("cookie_notice"),
    Rule("comment_form"),
    Rule("affiliate_notice"),
    Rule("copyright_notice", copyright_line),
    Rule("embed_notice"),
    Rule("newsletter_prompt"),
    Rule("donation_appeal", donation_appeal),
    Rule("subscribe_prompt"),
    Rule("login_prompt"),
    Rule("app_prompt"),
    Rule("social_media_prompt"),
    Rule("terms_notice"),
    Rule("share_prompt"),
    Rule("comments"),
    Rule("store_advertisement"),
    Rule("advertisement"),
    Rule("machine_notice"),
    Rule("poll_prompt"),
    Rule("feedback_prompt"),
    Rule("most_read"),
    Rule("related"),
    Rule("promo"),
    Rule("tag_list", hashtags),
    Rule("reading_time"),
    Rule("photo_counter"),
    Rule("media_player"),
    Rule("language_switch"),
    Rule("site_credit"),
    Rule("masthead"),
    Rule("archive_list", archive_list),
    Rule("pagination", pagination),
    Rule("weather", weather),
    Rule("breadcrumb", breadcrumb),
    Rule("navigation", menu),
    Rule("section_menu"),
    Rule("symbols", symbols),
)
"""All rules, in the order in which the first that fires names the line."""

_HINT_REACH = 40
_OFTEN = 160
"""Longer lines are hardly ever read twice."""


def boilerplate(line: Line, said: Told, above: Told = NOTHING, below: Told = NOTHING) -> str | None:
    """The name of the rule by which the line is boilerplate wherever it stands; None where none says so.

    `said` is what the line says, `above` and `below` what its neighbours say: a hint is enough between two lines that
    are boilerplate themselves, "Email" between "Facebook" and "Print".
    """
    if name := _first_rule(line, said.site) if len(line.text) > _OFTEN else _of_short(*line[2:], said.site):
        return name
    if not (said.hints and above.site and below.site) or len(line.text) > _HINT_REACH:
        return None
    return min(said.hints, key=_ORDER.__getitem__)


_ORDER = {rule.name: index for index, rule in enumerate(RULES)}
_SHAPES = tuple((place, rule.shape) for place, rule in enumerate(RULES) if rule.shape)
_SIGNS = re.compile("[][{;<>°»›/→#]")
"""A line has the shape of a rule only with one of these signs, but for the shapes of _SIGNLESS and for scripts."""
_SIGNLESS = (copyright_line, donation_appeal, pagination, menu, symbols)
_OF_SENTENCES, _OF_OTHERS = (donation_appeal, pagination), (pagination, menu)
"""Those that a line with no such sign may have that begins with a letter other than C, as "copyright" does."""


def _among(shapes: Collection[Shape]) -> tuple[tuple[int, Shape], ...]:
    return tuple((place, shape) for place, shape in _SHAPES if shape in shapes)


_ANY, _SENTENCES, _OTHERS = map(_among, (_SIGNLESS, _OF_SENTENCES, _OF_OTHERS))


@lru_cache(maxsize=1 << 14)
def _of_short(text: str, folded: str, is_sentence: bool, said: frozenset[str]) -> str | None:
    """The same for a short line, once for all lines that read so: menus stand on every page."""
    return _first_rule(Line(1, 0, text, folded, is_sentence), said)


def _first_rule(line: Line, said: Collection[str]) -> str | None:
    """The first in the order of RULES of which the line says a phrase or has the shape."""
    order = min(map(_ORDER.__getitem__, said)) if said else len(RULES)
    for place, shape in _possible_shapes(line):
        if place >= order:
            break
        if shape(line):
            return RULES[place].name
    return RULES[order].name if order < len(RULES) else None


def _possible_shapes(line: Line) -> tuple[tuple[int, Shape], ...]:
    """The shapes that a line may have, each with the place of its rule: for ordinary words, next to none."""
    text = line.text
    if text[-1] == ")" or _SIGNS.search(text) or "javascript:" in text or "adsbygoogle" in text:
        return _SHAPES
    if not text[0].isalpha() or text[0] in "cC":
        return _ANY
    return _SENTENCES if line.is_sentence else _OTHERS
