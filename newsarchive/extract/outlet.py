"""Which outlet a text is from: as people said, or as the site's own words beside the text name it."""

import re
from collections.abc import Iterable, Iterator, Sequence

from newsarchive.extract import outlet_aside
from newsarchive.extract.fields import Found
from newsarchive.extract.outlet_mentions import RULES, STATED, SURE, Mention, in_a_credit
from newsarchive.extract.outlet_siblings import outlet_of_siblings
from newsarchive.model import Certainty, Choices, Evidence, Habits, Source, Span
from newsarchive.text.names import is_no_name
from newsarchive.text.outlets import given_outlet, outlet_key

_MOST_LINES = 6
_SIBLINGS = 12  # points, as two lines that agree
_FIRM_WORDS = frozenset(("media", "group", "publishing", "publications", "network", "holdings", "verlag", "digital"))


def outlet(
    source: Source, spans: Sequence[Span], choices: Choices = Choices.none, habits: Habits = Habits.none
) -> Found:
    """The outlet as people named it, else as its siblings are named or the site's own words agree; None without these.

    An agency is no outlet, and neither is a place where the report says that something appeared.
    """
    if given := given_outlet(source, choices):
        name = given.value if isinstance(given.value, str) else "; ".join(given.value)
        why = f"{given.origin} says that this text is from {name}"
        return Found("outlet", name, Evidence("outlet", (), "named_by_people", "given", why))
    best = _named(spans)
    is_stated = any(mention.rule in STATED for mention in best)
    if not is_stated and (found := _of_its_siblings(source, spans, choices, habits)):
        return found
    if not best:
        return Found("outlet", None)
    name = _known_name(_fullest(best), choices)
    lines = tuple(sorted({mention.line for mention in best}))
    certainty: Certainty = "stated" if is_stated else "inferred"
    return Found(
        "outlet", name, Evidence("outlet", lines, best[0].rule, certainty, f"{name} is named in {_in_words(lines)}")
    )


def _of_its_siblings(source: Source, spans: Sequence[Span], choices: Choices, habits: Habits) -> Found | None:
    """As other texts of the archive are named that are of its folder or have the same lines of the site."""
    told = outlet_of_siblings(source, spans, habits)
    if told is None:
        return None
    name = _known_name(told.value, choices)
    beside = f"that have {_in_words(told.lines)} too" if told.lines else "in its folder"
    why = f"the texts of the archive {beside} are from {name}"
    return Found("outlet", name, Evidence("outlet", told.lines, "habit_of_the_archive", "inferred", why, _SIBLINGS))


def _named(spans: Sequence[Span]) -> list[Mention]:
    """The mentions of the name that the site's own words agree on."""
    mentions = [mention for rule in RULES for mention in rule(spans)]
    mentions = mentions or [mention for rule in outlet_aside.RULES for mention in rule(spans)]
    named = {outlet_key(mention.name) for mention in mentions}
    borne_out = [mention for mention in in_a_credit(spans) if outlet_key(mention.name) in named] if named else []
    return _agreed([*mentions, *borne_out])


def _agreed(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of the name that most lines and rules agree on."""
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        groups.setdefault(outlet_key(mention.name), []).append(mention)
    trusted = [group for group in _joined(groups) if _is_trusted(group)]
    return max(trusted, key=lambda group: (len({(item.line, item.rule) for item in group}), -group[0].line), default=[])


def _joined(groups: dict[str, list[Mention]]) -> list[list[Mention]]:
    """Names of which one is the end of another ("Ledger", "The Harbour Ledger"), or lacks its "Media", are one."""
    joined: dict[str, list[Mention]] = {}
    wholes: dict[str, str] = {}
    for key in sorted(groups, key=lambda key: (-len(key), key)):
        whole = wholes.get(key, key)
        joined.setdefault(whole, []).extend(groups[key])
        for part in (*_ends(whole), *_without_firm(whole)) if whole == key else ():
            wholes.setdefault(part, whole)
    return [sorted(group, key=lambda mention: mention.line) for group in joined.values()]


def _ends(key: str) -> Iterator[str]:
    """ "the harbour ledger" -> "harbour ledger", "ledger"."""
    words = key.split(" ")
    return (" ".join(words[first:]) for first in range(1, len(words)))


def _without_firm(key: str) -> Iterator[str]:
    """ "harbour media group" -> "harbour media", "harbour"."""
    words = key.split(" ")
    for last in range(len(words) - 1, 0, -1):
        if words[last] not in _FIRM_WORDS:
            return
        yield " ".join(words[:last])


def _is_trusted(group: list[Mention]) -> bool:
    """A name of plain words alone ("Breaking News") needs two lines, its article, or a sure rule."""
    plain = all(is_no_name(word) for word in re.findall(r"\w+", outlet_key(group[0].name)))
    sure = any(item.name.startswith("The ") or item.rule in SURE for item in group)
    return not plain or sure or len({item.line for item in group}) > 1


def _fullest(group: Iterable[Mention]) -> str:
    """The longest spelling, with "The" where a line prints it; one without "Media" before the one of the firm."""
    keys = {mention.name: outlet_key(mention.name) for mention in group}
    known = frozenset(keys.values())
    own = [name for name, key in keys.items() if known.isdisjoint(_without_firm(key))]
    return min(own, key=lambda name: (-len(name), name))


def _known_name(name: str, choices: Choices) -> str:
    """The name that people gave an outlet, for any of its aliases."""
    known = {outlet_key(alias): item.name for item in choices.outlets for alias in (item.name, *item.aliases)}
    return known.get(outlet_key(name), name)


def _in_words(lines: Sequence[int]) -> str:
    return f"line {lines[0]}" if len(lines) == 1 else "lines " + ", ".join(map(str, lines[:_MOST_LINES]))
