"""Which spellings of authors are one author, what each is called, and what keeps two apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from newsarchive.model import Authors
from newsarchive.text.author_names import accents_agree, bare_name, full_name, is_all_capitals
from newsarchive.text.fold import fold

_APART = "apart"  # a word in the key, and so in the address, of a spelling that a person set apart


def author_keys(spellings: Mapping[str, int], chosen: Authors) -> tuple[dict[str, str], dict[str, str]]:
    """The key of each spelling, the same for spellings of one author; and by key what authors are called.

    `spellings` go with the number of their articles. Those that are surely one share a key; what a person said goes
    before that. An author is called by the most frequent spelling that is not all in capitals, or as a person said.
    """
    apart = {fold(name): f"{fold(name)} {_APART}" for name in chosen.apart}
    keys = _sure_keys(name for name in spellings if fold(name) not in apart)
    key_of = {name: apart.get(fold(name)) or _key(name, keys) for name in spellings}
    joined: dict[str, tuple[str, str]] = {}
    for name, others in reversed(chosen.together):
        own = _key(name, keys)
        joined |= {_key(other, keys): (own, name) for other in (name, *others)}
    named = dict(joined.values())
    key_of = {name: joined[key][0] if key in joined else key for name, key in key_of.items() if key}
    return key_of, _best_names(spellings, key_of) | named


def _sure_keys(names: Iterable[str]) -> dict[str, str]:
    """The key of each bare name of which all spellings are one; of others each spelling has its own key."""
    alike = defaultdict(list)
    for name in names:
        alike[bare_name(name)].append(name)
    return {bare: bare for bare, same in alike.items() if bare and accents_agree(same)}


def _key(name: str, sure: Mapping[str, str]) -> str:
    """The key of a name, whatever stands for one: "???" too; "" of blanks."""
    return sure.get(bare_name(name)) or full_name(name) or fold(name)


def _best_names(spellings: Mapping[str, int], key_of: Mapping[str, str]) -> dict[str, str]:
    best: dict[str, str] = {}
    for name in sorted(key_of, key=lambda name: (is_all_capitals(name), -spellings[name], name)):
        best.setdefault(key_of[name], name)
    return best
