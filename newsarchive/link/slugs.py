"""Parts of addresses: safe on every disk and in every link, whatever the script of the name."""

import base64
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from slugify import slugify

_LONGEST = 60  # with a folder before it and an id or a period after it, a path stays below 100 characters
_LOOKED_AT = 300  # a headline may turn out to be a whole text on one line
_APOSTROPHE = re.compile(r"(?<=\w)['’‘ʼ`´](?=\w)")  # It’s -> Its
_TYPED = str.maketrans({"‘": "", "’": "", "“": '"', "”": '"', "–": "-", "—": "-", "…": "."})
_IN_NUMBER = re.compile(r"(?<=\d),(?=\d)")  # 1,000 -> 1000
_WORD = re.compile("[a-z0-9]+")

# Windows opens a device instead of a file of these names, whatever follows the dot: con.html
DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))})
# Pages that stand beside those of the groups: outlets/index.html, outlets/unknown.html, authors/none.html
_OTHER_PAGES = frozenset({"index", "unknown", "none"})


def slug(text: str) -> str:
    """The words of a text as part of an address: lowercase ASCII letters, digits and single hyphens, at most 60, or "".

    "It’s Łódź’s turn: 1,000 homes" -> "its-lodzs-turn-1000-homes"     "海港关闭" -> "hai-gang-guan-bi"     "???" -> ""
    """
    plain = _APOSTROPHE.sub("", text[:_LOOKED_AT]).translate(_TYPED)
    if plain.isascii():  # as slugify does it, at a tenth of the cost
        return _shortened("-".join(_WORD.findall(_IN_NUMBER.sub("", plain.lower()))))
    return slugify(
        plain,
        entities=False,
        decimal=False,
        hexadecimal=False,
        max_length=_LONGEST,
        word_boundary=True,
        save_order=True,
        backend="text-unidecode",  # otherwise slugs depend on what else is installed
    )


def _shortened(words: str) -> str:
    """As many of the words as fit; of a word that is too long, the beginning."""
    if len(words) <= _LONGEST:
        return words
    return words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]


def hashes(text: str) -> Iterator[str]:
    """Names for what needs one of its own: eight base-32 characters (RFC 4648, lowercase) of the text's SHA-256, then
    ten of them, twelve and so on without end. The first that is free is the one to take.
    """
    digest = text.encode("utf-8", "surrogatepass")  # a path may hold bytes that are no text
    while True:
        digest = hashlib.sha256(digest).digest()
        letters = base64.b32encode(digest).decode("ascii").rstrip("=").lower()
        yield from (letters[:length] for length in range(8, len(letters) + 1, 2))


def group_slugs(names: Iterable[str]) -> Mapping[str, str]:
    """A slug for each of several folded names, no two the same.

    A name that is its slug but for the spaces has it whatever other names there are: "jane roe" -> "jane-roe". Others
    that come to the same slug, or to one that is taken, add a hash of the name: "jané roe" -> "jane-roe-mwfrpjad".
    """
    alike: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        alike[slug(name)].append(name)
    slugs = {keeper: stem for stem, sharing in alike.items() if (keeper := _keeper(stem, sharing)) is not None}
    taken = set(slugs.values())
    for stem, sharing in alike.items():
        for name in sharing:
            if name not in slugs:
                slugs[name] = next(
                    candidate for tail in hashes(name) if (candidate := f"{stem}-{tail}".lstrip("-")) not in taken
                )
                taken.add(slugs[name])
    return slugs


def _keeper(stem: str, sharing: list[str]) -> str | None:
    """Which of the names that come to one slug has it bare: the plain one, or the only one."""
    if not stem or stem in DEVICES or stem in _OTHER_PAGES:
        return None
    plain = stem.replace("-", " ")
    return plain if plain in sharing else sharing[0] if len(sharing) == 1 else None
