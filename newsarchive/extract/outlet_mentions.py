"""The lines that name the outlet they are from: each rule is one way in which a site speaks of itself."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsarchive.model import Span
from newsarchive.text.credits import find_credit
from newsarchive.text.names import read_byline
from newsarchive.text.openings import any_begins
from newsarchive.text.outlet_names import (
    FULL_NAME,
    clean_name,
    is_common_domain,
    is_outlet_name,
    is_press_name,
    outlets_in,
)

STATED = ("published_by", "source_line")
SURE = (*STATED, "copyright_line", "beside_the_byline", "bio", "disclaimer")
_SPEAKING = ("boilerplate", "bio", "disclaimer", "tagline", "correction", "byline")
_LONGEST, _MOST_DOMAINS = 1200, 16
_BARS = re.compile(r"[|,·•–—/]|\s-\s|\bspecial to\b", re.IGNORECASE)
_BETWEEN_LETTERS = " '’&-"
_DOMAIN = re.compile(
    r"(?:(?<=[\w.+-])@|^www\.)((?:[a-z0-9-]+\.)+(?:com|org|net|news|info|eu|tv|media|press|online|[a-z]{2}))(?![\w.])",
    re.IGNORECASE,
)


class Mention(NamedTuple):
    """A line that names the outlet: the name, as it is printed there, and the rule that heard it."""

    name: str
    line: int
    rule: str


def in_the_sites_words(spans: Sequence[Span]) -> Iterator[Mention]:
    """What appeals, notices, bios and taglines say: "Support {name}", "© 2024 {name}", "{name}'s port reporter"."""
    speaking = [span for span in spans if span.label in _SPEAKING and span.label != "byline"]
    for index, rule, name in outlets_in([span.text[:_LONGEST] for span in speaking]):
        yield Mention(name, speaking[index].line, rule)


def beside_the_byline(spans: Sequence[Span]) -> Iterator[Mention]:
    """ "By Ann Roe | Harbour News", "Ann Roe, Special to the Harbour Post"."""
    for span in spans:
        if span.label != "byline":
            continue
        text = span.text[:_LONGEST].strip()
        names = [name for part in _BARS.split(text)[1:] if (name := clean_name(part)) and _is_plain_press_name(name)]
        found = read_byline(text) if names else None
        if found and found.authors:
            rest = text[found.end :]
            yield from (Mention(name, span.line, "beside_the_byline") for name in names if name in rest)


def _is_plain_press_name(name: str) -> bool:
    return is_press_name(name) and FULL_NAME.fullmatch(name) is not None and not any(map(str.isdigit, name))


def domain_and_name(spans: Sequence[Span]) -> Iterator[Mention]:
    """An address of the site whose letters the text prints as a name: "tips@harbourpost.com", "Harbour Post"."""
    speaking = [span for span in spans if span.label in _SPEAKING]
    labels: dict[str, list[int]] = {}
    for span in speaking:
        text = span.text
        if ("@" not in text and "www." not in text) or len(text) > _LONGEST:
            continue
        for found in _DOMAIN.finditer(text.strip()):
            labels.setdefault(_own_label(found.group(1).casefold().split(".")), []).append(span.line)
    names = [label for label in [*labels][:_MOST_DOMAINS] if len(label) > 4 and not is_common_domain(label)]
    texts = [span.text[:_LONGEST] for span in speaking] if names else []
    page = _letters("\n".join(texts))
    for label in names:
        if name := _printed(label, texts, page):
            yield from (Mention(name, line, "domain_and_name") for line in labels[label])


def masthead(spans: Sequence[Span]) -> Iterator[Mention]:
    """A newspaper's name as a line above the headline that another of the site's lines begins with."""
    headline = next((span.line for span in spans if span.label == "headline"), 0)
    own = [span for span in spans if span.label == "boilerplate"]
    above = [span for span in own if span.line < headline]
    texts = sorted({span.text for span in own}) if above else []
    begun = {text for text, next_ in pairwise(texts) if next_.startswith(text) and any_begins(texts, f"{text} ")}
    for span in above:
        name = span.text
        is_name = name in begun and FULL_NAME.fullmatch(name) and clean_name(name) == name
        if is_name and is_press_name(name):
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


def _own_label(labels: list[str]) -> str:
    """The part of a domain that is the site's own: ["www", "harbourpost", "co", "uk"] -> "harbourpost"."""
    own = labels[:-1]
    while len(own) > 1 and len(own[-1]) <= 3:
        own.pop()
    return own[-1]


def _letters(text: str) -> str:
    """A text without what stands between the words of a name: "Harbour-Post" -> "harbourpost"."""
    small = text.casefold()
    for sign in _BETWEEN_LETTERS:
        small = small.replace(sign, "")
    return small


def _printed(label: str, texts: Sequence[str], page: str) -> str | None:
    """A name in the texts of a page, all letters, that has those of a domain: "harbourpost" -> "Harbour Post"."""
    letters = label.removeprefix("the").replace("-", "")
    speaking = [text for text in texts if letters in _letters(text)] if letters in page else []
    if not speaking:
        return None
    pattern = re.compile(r"(?<!\w)(?:The )?" + r"[ '’&-]?".join(map(re.escape, letters)) + r"(?!\w|\.)", re.IGNORECASE)
    for text in speaking:
        for found in pattern.finditer(text):
            name = found.group()
            if name[:1].isupper() and is_outlet_name(name) and (" " in name or not name.isupper() or len(name) < 6):
                return name
    return None
