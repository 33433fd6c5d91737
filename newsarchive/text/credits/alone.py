"""Makers that nothing announces: as a line, or after a sentence."""

import re

from newsarchive.text.credits.found import EDGE, Credit, without_button
from newsarchive.text.credits.hints import LONGEST_ALONE, TAIL, ends_like_archive
from newsarchive.text.credits.makers import is_archive, is_maker, is_maker_alone, may_be_maker, name_start
from newsarchive.text.credits.words import credit_words
from newsarchive.text.names import is_person_name

_LONGEST_AT_THE_END = 90
_LONGEST_ARCHIVE = 40
_ARCHIVED = re.compile(r"(?:[.!?…”’\"')\]]\s*|\s[|/–—]\s*|(?<=\w)—)([A-Z][\w.-]+(?: [\w.-]+){0,2})$", re.IGNORECASE)
_NAME = r"[A-ZÀ-ÞŠŽČŁ][\w.'’-]*"
_SLASHED = re.compile(rf"{_NAME}(?:[ ,]{{1,2}}{_NAME}){{0,4}}[ ,]{{0,2}} ?/ ?[A-ZÀ-ÞŠŽČŁ][\w.'’ /&-]{{1,60}}$")


def maker_alone(line: str) -> Credit | None:
    """As a line: "Getty Images", "AP Photo/Ann Roe", "Ann Roe via AP"."""
    text = line.strip()
    if len(text) > LONGEST_ALONE or not may_be_maker(text) or not is_maker_alone(text):
        return None
    return len(line) - len(line.lstrip()), len(line), text.rstrip(".")


def maker_at_the_end(line: str) -> Credit | None:
    """After a sentence: "… at the harbour. Ann Roe/Getty Images"."""
    if "/" not in line[-TAIL:]:
        return None
    text = without_button(line).rstrip(". ")
    found = _SLASHED.search(text, max(0, len(text) - _LONGEST_AT_THE_END))
    if found is None:
        return None
    start = found.start() + name_start(found.group())
    said = line[start:].strip() if len(text) == len(line.rstrip(". ")) else text[start:]
    return (start, len(line), said) if is_maker(text[start:].strip(EDGE)) else None


def archive_at_the_end(line: str) -> Credit | None:
    """After a sentence or a sign: "… at the harbour. Getty Images", "The harbour / picture alliance"."""
    text = without_button(line).rstrip(". ")
    if not ends_like_archive(text):
        return None
    found = _ARCHIVED.search(text, max(0, len(text) - _LONGEST_ARCHIVE))
    if found is None or not is_archive(found[1]):
        return None
    start = found.start(1)
    if found[0].lstrip()[0] in "—–/|":
        start = _with_name(text, found.start())
    return start, len(line), text[start:].lstrip(EDGE)


def closing_words(line: str) -> Credit | None:
    """At the end of a line, after any words: "Ann Roe Submitted photo"."""
    text = line.rstrip(". ")
    if not ends_like_archive(text):
        return None
    for count in (2, 3, 1):
        start = len(" ".join(text.rsplit(" ", count)[:1]))
        said = text[start:].strip()
        if said.casefold() in credit_words("closing") and said[:1].isupper():
            return start, len(line), said
    return None


def _with_name(text: str, end: int) -> int:
    """Where the person begins whose name a sign parts from the archive: "… at dawn.Ann Roe—Getty Images"."""
    before = text[max(0, end - _LONGEST_AT_THE_END) : end]
    name = re.split(r"[.!?…”)](?=\s*[A-ZÀ-Þ])", before)[-1]
    return end - len(name.lstrip()) if is_person_name(name.strip()) else end
