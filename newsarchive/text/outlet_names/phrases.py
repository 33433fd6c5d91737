"""The ways in which lines name the outlet they are from, from the list beside this file."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate

from newsarchive.text.outlet_names.clean import NAME, clean_name, is_press_name

_LONGEST = 1200
_NAME_ENDS = r"(?=$|[.,;:|)!]|['’]s\b| [^\WA-ZÀ-Þ]|\s[-–—])"
_MARKS = ".,:;!?()[]{}\"'’‘“”„«»|/+–—*"
_SIGNS = ("©", "(c)", "来源", "來源", "出典", "출처")
_NEEDS_PRESS = ("source_line", "copyright_line")


def outlets_in(lines: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """The outlets that lines name, each as the index of the line, a rule and the name: cheap where they name none."""
    small = [line[:_LONGEST].casefold() for line in lines]
    starts = list(accumulate((len(line) + 1 for line in small), initial=0))
    page = "\n".join(small)
    columns = [column for cue in _cues_in(page) for column in _columns(page, cue)]
    for index in sorted({bisect_right(starts, column) - 1 for column in columns}):
        yield from ((index, rule, name) for rule, name in outlets_named(lines[index]))


@lru_cache(maxsize=8192)
def outlets_named(line: str) -> tuple[tuple[str, str], ...]:
    """The outlets that a line names, each as a rule and the name: "Support HLX" -> (("support_prompt", "HLX"),)."""
    text = " ".join(line[:_LONGEST].split())
    phrases = _phrases()
    rows = sorted({row for cue in _cues_in(text.casefold()) for row in phrases[cue]})
    found = ((rule, _name_in(match, rule)) for _, rule, phrase in rows for match in _pattern(phrase).finditer(text))
    return tuple((rule, name) for rule, name in found if name)


def _columns(page: str, cue: str) -> Iterator[int]:
    """Where a cue stands in a page, and a word not only begins or ends with it; a sign may stand anywhere."""
    column = page.find(cue)
    while column >= 0:
        end = column + len(cue)
        if cue in _SIGNS or not (page[end : end + 1].isalnum() or page[max(column - 1, 0) : column].isalnum()):
            yield column
        column = page.find(cue, column + 1)


def _cues_in(small: str) -> list[str]:
    words = {word.strip(_MARKS) for word in set(small.replace("-", " ").split())}
    return [*(_phrases().keys() & words), *(sign for sign in _SIGNS if sign in small)]


def _name_in(found: re.Match[str], rule: str) -> str | None:
    parts = found.groupdict()
    if parts.get("han"):
        return parts["han"]
    name = clean_name(parts["name"])
    return name if name and (rule not in _NEEDS_PRESS or is_press_name(name)) else None


@cache
def _phrases() -> dict[str, list[tuple[int, str, str]]]:
    """The phrases by what a line must hold one of; each with its place in the list, which gives the order."""
    text = (files(__package__) / "phrases.txt").read_text("utf-8")
    found: dict[str, list[tuple[int, str, str]]] = {}
    for place, row in enumerate(text.split("\n")):
        if row.strip() and not row.startswith("#"):
            rule, cues, phrase = (part.strip() for part in row.split(" | ", 2))
            for cue in cues.split():
                found.setdefault(cue, []).append((place, rule, phrase))
    return found


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    """A phrase, compiled when a line first holds its cue: most archives need few of them."""
    before, name, after = phrase.partition("{name}")
    if not name:
        return re.compile(f"(?i:{phrase})")
    return re.compile((f"(?i:{before})" if before else r"(?<!\w)") + NAME + (f"(?i:{after})" if after else _NAME_ENDS))
