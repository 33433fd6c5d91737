"""The ledger of an article: every non-blank character of its text lies in exactly one piece."""

from collections.abc import Iterator

from newsarchive.model import Article, Finding, Problem, Source
from newsarchive.text.ledger import imbalances


def ledger(source: Source | Problem, article: Article, page: str) -> Iterator[Finding]:
    """What is wrong between a text, as it is read now, and the article that was made of it; `page` is its page."""
    if isinstance(source, Problem):
        cause = f"its text {article.source!r} cannot be read any more: {source.text}"
        yield Finding("ledger", page, None, cause, "Put the text back, and build again")
    elif source.sha256 != article.sha256:
        cause = f"its text {article.source!r} was changed since the build read it"
        yield Finding("ledger", page, None, cause, "Build again")
    else:
        for wrong in imbalances(source, article.spans):
            cause = f"what became of its text {article.source!r} does not add up: {wrong}"
            yield Finding("ledger", page, None, cause, "Build again with --full; if it stays, please report this text")
