"""The outlet named in passing: in a report's own sentences, by its date, by its pictures.

Each of these may name another house as well: a name counts where newspapers are called so, and where no other has it.
"""

import re
from collections.abc import Callable, Iterator, Sequence

from newsarchive.extract.outlet_mentions import Mention
from newsarchive.model import Span
from newsarchive.text.credits import find_credit
from newsarchive.text.later import later
from newsarchive.text.outlet_names import FULL_NAME, NAME, clean_name, is_press_name

_LONGEST = 1200
_AGAIN = 2
_TOLD = later(rf"\btold (?:the )?{NAME}(?=[.,;:”\"’']|'s\b|$| (?:that|in|on|via|by|from|about|after|last|during)\b)")
_OPENING = re.compile(rf"{NAME} ?(?::?[–—-]) ")
_BARS = re.compile(r"[|·•–—/]|\s-\s")
_LONGEST_NAME, _MOST_NAMES = 40, 8
_SITE = re.compile(r"(?:[\w-]+\.){1,2}(?:com|org|net|news|info|eu|tv|media|press|online|[a-z]{2})$", re.IGNORECASE)
_PARTS = re.compile(r"[/|,]")


def told_again(spans: Sequence[Span]) -> Iterator[Mention]:
    """ "… the mayor told the Harbour Post.": where speakers told one newspaper alone, twice."""
    said = [span for span in spans if span.label == "paragraph" and "told " in span.text]
    found = [(found["name"], span.line) for span in said for found in _TOLD().finditer(span.text[:_LONGEST])]
    yield from _of_one(_press_names(found), "told_again")


def opening(spans: Sequence[Span]) -> Iterator[Mention]:
    """ "Harbour Post – The ferry …": what the first paragraph begins with."""
    first = next((span for span in spans if span.label == "paragraph"), None)
    found = _OPENING.match(first.text[:_LONGEST]) if first else None
    if first and found:
        yield from _of_one(_press_names([(found["name"], first.line)]), "opening", often=1)


def beside_the_date(spans: Sequence[Span]) -> Iterator[Mention]:
    """ "November 20, 2019 / 1:07 AM / Harbour News"."""
    dates = [span for span in spans if span.label == "date" and len(span.text) <= _LONGEST]
    found = [(part, span.line) for span in dates for part in _BARS.split(span.text)[1:]]
    yield from _of_one(_press_names(found), "beside_the_date", often=1)


def in_credits(spans: Sequence[Span]) -> Iterator[Mention]:
    """The one house of two pictures: "Photo: Ann Roe, Harbour Post"."""
    shown = [span for span in spans if span.label in ("caption", "credit") and span.copy_of is None]
    makers = [(credit[2], span.line) for span in shown if (credit := find_credit(span.text.strip()))]
    if len(makers) >= _AGAIN:
        yield from _of_one(_press_names([(_PARTS.split(said)[-1], line) for said, line in makers]), "in_credits")


def name_with_an_ending(spans: Sequence[Span]) -> Iterator[Mention]:
    """ "Harbour24.info" as a line of the site's own, where another line has it too: "More on Harbour24.info"."""
    own = [span for span in spans if span.label in ("boilerplate", "tagline", "kicker") and "." in span.text]
    names = {name: span.line for span in own if len(name := span.text.strip()) <= _LONGEST_NAME and _SITE.match(name)}
    other = {span.text.casefold() for span in spans} if 0 < len(names) <= _MOST_NAMES else set()
    found = [(name, line) for name, line in names.items() if sum(name.casefold() in text for text in other) >= _AGAIN]
    if len({name.casefold() for name, _ in found}) == 1:
        yield from (Mention(name, line, "name_with_an_ending") for name, line in found)


RULES: tuple[Callable[[Sequence[Span]], Iterator[Mention]], ...] = (
    told_again,
    opening,
    beside_the_date,
    in_credits,
    name_with_an_ending,
)


def _press_names(found: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    cleaned = [(clean_name(said), line) for said, line in found]
    return [
        (name, line)
        for name, line in cleaned
        if name and FULL_NAME.fullmatch(name) and is_press_name(name) and not any(map(str.isdigit, name))
    ]


def _of_one(found: Sequence[tuple[str, int]], rule: str, *, often: int = _AGAIN) -> Iterator[Mention]:
    """The mentions, where all name one outlet and are as many as that."""
    if len(found) >= often and len({name for name, _ in found}) == 1:
        yield from (Mention(name, line, rule) for name, line in found)
