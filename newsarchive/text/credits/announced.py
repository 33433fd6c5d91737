"""Credits that a word announces: "Photo: Ann Roe", "Photo by Ann Roe", "Source: Ferrygram"."""

import re
from collections.abc import Iterator
from functools import lru_cache

from newsarchive.text.credits.found import EDGE, Credit, is_description, without_button
from newsarchive.text.credits.hints import LONGEST_ALONE, LONGEST_ANNOUNCEMENT, TAIL
from newsarchive.text.credits.makers import is_archive, is_maker, is_named
from newsarchive.text.credits.words import credit_pattern, credit_words
from newsarchive.text.names import agency_named

_SENTENCE = re.compile(r"[.!?…] +[A-ZÀ-Þ]\w+ \w+ \w+ \w+")
# Written so that its first characters are one class, which is looked for quickly.
_SIGN = re.compile(r"[:：=／.\s](?:(?<=[:：=／])|(?<=\.)\.\.|(?<=\b[bB][yY]\s)|(?<=\b[oO][fF]\s)|(?<=\s)-\s)")
_COLON = re.compile("[:：]")
_WORDS_BEFORE = re.compile(r"[^\s:：=()\[\]|（）【】]+")
_GLUED = re.compile(r".*(?:[^\W\d_A-ZÀ-Þ]|[.!?”’)])(?=[A-ZÀ-Þ][a-zà-ÿ])")
_PLURALS = frozenset(("photos", "pics", "pictures", "images", "fotos", "imágenes", "illustration"))


def announced(line: str) -> Credit | None:
    """As a line, or at the end of one: "Photo: Ann Roe"."""
    for start, end, word in reversed(list(_announcements(line))):
        rest = without_button(line[end:]).strip(" |–—•·*([")
        rest = rest.partition(")")[0] if "(" not in rest else rest
        if not rest or _SENTENCE.search(rest) or _is_no_maker(word, rest):
            continue
        begin = start - line[:start].endswith(("(", "["))
        return begin, len(line), rest.rstrip(".") if rest.count(".") == 1 else rest
    return None


def _is_no_maker(word: str, rest: str) -> bool:
    """What describes a picture or asks something; after "Photos" or the like all but a name."""
    return is_description(rest) or rest.endswith(("?", "!")) or (word in _PLURALS and not is_named(rest))


def bare_word(line: str) -> Credit | None:
    """As a line, without a colon: "Photo iStock", "Foto dpa"."""
    word, _, rest = line.strip().partition(" ")
    if len(line) > LONGEST_ALONE or word.casefold() not in credit_words("before"):
        return None
    rest = rest.strip(EDGE)
    if rest[:1].islower() and not agency_named(rest):
        return (0, len(line), rest) if "," not in rest and is_archive(rest) else None
    return (0, len(line), rest) if rest and (is_maker(rest) or agency_named(rest)) else None


def source_at_the_end(line: str) -> Credit | None:
    """After a sentence: "The harbour at dawn. Source: Ferrygram." A source alone says where a text is from."""
    colons = _COLON.finditer(line, max(0, len(line) - TAIL))
    if not any(_may_announce("source", line[: colon.start()]) for colon in colons):
        return None
    pattern = credit_pattern("source", r"\s*[:：]\s*")
    for found in reversed(list(pattern.finditer(line, max(0, len(line) - TAIL)))):
        rest = line[found.end() :].strip(EDGE)
        before = line[: found.start()].rstrip()
        if rest and len(rest.split()) <= 5 and before[-1:] in {".", "!", "?", "…", ")", "|", "/"}:
            return found.start() - before.endswith("/") * (found.start() - len(before) + 1), len(line), rest
    return None


def _announcements(line: str) -> Iterator[tuple[int, int, str]]:
    """The words for a picture that a colon follows, near the end of a line: where they begin, and what follows them."""
    for sign in _SIGN.finditer(line, max(0, len(line) - TAIL)):
        if not _may_announce("before", line[max(0, sign.start() - LONGEST_ANNOUNCEMENT) : sign.start()]):
            continue
        words = list(_WORDS_BEFORE.finditer(line, max(0, sign.start() - LONGEST_ANNOUNCEMENT), sign.start()))[-4:]
        starts = [word.start() for word in words]
        if words and (glued := _GLUED.match(words[-1].group())):
            starts.append(words[-1].start() + glued.end())
        for start in starts:
            said = " ".join(line[start : sign.start()].split()).casefold()
            if said in credit_words("before"):
                yield start, sign.end(), said
                break


def _may_announce(title: str, before: str) -> bool:
    """Whether words end as one of the phrases of a section does: most that stand before a colon do not."""
    end = before.rstrip()[-2:].casefold()
    return end in _ends(title) or end[-1:] in _ends(title)


@lru_cache(maxsize=2)
def _ends(title: str) -> frozenset[str]:
    return frozenset(phrase[-2:] for phrase in credit_words(title))
