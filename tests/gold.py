"""What a careful reader takes from a text (seeds/gold.yaml tells the form), held against what we took.

A list of lines may hold lists: `body: [3, [5, 6, 7]]` are two paragraphs, the second hard-wrapped on three lines.
"""

from collections.abc import Iterator
from pathlib import Path

import yaml

from newsarchive.model import BODY_LABELS, Article

FIELDS = ("outlet", "agency", "dateline", "section", "published", "updated")
KINDS = {
    "headline": "headline",
    "deck": "deck",
    "kicker": "kicker",
    "byline": "byline",
    "date_line": "date",
    "dateline_line": "dateline",
    "removed": "boilerplate",
    "body": "paragraph",
    "subheads": "subhead",
    "embeds": "embed",
    "lists": "list_item",
    "quotes": "quote",
    "front_matter": "front_matter",
}


def read_gold(path: Path) -> dict[str, dict]:
    """The cases of a gold file, by the name of the text."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def differences(article: Article, gold: dict) -> list[str]:
    """Where an article differs from what a careful reader takes from its text, in words; none: they agree."""
    parts = (_line_differences, _field_differences, _caption_differences, _detail_differences)
    return [difference for part in parts for difference in part(article, gold)]


def labelled_lines(gold: dict) -> Iterator[tuple[int, str]]:
    """Each line with the label that it should have; of a line that holds several pieces, that of the chief one."""
    for key, label in KINDS.items():
        yield from ((line, label) for line in _lines(gold.get(key)))
    for group in gold.get("captions", []):
        yield from ((line, "caption") for line in _lines(group))
    for kind, lines in (gold.get("notes") or {}).items():
        yield from ((line, kind) for line in _lines(lines))


def _lines(value) -> list[int]:
    """All the lines: [3, [5, 6]] -> [3, 5, 6]."""
    return [line for one in _pieces(value) for line in ([one] if isinstance(one, int) else one)]


def _firsts(value) -> list[int]:
    """The line in which each piece begins: [3, [5, 6]] -> [3, 5]."""
    return [one if isinstance(one, int) else one[0] for one in _pieces(value)]


def _pieces(value) -> list:
    return [] if value is None else [value] if isinstance(value, int) else value


def _line_differences(article: Article, gold: dict):
    expected = {line: {label} for line, label in labelled_lines(gold)}
    expected |= {line: set(labels) for line, labels in gold.get("splits", {}).items()}
    found: dict[int, set[str]] = {}
    for span in article.spans:
        found.setdefault(span.line, set()).add("caption" if span.label == "credit" else span.label)
    for line in sorted(expected.keys() | found.keys()):
        if found.get(line) != expected.get(line):
            yield f"line {line}: {sorted(found.get(line, []))}, a reader says {sorted(expected.get(line, []))}"


def _field_differences(article: Article, gold: dict):
    if list(article.authors) != gold.get("authors", []):
        yield f"authors: {list(article.authors)}, a reader says {gold.get('authors', [])}"
    for field in FIELDS:
        value, right = getattr(article, field), gold.get(field)
        if value not in (right if isinstance(right, list) else [right]):
            yield f"{field}: {value}, a reader says {right}"
        if value is not None and not article.evidence_for(field):
            yield f"{field}: {value} without evidence"
    if gold.get("never") and article.published == gold["never"]:
        yield f"published: {article.published} is wrong"
    body = [block.line for block in article.body]
    right = sorted(line for key in ("body", "subheads", "embeds", "lists", "quotes") for line in _firsts(gold.get(key)))
    if body != right or any(block.kind not in BODY_LABELS for block in article.body):
        yield f"body: lines {body}, a reader says {right}"


def _caption_differences(article: Article, gold: dict):
    lines = [sorted(caption.lines) for caption in article.captions]
    right = [_firsts(group) for group in gold.get("captions", [])]
    if lines != right:
        yield f"captions: lines {lines}, a reader says {right}"
    credits_found = [caption.credit for caption in article.captions]
    right = gold.get("credits", [None] * len(right))
    if credits_found != right:
        yield f"credits: {credits_found}, a reader says {right}"


def _detail_differences(article: Article, gold: dict):
    """What only some gold speaks of: words that stand in no line, and how a field is known."""
    for field, words in gold.get("text", {}).items():
        if getattr(article, field) != words:
            yield f"{field}: {getattr(article, field)!r}, a reader says {words!r}"
    if "language" in gold and article.language != gold["language"]:
        yield f"language: {article.language}, a reader says {gold['language']}"
    for field, right in gold.get("certainty", {}).items():
        evidence = article.evidence_for(field)
        if evidence is None or evidence.certainty not in (right if isinstance(right, list) else [right]):
            yield f"{field}: {evidence and evidence.certainty}, a reader says {right}"
