"""The lines that name the outlet they are from: each rule is one way in which a site speaks of itself."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from newsarchive.model import Span
from newsarchive.text.credits import find_credit
from newsarchive.text.names import agency_named, is_given, is_person_name, is_place, read_byline
from newsarchive.text.openings import any_begins

STATED = ("published_by", "source_line")
SURE = (*STATED, "copyright_line", "beside_the_byline", "bio", "disclaimer")
_SPEAKING = ("boilerplate", "bio", "disclaimer", "tagline", "correction", "byline")
_LONGEST = 1200
_WORD = r"[A-ZÀ-ÞŠŽČŁ0-9][\w.&!+'’-]*"
_SMALL = r"(?:of|the|and|&|de|del|la|los|les|des|du|für|und|on|y|e|do|da|dos|das|di|i|et|van|voor)"
_NAME = rf"(?P<name>(?:(?:The|the|Le|La|El|Il|Der|Die|Das|De) )?{_WORD}(?: (?:{_SMALL} ){{0,2}}{_WORD}){{0,5}}?)"
_FULL_NAME = re.compile(_NAME)
_NAME_ENDS = r"(?=$|[.,;:|)!]|['’]s\b| [^\WA-ZÀ-Þ]|\s[-–—])"
_BARS = re.compile(r"\s*[|,·•–—/]\s*|\s-\s|\bspecial to\b", re.IGNORECASE)
_DOMAIN = re.compile(
    r"(?:[\w.+-]+@|^www\.)((?:[a-z0-9-]+\.)+(?:com|org|net|news|info|eu|tv|media|press|online|[a-z]{2}))(?![\w.])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A line that names the outlet: the name, as it is printed there, and the rule that heard it."""

    name: str
    line: int
    rule: str


def in_the_sites_words(spans: Sequence[Span]) -> Iterator[Mention]:
    """What appeals, notices, bios and taglines say: "Support {name}", "© 2024 {name}", "{name}'s port reporter"."""
    for span in spans:
        if span.label not in _SPEAKING or span.label == "byline":
            continue
        text = " ".join(span.text[:_LONGEST].split())
        for rule, pattern in _phrases():
            for found in pattern.finditer(text):
                name = _name_in(found, rule)
                if name:
                    yield Mention(name, span.line, rule)


def beside_the_byline(spans: Sequence[Span]) -> Iterator[Mention]:
    """ "By Ann Roe | Harbour News", "Ann Roe, Special to the Harbour Post"."""
    for span in spans:
        found = read_byline(span.text.strip()) if span.label == "byline" else None
        rest = span.text.strip()[found.end :] if found and found.authors else ""
        for part in _BARS.split(rest)[1:]:
            name = clean_name(part)
            if name and is_press_name(name) and _FULL_NAME.fullmatch(name) and not any(map(str.isdigit, name)):
                yield Mention(name, span.line, "beside_the_byline")


def domain_and_name(spans: Sequence[Span]) -> Iterator[Mention]:
    """An address of the site whose letters the text prints as a name: "tips@harbourpost.com", "Harbour Post"."""
    for span in spans:
        if span.label not in _SPEAKING or len(span.text) > _LONGEST:
            continue
        for found in _DOMAIN.finditer(span.text.strip()):
            label = _own_label(found.group(1).casefold().split("."))
            name = _printed(label, spans) if len(label) > 4 and label not in _words("common domains") else None
            if name:
                yield Mention(name, span.line, "domain_and_name")


def masthead(spans: Sequence[Span]) -> Iterator[Mention]:
    """A newspaper's name as a line above the headline that another of the site's lines begins with."""
    headline = next((span.line for span in spans if span.label == "headline"), 0)
    own = [span for span in spans if span.label == "boilerplate"]
    texts = sorted(span.text for span in own)
    for span in own:
        name = span.text.strip()
        if (
            span.line >= headline
            or clean_name(name) != name
            or not is_press_name(name)
            or not _FULL_NAME.fullmatch(name)
        ):
            continue
        if any_begins(texts, f"{name} "):
            yield Mention(name, span.line, "masthead")


