"""The record: an article as other programs may rely on it (docs/record.md)."""

from importlib.resources import files
from typing import Any

from newsarchive.model.article import Article

FIELDS = (
    "source",
    "sha256",
    "encoding",
    "language",
    "headline",
    "deck",
    "kicker",
    "section",
    "authors",
    "published",
    "updated",
    "outlet",
    "agency",
    "dateline",
    "original_url",
    "retrieved",
    "rights",
)


def record(article: Article, *, item: str | None = None, url: str | None = None) -> dict[str, Any]:
    """The record of an article as plain values, keys in a fixed order.

    `item`, its id in the archive, and `url`, its page below output/, are keys where there is an archive.
    """
    fields = {name: getattr(article, name) for name in FIELDS}
    return {
        **({"id": item} if item else {}),
        **fields,
        "authors": list(article.authors),
        "body": [
            {"kind": block.kind, "text": block.text} | ({"language": block.language} if block.language else {})
            for block in article.body
        ],
        "captions": [{"text": caption.text, "credit": caption.credit} for caption in article.captions],
        "notes": [{"kind": note.kind, "text": note.text} for note in article.notes],
        "removed": [{"line": piece.line, "text": piece.text, "rule": piece.rule} for piece in article.removed],
        "repairs": [
            {"line": repair.line, "before": repair.before, "after": repair.after} for repair in article.repairs
        ],
        "evidence": {
            evidence.field: {
                "lines": list(evidence.lines),
                "rule": evidence.rule,
                "certainty": evidence.certainty,
                "why": evidence.why,
            }
            for evidence in article.evidence
        },
        "problems": [problem.text for problem in article.problems],
        **({"url": url} if url else {}),
    }


def record_schema() -> bytes:
    """The JSON Schema (2020-12) that every record follows, as UTF-8 text."""
    return (files("newsarchive.model") / "record.schema.json").read_text(encoding="utf-8").encode()
