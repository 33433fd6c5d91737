"""Finding the credit in a caption: each rule is one way in which captions give it."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from newsarchive.text.credits.makers import is_maker, is_maker_alone, is_named, name_start
from newsarchive.text.credits.words import credit_pattern, credit_words
from newsarchive.text.names import agency_named

_SHORTEST, _LONGEST = 3, 2000
_TAIL = 130  # characters at the end of a line in which its credit stands
_LONGEST_CREDIT, _MOST_WORDS = 90, 12
_LONGEST_SENTENCE = 160  # characters before "(AP)": a longer text that ends so is a report of the agency
_LONGEST_ALONE = 60
_EDGE = " .|–—-:/•·*"
Credit = tuple[int, int, str]

_IN_BRACKETS = re.compile(r"[(\[（【<〔]\s*([^()\[\]（）【】<>〔〕]{2,90}?)\s*[)\]）】>〕]\.?\s*$")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|(?:image |photo )?copyright\b:?)\s*(?=\S)", re.IGNORECASE)
_NOTICE = re.compile(
    r"\d{4}|copyright|by\b|todos|alle rechte"
    r"|.*(?:rights? reserved|riservat|réservé|reservad|rechte vorbehalten|derechos|drejtat|\b(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_AFTER_EQUALS = re.compile(r"[＝=]([^＝=。]{1,25})$")
_OWNER = re.compile(r"\s*(?:image|photo|picture)s? (?:copyright|credit|source|courtesy)\s+(?=\S)", re.IGNORECASE)
_BUTTON = re.compile(
    r"\s*(?:Vis mer|Read more|Enlarge(?: this image)?|(?:hide|toggle) caption|\+{3}.*|Vergrößern|Les mer)\s*$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…] +[A-ZÀ-Þ]\w+ \w+ \w+ \w+")
_SLASHED = re.compile(r"(?:[A-ZÀ-ÞŠŽČŁ][\w.'’-]*[ ,]{0,2}){1,5} ?/ ?[A-ZÀ-ÞŠŽČŁ][\w.'’ /&-]{1,60}$")
_SIGN = re.compile(r"[:：=／]|\.{3}|(?<=\bby)\s|(?<=\bof)\s|\s-\s", re.IGNORECASE)
_WORDS_BEFORE = re.compile(r"[^\s:：=()\[\]|（）【】]+")
_GLUED = re.compile(r".*(?:[^\W\d_A-ZÀ-Þ]|[.!?”’)])(?=[A-ZÀ-Þ][a-zà-ÿ])")
_LONGEST_ANNOUNCEMENT = 45
_PLURALS = frozenset(("photos", "pics", "pictures", "images", "fotos", "imágenes", "illustration"))
_ENDS = (" photo", "/file", "提供", "撮影", " 기자", " nuotr.")


def find_credit(line: str) -> Credit | None:
    """The credit of a picture in a line: its columns, with the brackets or the word before it, and what it says.

    "The harbour. (photo credit: ANN ROE)" -> the columns of the brackets, "ANN ROE"; None where there is none.
    """
    if not _SHORTEST <= len(line) <= _LONGEST:
        return None
    return next((found for rule in RULES if (found := rule(line)) and _is_short(found[2])), None)


def in_brackets(line: str) -> Credit | None:
    """At the end of a line: "(photo credit: Ann Roe)", "(Ann Roe/Harbour News)", "[Getty Images]"."""
    found = _IN_BRACKETS.search(line, max(0, len(line) - _TAIL))
    if found is None:
        return None
    inside = found.group(1).strip()
    if agency_named(inside):
        return (found.start(), len(line), inside) if found.start() < _LONGEST_SENTENCE else None
    if is_maker(inside) or inside.casefold() in credit_words("bracketed"):
        return found.start(), len(line), inside
    rest = _announced_inside(inside)
    return (found.start(), len(line), rest) if rest else None


def _announced_inside(inside: str) -> str:
    """What the word for a picture announces; in brackets its colon may be missing: "Foto Harbour News: Ann Roe"."""
    mark = (
        credit_pattern("before", r"(?:\s*[:：=／]\s*|[\s/]+)").match(inside)
        or credit_pattern("source", r"\s*[:：]\s*").match(inside)
        or _COPYRIGHT.match(inside)
    )
    rest = inside[mark.end() :].strip(_EDGE) if mark else ""
    if not rest and inside.casefold().endswith(_ENDS):
        return inside
    return "" if _is_description(rest) else rest


def announced(line: str) -> Credit | None:
    """As a line, or at the end of one: "Photo: Ann Roe"."""
    for start, end, word in reversed(list(_announcements(line))):
        rest = _BUTTON.sub("", line[end:]).strip(" |–—•·*([")
        rest = rest.partition(")")[0] if "(" not in rest else rest
        if not rest or _SENTENCE.search(rest) or _is_description(rest) or (word in _PLURALS and not is_named(rest)):
            continue
        begin = start - line[:start].endswith(("(", "["))
        return begin, len(line), rest.rstrip(".") if rest.count(".") == 1 else rest
    return None


def _announcements(line: str) -> Iterator[tuple[int, int, str]]:
    """The words for a picture that a colon follows, near the end of a line: where they begin, and what follows them."""
    for sign in _SIGN.finditer(line, max(0, len(line) - _TAIL)):
        words = list(_WORDS_BEFORE.finditer(line, max(0, sign.start() - _LONGEST_ANNOUNCEMENT), sign.start()))[-4:]
        starts = [word.start() for word in words]
        if words and (glued := _GLUED.match(words[-1].group())):
            starts.append(words[-1].start() + glued.end())
        for start in starts:
            said = " ".join(line[start : sign.start()].split()).casefold()
            if said in credit_words("before"):
                yield start, sign.end(), said
                break


def source_at_the_end(line: str) -> Credit | None:
    """After a sentence: "The harbour at dawn. Source: Ferrygram." A source alone says where a text is from."""
    pattern = credit_pattern("source", r"\s*[:：]\s*")
    for found in reversed(list(pattern.finditer(line, max(0, len(line) - _TAIL)))):
        rest = line[found.end() :].strip(_EDGE)
        before = line[: found.start()].rstrip()
        if rest and len(rest.split()) <= 5 and before[-1:] in {".", "!", "?", "…", ")", "|"}:
            return found.start(), len(line), rest
    return None


def copyright_sign(line: str) -> Credit | None:
    """As a line or at the end of one: "© Ann Roe"; with a year or "all rights reserved" it is a notice of the site."""
    start = line.find("©", max(0, len(line) - _TAIL))
    rest = line[start + 1 :].strip(_EDGE) if start >= 0 else ""
    if not rest or _NOTICE.match(rest) or len(rest.split()) > 8:
        return None
    return start, len(line), rest


def owner(line: str) -> Credit | None:
    """As a line, without a colon: "Image copyright Getty Images"."""
    found = _OWNER.match(line)
    rest = line[found.end() :].strip(_EDGE) if found else ""
    return (0, len(line), rest) if rest and len(rest.split()) <= 6 else None


def after_equals(line: str) -> Credit | None:
    """In Japanese, behind "＝": "港の船＝ロイター", "港の船＝港町で、佐藤渚撮影"."""
    found = _AFTER_EQUALS.search(line, max(0, len(line) - _TAIL))
    if found is None:
        return None
    said = found.group(1).strip()
    maker = said.rpartition("、")[2].removesuffix("撮影").strip()
    taken = said.endswith("撮影") or agency_named(unicodedata.normalize("NFKC", said)) is not None
    return (found.start(), len(line), maker) if taken and maker else None


def maker_alone(line: str) -> Credit | None:
    """As a line: "Getty Images", "AP Photo/Ann Roe", "Ann Roe via AP"."""
    text = line.strip()
    if len(text) > _LONGEST_ALONE or not is_maker_alone(text):
        return None
    return len(line) - len(line.lstrip()), len(line), text.rstrip(".")


def maker_at_the_end(line: str) -> Credit | None:
    """After a sentence: "… at the harbour. Ann Roe/Getty Images"."""
    found = _SLASHED.search(line, max(0, len(line) - _LONGEST_CREDIT)) if "/" in line[-_TAIL:] else None
    if found is None:
        return None
    start = found.start() + name_start(found.group())
    return (start, len(line), line[start:].strip()) if is_maker(line[start:].strip(_EDGE)) else None


RULES: tuple[Callable[[str], Credit | None], ...] = (
    in_brackets,
    announced,
    source_at_the_end,
    copyright_sign,
    after_equals,
    owner,
    maker_alone,
    maker_at_the_end,
)
"""The ways in which captions give a credit, the most certain first."""


def _is_description(text: str) -> bool:
    """True for what describes a picture: "Foto: junge Frau im Wasser"."""
    words = text.split()
    return len(words) > 3 and words[0][:1].islower() and "/" not in text and "," not in text


def _is_short(credit: str) -> bool:
    return 0 < len(credit) <= _LONGEST_CREDIT and len(credit.split()) <= _MOST_WORDS
