"""A golden case: what a careful reader says of a small text, in the form of cases/README.md."""

import json
from itertools import groupby
from pathlib import Path

from newsarchive.model import Span

PARTING = " \t|·•,;:.()[]–—-"
NEW = {"headline": None, "authors": [], "published": None, "body": [{"kind": None, "text": None}]}


def read_labels(case: Path) -> dict[int, list[tuple[str, str]]]:
    """The pieces of each line by its number: label and words, no words where the line is one piece."""
    rows = [row.split(None, 2) for row in (case / "labels.txt").read_text(encoding="utf-8").splitlines() if row.strip()]
    pieces = [(int(number), label, words[0] if words else "") for number, label, *words in rows]
    return {number: [piece[1:] for piece in group] for number, group in groupby(pieces, key=lambda piece: piece[0])}


def label_differences(expected: dict[int, list[tuple[str, str]]], spans: tuple[Span, ...]) -> list[str]:
    """Where the labels of a text differ from a reader's, in words."""
    found = {number: list(group) for number, group in groupby(spans, key=lambda span: span.line)}
    return [
        f"line {number}: {_told(found.get(number, []))}, a reader says {expected.get(number)}"
        for number in sorted(expected.keys() | found.keys())
        if not _fits(expected.get(number, []), found.get(number, []))
    ]


def _fits(pieces: list[tuple[str, str]], spans: list[Span]) -> bool:
    if len(pieces) == 1 and not pieces[0][1]:
        return bool(spans) and all(_is_one_of(pieces[0][0], span) for span in spans)
    return len(pieces) == len(spans) and all(
        _is_one_of(label, span) and words.strip(PARTING) == span.text.strip(PARTING)
        for (label, words), span in zip(pieces, spans, strict=True)
    )


def _is_one_of(labels: str, span: Span) -> bool:
    return bool({span.label, f"{span.label}:{span.rule}"} & set(labels.split("|")))


def _told(spans: list[Span]) -> list[tuple[str, str]]:
    return [(f"{span.label}:{span.rule}", span.text if len(spans) > 1 else "") for span in spans]


def record_differences(expected, found, where="article") -> list[str]:
    """Where a record differs from a reader's, in words; what the reader does not speak of may be anything."""
    if isinstance(expected, dict) and "one of" in expected:
        return [] if found in expected["one of"] else [f"{where}: {found!r}, a reader says one of {expected['one of']}"]
    if isinstance(expected, dict) and isinstance(found, dict):
        pairs = [(f"{where}.{key}", value, found.get(key)) for key, value in expected.items()]
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        pairs = [(f"{where}[{i}]", *pair) for i, pair in enumerate(zip(expected, found, strict=True))]
    else:
        return [] if expected == found else [f"{where}: {found!r}, a reader says {expected!r}"]
    return [difference for at, right, value in pairs for difference in record_differences(right, value, at)]


def update(case: Path, spans: tuple[Span, ...], found: dict) -> None:
    """Write into the case what the code says, in place of what does not fit it."""
    article, labels = case / "article.json", case / "labels.txt"
    if not labels.exists() or label_differences(read_labels(case), spans):
        labels.write_text(_labels(spans), encoding="utf-8", newline="\n")
    expected = json.loads(article.read_text(encoding="utf-8")) if article.exists() else NEW
    if not article.exists() or record_differences(expected, found):
        text = json.dumps(_as_chosen(expected, found), ensure_ascii=False, indent=2)
        article.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _labels(spans: tuple[Span, ...]) -> str:
    lines = {number: list(group) for number, group in groupby(spans, key=lambda span: span.line)}
    return "".join(
        f"{span.line} {span.label}{f' {span.text.strip()}' if len(group) > 1 else ''}\n"
        for group in lines.values()
        for span in group
    )


def _as_chosen(expected, found):
    """What was found, with the keys that the reader chose to speak of."""
    if not record_differences(expected, found):
        return expected
    if isinstance(expected, dict) and isinstance(found, dict) and "one of" not in expected:
        return {key: _as_chosen(value, found.get(key)) for key, value in expected.items()}
    if isinstance(expected, list) and isinstance(found, list) and expected:
        return [_as_chosen(expected[min(i, len(expected) - 1)], value) for i, value in enumerate(found)]
    return found
