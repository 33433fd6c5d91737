"""Names in what newsrooms say of their writers: bios beside a report, and the taglines at its end."""

import re
from functools import lru_cache

from newsarchive.text.names.lists import any_of, section
from newsarchive.text.names.segments import segments_of
from newsarchive.text.names.shape import is_likely, name_at
from newsarchive.text.names.words import Word, is_role, words_of

_LONGEST = 1200
_NEAR = 14  # words after the name among which a role stands
_OWNED = re.compile(r"\s+is (?:[A-Z][\w&.-]*\s){0,5}[A-Z][\w&.-]*['’]s? ")  # "… is Harbour Wave's port reporter"
_EDITING = re.compile(r";|\. |\b(?:additional|editing|edited|writing|with|redaktion|bearbeitet)\b", re.IGNORECASE)


def bio_author(line: str) -> str | None:
    """The writer that a bio is about: "Ann Roe is The Harbour Times' port reporter" -> "Ann Roe"; or None.

    What a line says of any person ("Ann Roe is the mayor") has the same shape: ask only of lines that are bios.
    """
    text = line.strip()[:_LONGEST]
    opener = _pattern("openers", r"[:\s]+(?=\S)").match(text)
    words = words_of(text, opener.end() if opener else 0)
    name = name_at(words, 0)
    if name is None or not name.is_full:
        return None
    after = words[name.stop :]
    if opener:
        return name.text if name.sure and (not after or after[0].kind != "word" or after[0].text.islower()) else None
    end = words[name.stop - 1].end
    verb = _pattern("verbs", r"(?!\w)", r"\s*(?:,[^,]{3,60},)?\s*").match(text, end) or _OWNED.match(text, end)
    if is_likely(name) and (verb or _says_role(after)):
        return name.text
    return name.text if verb and _has_role(after) else None


def tagline_authors(line: str) -> tuple[str, ...]:
    """The writers that a tagline names: "(Reporting by Ann Roe in Kirov; editing by Tom Doe)" -> Ann Roe.

    Editors are never among them, nor those who "contributed to this report".
    """
    text = line.strip()[:_LONGEST].lstrip("([—–-* ")
    found = _pattern("reporting", r"[:\s]+(?=\S)").match(text)
    if found is None:
        return ()
    ends = (end.start() for end in _EDITING.finditer(text, found.end()) if not _is_initial_stop(text, end.start()))
    segments = segments_of(text[: next(ends, len(text))], found.end(), announced=True)
    return tuple(dict.fromkeys(name.text for segment in segments for name in segment.full))


def _is_initial_stop(text: str, stop: int) -> bool:
    """True for the stop after an initial: "John S. Roe"."""
    return text[stop] == "." and stop > 1 and text[stop - 2] in " ."


def _says_role(after: list[Word]) -> bool:
    """True where a role follows the name at once: "Ann RoeKorrespondentin für …", "Ann Roe, senior editor"."""
    near = after[1:4] if after and after[0].text in {",", "-", "–", "—", "|", ":"} else after[:2]
    return _has_role(near)


def _has_role(after: list[Word]) -> bool:
    return any(word.kind == "word" and is_role(word.small) for word in after[:_NEAR])


@lru_cache(maxsize=4)
def _pattern(title: str, after: str, before: str = "") -> re.Pattern[str]:
    return re.compile(rf"{before}(?:{any_of(section('bio_words.txt', title))}){after}", re.IGNORECASE)
