"""Picture credits: who made or owns a picture, as captions say it."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib.resources import files

from newsarchive.text.names import agency_named, is_person_name, is_role

_LONGEST = 2000
_TAIL = 130  # characters at the end of a line in which its credit stands
_LONGEST_CREDIT = 90
_MOST_WORDS = 12
_LONGEST_SENTENCE = 160  # characters before "(AP)": a longer text that ends so is a report of the agency
Credit = tuple[int, int, str]

_IN_BRACKETS = re.compile(r"[(\[（【<〔]\s*([^()\[\]（）【】<>〔〕]{2,90}?)\s*[)\]）】>〕]\.?\s*$")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|(?:image |photo )?copyright\b:?)\s*(?=\S)", re.IGNORECASE)
_NOTICE = re.compile(
    r"\d{4}|copyright|by\b|todos|alle rechte|.*(?:rights? reserved|riservat|réservé|reservad|rechte vorbehalten|derechos|drejtat|\b(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:Vis mer|Read more|Enlarge(?: this image)?|(?:hide|toggle) caption|\+{3}.*|Vergrößern|Les mer)\s*$",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?…] +[A-ZÀ-Þ]\w+ \w+ \w+ \w+")
_SLASHED = re.compile(r"(?:[A-ZÀ-ÞŠŽČŁ][\w.'’-]*[ ,]{0,2}){1,5} ?/ ?[A-ZÀ-ÞŠŽČŁ][\w.'’ /&-]{1,60}$")
_PARTS = re.compile(r"\s*/\s*|,? via | \| ")
_SIGN = re.compile(r"[:：=／]|\.{3}|(?<=\bby)\s|(?<=\bof)\s|\s-\s|(?<=写真)・", re.IGNORECASE)
_WORDS_BEFORE = re.compile(r"[^\s:：=()\[\]|（）【】]+")
_GLUED = re.compile(r".*[^\W\d_A-ZÀ-Þ](?=[A-ZÀ-Þ][a-zà-ÿ])")
_PLURALS = frozenset(["photos", "pics", "pictures", "images", "fotos", "imágenes", "illustration"])
_EDGE = " .|–—-:/•·*"


def find_credit(line: str) -> Credit | None:
    """The credit of a picture in a line: its columns, with the brackets or the word before it, and what it says.

    "The harbour. (photo credit: ANN ROE)" -> the columns of the brackets, "ANN ROE"; None where there is none.
    """
    if not 3 <= len(line) <= _LONGEST:
        return None
    return next((found for rule in RULES if (found := rule(line)) and _is_short(found[2])), None)


def in_brackets(line: str) -> Credit | None:
    """ "(photo credit: Ann Roe)", "(Ann Roe/Harbour News)", "[Getty Images]" at the end of a line."""
    found = _IN_BRACKETS.search(line, max(0, len(line) - _TAIL))
    if found is None:
        return None
    inside = found.group(1).strip()
    if agency_named(inside):
        return (found.start(), len(line), inside) if found.start() < _LONGEST_SENTENCE else None
    if is_maker(inside) or inside.casefold() in _section("bracketed"):
        return found.start(), len(line), inside
    mark = _loose().match(inside) or _source().match(inside) or _COPYRIGHT.match(inside)
    rest = inside[mark.end() :].strip(_EDGE) if mark else ""
    rest = "" if _is_words(rest) else rest
    if not rest and inside.casefold().endswith((" photo", "/file", "提供", "撮影", " 기자", " nuotr.")):
        rest = inside
    return (found.start(), len(line), rest) if rest else None


def announced(line: str) -> Credit | None:
    """ "Photo: Ann Roe" as a line, or at the end of one."""
    for start, end, word in reversed(list(_announcers(line))):
        rest = _AFTER.sub("", line[end:]).strip(" |–—•·*([")
        rest = rest.partition(")")[0] if "(" not in rest else rest
        if not rest or _SENTENCE.search(rest) or _is_words(rest) or (word in _PLURALS and not _is_named(rest)):
            continue
        begin = start - line[:start].endswith(("(", "["))
        return begin, len(line), rest.rstrip(".") if rest.count(".") == 1 else rest
    return None


def _announcers(line: str) -> Iterator[tuple[int, int, str]]:
    """The words for a picture that a colon follows, near the end of a line: where they begin, where what follows begins."""
    for sign in _SIGN.finditer(line, max(0, len(line) - _TAIL)):
        floor = max(0, sign.start() - 45)
        words = list(_WORDS_BEFORE.finditer(line, floor, sign.start()))[-4:]
        for index, word in enumerate(words):
            said = " ".join(line[word.start() : sign.start()].split()).casefold()
            if said in _section("before"):
                yield word.start(), sign.end(), said
                break
            glued = _GLUED.match(word.group()) if index == len(words) - 1 else None
            if glued and word.group()[glued.end() :].casefold() in _section("before"):
                yield word.start() + glued.end(), sign.end(), word.group()[glued.end() :].casefold()


def source_at_the_end(line: str) -> Credit | None:
    """ "The harbour at dawn. Source: Ferrygram." A line that is nothing but a source says where a text is from."""
    for found in reversed(list(_source().finditer(line, max(0, len(line) - _TAIL)))):
        rest = line[found.end() :].strip(_EDGE)
        if found.start() > 20 and rest and len(rest.split()) <= 5 and line[: found.start()].rstrip()[-1:] in ".!?…)|":
            return found.start(), len(line), rest
    return None


def copyright_sign(line: str) -> Credit | None:
    """ "© Ann Roe", as a line or at the end of one; with a year or "all rights reserved" it is a notice of the site."""
    start = line.find("©", max(0, len(line) - _TAIL))
    rest = line[start + 1 :].strip(_EDGE) if start >= 0 else ""
    if not rest or _NOTICE.match(rest) or len(rest.split()) > 8:
        return None
    return start, len(line), rest


def owner(line: str) -> Credit | None:
    """ "Image copyright Getty Images": no colon, and nothing else in the line."""
    found = re.match(r"\s*(?:image|photo|picture)s? (?:copyright|credit|source|courtesy)\s+(?=\S)", line, re.IGNORECASE)
    rest = line[found.end() :].strip(_EDGE) if found else ""
    return (0, len(line), rest) if rest and len(rest.split()) <= 6 else None


def maker_alone(line: str) -> Credit | None:
    """ "Getty Images", "AP Photo/Ann Roe", "Ann Roe via AP" as a line."""
    text = line.strip()
    if len(text) > 60 or not is_maker(text) or (agency_named(text) and text.casefold() not in _section("archives")):
        return None
    if "|" in text and not any(_is_archive(part) for part in _PARTS.split(text)):
        return None
    return len(line) - len(line.lstrip()), len(line), text.rstrip(".")


def maker_at_the_end(line: str) -> Credit | None:
    """ "… at the harbour. Ann Roe/Getty Images": a name, a slash and an archive or agency after a sentence."""
    if "/" not in line[-_TAIL:]:
        return None
    found = _SLASHED.search(line, max(0, len(line) - _LONGEST_CREDIT))
    if found is None:
        return None
    start = found.start() + _name_start(found.group())
    return (start, len(line), line[start:].strip()) if is_maker(line[start:].strip(_EDGE)) else None


RULES: tuple[Callable[[str], Credit | None], ...] = (
    in_brackets,
    announced,
    source_at_the_end,
    copyright_sign,
    owner,
    maker_alone,
    maker_at_the_end,
)


def is_maker(text: str) -> bool:
    """True for words that say who made a picture: "Ann Roe/Harbour News", "AP Photo/Ann Roe", "Getty Images"."""
    parts = [part.strip(" .,") for part in _PARTS.split(text) if part.strip(" .,")]
    if not parts or len(parts) > 5 or not all(_is_namelike(part) for part in parts):
        return False
    if any(_is_archive(part) for part in parts):
        return True
    persons = " " in parts[0] and is_person_name(_restored(parts[0]))
    return len(parts) > 1 and (persons or any(agency_named(part) for part in parts[1:]))


def _restored(part: str) -> str:
    return part.title() if part.isupper() else part


def _is_archive(part: str) -> bool:
    small = part.casefold() if len(part) > 4 or part.isupper() or part.istitle() else part
    known = _section("archives")
    return (
        small in known
        or small.startswith(("ap photo", "file photo"))
        or any(piece.strip() in known for piece in small.split(","))
    )


def _is_namelike(part: str) -> bool:
    words = part.replace(",", " ").split()
    if any(is_role(word.casefold()) or word.casefold() == "by" for word in words):
        return False
    return 0 < len(words) <= 6 and all(
        word[:1].isupper() or word in ("de", "van", "von", "for", "of", "dpa", "und", "&") or _is_archive(part)
        for word in words
    )


def _name_start(text: str) -> int:
    """Where the maker begins in "old Harbour. Ann Roe / AP": after a stop, or at the name of two or three words before the slash."""
    before = text.split("/")[0]
    sentence = before.rfind(". ")
    if sentence > 2:
        return sentence + 2
    words = list(re.finditer(r"\S+", before))
    for count in (3, 2):
        if len(words) > count and is_person_name(_restored(before[words[-count].start() :].strip())):
            return words[-count].start()
    return 0


def _is_words(text: str) -> bool:
    """True for a description, which is no credit: "Foto: junge Frau im Wasser"."""
    words = text.split()
    return len(words) > 3 and words[0][:1].islower() and "/" not in text and "," not in text


def _is_named(text: str) -> bool:
    return is_maker(text) or is_person_name(text) or agency_named(text) is not None


def _is_short(credit: str) -> bool:
    return 0 < len(credit) <= _LONGEST_CREDIT and len(credit.split()) <= _MOST_WORDS


@lru_cache(maxsize=1)
def _loose() -> re.Pattern[str]:
    """In brackets a colon may be missing: "(Foto Harbour News: Ann Roe)", "(photo Ann Roe)"."""
    return re.compile(rf"(?:{_any('before')})(?:\s*[:：=／]\s*|[\s/]+)(?=\S)", re.IGNORECASE)


@lru_cache(maxsize=1)
def _source() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{_any('source')})\s*[:：]\s*(?=\S)", re.IGNORECASE)


def _any(title: str) -> str:
    words = sorted(_section(title), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


@lru_cache(maxsize=8)
def _section(title: str) -> frozenset[str]:
    text = (files(__package__) / "credits.txt").read_text("utf-8")
    inside = text.partition(f"\n[{title}]\n")[2].partition("\n#")[0]
    return frozenset(line.strip() for line in inside.split("\n") if line.strip())