def in_a_credit(spans: Sequence[Span]) -> Iterator[Mention]:
    """The house of a picture's maker: "(Ann Roe/Harbour Post)". It bears out another line and names no outlet alone."""
    for span in spans:
        credit = find_credit(span.text) if span.label in ("caption", "credit") and span.copy_of is None else None
        name = clean_name(credit[2].rpartition("/")[2].strip()) if credit and "/" in credit[2] else None
        if name:
            yield Mention(name, span.line, "in_a_credit")


RULES: tuple[Callable[[Sequence[Span]], Iterator[Mention]], ...] = (
    in_the_sites_words,
    masthead,
    beside_the_byline,
    domain_and_name,
)


def clean_name(said: str) -> str | None:
    """A name without the site's words after it: "Harbour Post Store" -> "Harbour Post"; None for what is no outlet."""
    words = re.sub(r"['’]s$|[.,!]+$", "", said.strip()).split()
    while words and words[-1].casefold().strip(".,") in _words("tails"):
        words.pop()
    name = re.sub(r"['’]s?$", "", " ".join(words)).strip(" .,")
    name = name.removeprefix("the ")
    return name if _is_outlet(name) else None


def is_press_name(name: str) -> bool:
    """True for a name with a word that newspapers and broadcasters are called by: "Harbour Post", "Hafenzeitung"."""
    ends = tuple(word[1:] for word in _words("press") if word.startswith("-"))
    return any(word in _words("press") or word.endswith(ends) for word in name.casefold().split())


def _is_outlet(name: str) -> bool:
    core = [word.strip("'’.,") for word in name.casefold().split() if word not in ("the", "of", "and")]
    if len(name) < 2 or not core or core[0] in _words("no outlet") or not any(map(str.isalpha, name)):
        return False
    if len(core) == 1 and is_given(core[0]):
        return False
    return agency_named(name) is None and not is_person_name(name) and not is_place(name)


def _name_in(found: re.Match[str], rule: str) -> str | None:
    parts = found.groupdict()
    if parts.get("han"):
        return parts["han"]
    name = clean_name(parts["name"])
    needs_press = rule in ("source_line", "copyright_line")
    return name if name and (is_press_name(name) or not needs_press) else None


def _own_label(labels: list[str]) -> str:
    """The part of a domain that is the site's own: ["www", "harbourpost", "co", "uk"] -> "harbourpost"."""
    own = labels[:-1]
    while len(own) > 1 and len(own[-1]) <= 3:
        own.pop()
    return own[-1]


def _printed(label: str, spans: Sequence[Span]) -> str | None:
    """A name in the text that has the letters of a domain: "harbourpost" -> "Harbour Post"."""
    pattern = re.compile(
        r"(?<!\w)(?:The )?"
        + r"[ '’&-]?".join(map(re.escape, label.removeprefix("the").replace("-", "")))
        + r"(?!\w|\.)",
        re.IGNORECASE,
    )
    for span in spans:
        for found in pattern.finditer(span.text[:_LONGEST] if span.label in _SPEAKING else ""):
            name = found.group()
            if name[:1].isupper() and _is_outlet(name) and (" " in name or not name.isupper() or len(name) < 6):
                return name
    return None


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    text = (files(__package__) / "outlet_phrases.txt").read_text("utf-8")
    rows = [line.split(" | ", 1) for line in text.split("\n") if line.strip() and not line.startswith("#")]
    return tuple((rule.strip(), _pattern(phrase.strip())) for rule, phrase in rows)


def _pattern(phrase: str) -> re.Pattern[str]:
    before, name, after = phrase.partition("{name}")
    if not name:
        return re.compile(f"(?i:{phrase})")
    return re.compile((f"(?i:{before})" if before else r"(?<!\w)") + _NAME + (f"(?i:{after})" if after else _NAME_ENDS))


@lru_cache(maxsize=4)
def _words(title: str) -> frozenset[str]:
    text = (files(__package__) / "outlet_words.txt").read_text("utf-8")
    inside = text.partition(f"\n[{title}]\n")[2].partition("\n#")[0]
    return frozenset(inside.split())
