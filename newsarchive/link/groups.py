"""Groups by name: outlets and authors."""

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import itemgetter

from newsarchive.link.people import author_keys
from newsarchive.link.placed import Placed
from newsarchive.link.slugs import group_slugs
from newsarchive.model import Authors, Entry, Group, Outlet
from newsarchive.text.outlets import outlet_key


def group_outlets(placed: Placed, chosen: Sequence[Outlet]) -> tuple[tuple[Group, ...], tuple[str, ...]]:
    """The outlets in the order of the alphabet, and the ids of the articles without one.

    A chosen outlet gathers its aliases under its name. Otherwise spellings that fold the same, a leading "The" aside,
    are one outlet, which takes its name from the most frequent of them.
    """
    names = {outlet_key(outlet.name): outlet.name for outlet in reversed(chosen)}
    keys = {outlet_key(alias): outlet_key(outlet.name) for outlet in reversed(chosen) for alias in outlet.aliases}
    keys |= {key: key for key in names}
    written = [
        (identity, (card.outlet,) if card.outlet else ())
        for identity, card in zip(placed.ids, placed.cards, strict=True)
    ]
    return _group(written, lambda name: keys.get(outlet_key(name), outlet_key(name)), names)


def group_authors(entries: Iterable[Entry], chosen: Authors) -> tuple[tuple[Group, ...], tuple[str, ...]]:
    """The authors in the order of the alphabet, and the ids of the articles without one.

    Spellings that are surely one are one author (text/author_names.py), and those that a person put together; those
    that a person set apart are not.
    """
    written = [(entry.id, entry.card.authors) for entry in entries]
    spellings = Counter(name for _, names in written for name in names)
    keys, names = author_keys(spellings, chosen)
    return _group(written, keys.get, names)


def _group(
    written: Sequence[tuple[str, tuple[str, ...]]], key_of: Callable[[str], str | None], names: Mapping[str, str]
) -> tuple[tuple[Group, ...], tuple[str, ...]]:
    """Groups of ids by what the names written on them share; `names` says what some groups are called."""
    ids: defaultdict[str, list[str]] = defaultdict(list)
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    nameless: list[str] = []
    joins = {}  # few names, many bylines: what each different byline joins is found once
    for spelt, count in Counter(map(itemgetter(1), written)).items():
        keys = {name: key for name in spelt if (key := key_of(name))}
        for name, key in keys.items():
            spellings[key][name] += count
        joins[spelt] = [ids[key] for key in dict.fromkeys(keys.values())] or [nameless]
    for identity, spelt in written:
        for members in joins[spelt]:
            members.append(identity)
    slugs = group_slugs(ids)
    groups = []
    for key in sorted(ids, key=_alphabetical):
        found = sorted(spellings[key], key=lambda name: (-spellings[key][name], name))
        times = tuple(spellings[key][name] for name in found)
        groups.append(Group(names.get(key, found[0]), slugs[key], tuple(found), tuple(ids[key]), times))
    return tuple(groups), tuple(nameless)


def _alphabetical(key: str) -> tuple[str, str]:
    """Letters sort before their accents, the same under every locale: "éclair" stands before "fanal"."""
    letters = (letter for letter in unicodedata.normalize("NFKD", key) if not unicodedata.combining(letter))
    return "".join(letters), key
