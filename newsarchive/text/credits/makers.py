"""The words that say who made a picture: a name, an agency or an archive, parted by slashes."""

import re
from collections.abc import Sequence

from newsarchive.text.credits.words import credit_words
from newsarchive.text.names import agency_named, is_person_name, is_role

_PARTS = re.compile(r"(?:(?<!\s)\s+)?/\s*|,? via | \| ")
_SMALL_WORDS = frozenset(("de", "van", "von", "for", "of", "dpa", "und", "&"))
_MOST_PARTS, _MOST_WORDS = 5, 6
_ALWAYS_ANY_CASE = 4  # letters; a shorter name of an archive counts in capitals alone: "EPA", not "ePA"


def may_be_maker(text: str) -> bool:
    """False for words that are surely no maker: one part that is no archive. Quicker than `is_maker`."""
    return "/" in text or " via " in text or " | " in text or is_archive(text.strip(" .,"))


def is_maker(text: str) -> bool:
    """True for words that say who made a picture: "Ann Roe/Harbour News", "AP Photo/Ann Roe", "Getty Images"."""
    parts = [part.strip(" .,") for part in _PARTS.split(text) if part.strip(" .,")]
    if not 0 < len(parts) <= _MOST_PARTS:
        return False
    archived = any(is_archive(part) for part in parts)
    if not all(_is_namelike(part) or (archived and _is_handle(part)) for part in parts):
        return False
    return archived or (len(parts) > 1 and _is_credited(parts))


def _is_credited(parts: Sequence[str]) -> bool:
    """A person or an agency before others, or others before an agency."""
    if any(agency_named(part) for part in parts[1:]):
        return True
    return any(" " in part and is_person_name(_restored(part)) for part in parts[: 1 + bool(agency_named(parts[0]))])


def _is_handle(part: str) -> bool:
    """A name in an archive of pictures: "harbour11/iStock"."""
    return " " not in part and part.isidentifier()


def is_maker_alone(text: str) -> bool:
    """True for a maker that is a credit as a line of its own; "Reuters" or "Ann Roe | Tom Doe" alone is a byline."""
    if not is_maker(text) or (agency_named(text) and text.casefold() not in credit_words("archives")):
        return False
    if text.casefold().strip(" .") in credit_words("ambiguous"):
        return False
    return "|" not in text or any(is_archive(part) for part in _PARTS.split(text))


def is_named(text: str) -> bool:
    """True for a maker, a person or an agency."""
    return is_maker(text) or is_person_name(text) or agency_named(text) is not None


def is_archive(part: str) -> bool:
    """True for the name of an archive of pictures, with what stands beside it after a comma."""
    loose = len(part) > _ALWAYS_ANY_CASE or part.isupper() or part.istitle()
    small = part.casefold() if loose else part
    known = credit_words("archives")
    if small in known or small.startswith(("ap photo", "file photo")):
        return True
    return "," in small and any(piece.strip() in known for piece in small.split(","))


def name_start(text: str) -> int:
    """Where the maker begins in "old Harbour. Ann Roe / AP": after a stop, or at the name before the slash."""
    before = text.partition("/")[0]
    sentence = before.rfind(". ")
    if sentence > 2:
        return sentence + 2
    words = list(re.finditer(r"\S+", before))
    for count in (3, 2):
        if len(words) > count and is_person_name(_restored(before[words[-count].start() :].strip())):
            return words[-count].start()
    return 0


def _restored(part: str) -> str:
    return part.title() if part.isupper() else part


def _is_namelike(part: str) -> bool:
    words = part.replace(",", " ").split()
    if "by" in part.casefold().split() or all(is_role(word.casefold()) for word in words):
        return False
    capitals = all(word[:1].isupper() or word in _SMALL_WORDS for word in words)
    return 0 < len(words) <= _MOST_WORDS and (capitals or is_archive(part))
