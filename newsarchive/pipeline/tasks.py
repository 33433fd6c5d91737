"""What a crew does with a batch: the pure stages of the line, from texts to articles and from articles to pages."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from newsarchive.errors import NewsArchiveError
from newsarchive.link import card
from newsarchive.model import Article, Choices, Doubt, Habits, Page, Problem, Site, Source, Span
from newsarchive.pipeline.batches import Batch
from newsarchive.read import Text, content_key, decode
from newsarchive.render import Desk, Excerpt
from newsarchive.store import Extracted, Sighting, pack, press, unpack, unpress
from newsarchive.text.facts import asked
from newsarchive.text.ledger import imbalances


@dataclass(frozen=True, slots=True)
class Knowing:
    """What labelling a text takes beside it."""

    habits: Habits
    choices: Choices


@dataclass(frozen=True, slots=True)
class Suspect:
    """A text that may have changed, and the hash of what it held when it was last read."""

    text: Text
    key: bytes | None


@dataclass(frozen=True, slots=True)
class PrintJob:
    """Articles by id, pressed, in the order of their numbers; which of their pages are to be printed, and their file of
    records where it is to be written. `excerpt` is packed.
    """

    articles: tuple[tuple[str, bytes], ...]
    excerpt: bytes
    printed: tuple[str, ...]
    record_file: str | None


@dataclass(frozen=True, slots=True)
class Printing:
    """What printing takes beside a job; `printed_with` is a hash of the files, templates among them, `version` that of
    the program.
    """

    site: Site
    templates: Path | None
    printed_with: bytes
    version: str


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A text that holds what it held, under another seal."""

    path: str
    seal: str


def look(_: None, suspects: Batch[Suspect]) -> list[Sighting | Unchanged]:
    """What the survey keeps of each text that changed."""
    return [_look(suspect) for suspect in suspects.items]


def read_texts(knowing: Knowing, texts: Batch[Text]) -> list[Extracted | Sighting]:
    """What is kept of the article of each text, or of the text where it has become one that cannot be read."""
    return [
        _unread(text, found) if isinstance(found, Problem) else _kept(read_source(*found, knowing), found)
        for text, found in zip(texts.items, _labelled(knowing, texts.items), strict=True)
    ]


def read_articles(knowing: Knowing, texts: Batch[Text]) -> list[Article | Problem]:
    """The article of each text, or the problem where there is none."""
    return [
        found if isinstance(found, Problem) else read_source(*found, knowing)
        for found in _labelled(knowing, texts.items)
    ]


def read_source(source: Source, spans: Sequence[Span], knowing: Knowing) -> Article:
    """The article of a text that was labelled. The ledger is proved here, for every text of every build."""
    from newsarchive.extract import extract  # noqa: PLC0415 - slow to load, and a build in which no text changed needs none

    article = extract(source, spans, knowing.habits, knowing.choices)
    if wrong := next(imbalances(source, spans), None):
        raise NewsArchiveError(f"{source.path}: the ledger does not balance: {wrong}. Please report this text")
    return article


def print_pages(printing: Printing, jobs: Batch[PrintJob]) -> list[Page]:
    """The pages of some jobs."""
    desk = desk_for(printing)
    pages: list[Page] = []
    for job in jobs.items:
        articles = {identity: unpress(Article, pressed) for identity, pressed in job.articles}
        pages += desk.articles(unpack(Excerpt, job.excerpt), articles, job.printed, job.record_file)
    return pages


def _look(suspect: Suspect) -> Sighting | Unchanged:
    text = suspect.text
    key = content_key(text)
    if key is not None and key == suspect.key:
        return Unchanged(text.path, text.seal)
    source = decode(text)
    if isinstance(source, Problem):
        return _unread(text, source)
    from newsarchive.survey import see  # noqa: PLC0415 - as above

    return Sighting(text.path, text.seal, key or b"", source.sha256, b"" if source.draft else see(source))


def _unread(text: Text, problem: Problem) -> Sighting:
    """A text that cannot be read; without a seal it is looked at again in the next build."""
    return Sighting(text.path, "", b"", "", b"", problem)


def _labelled(knowing: Knowing, texts: Sequence[Text]) -> Iterator[Problem | tuple[Source, Sequence[Span]]]:
    """Each text with its spans, or the problem where there is none; labelled together, which costs less."""
    from newsarchive.label import label_all  # noqa: PLC0415 - as above

    decoded = [decode(text) for text in texts]
    spans = iter(label_all([one for one in decoded if isinstance(one, Source)], knowing.habits, knowing.choices))
    return (one if isinstance(one, Problem) else (one, next(spans)) for one in decoded)


def _kept(article: Article, labelled: tuple[Source, Sequence[Span]]) -> Extracted:
    packed = pack(article)
    own = None if article.draft else card(article)
    doubts = own.doubts if own else ()
    brief = own._replace(terms=(), doubts=tuple(Doubt(one.field, weight=one.weight) for one in doubts)) if own else None
    packed_card, packed_doubts = pack(brief), pack(doubts)
    return Extracted(
        path=article.source,
        article=press(packed),
        mark=_mark(packed),
        card=packed_card if own else None,
        card_mark=_mark(packed_card + packed_doubts),
        terms=pack(own.terms if own else ()),
        doubts=packed_doubts,
        asked=asked(*labelled),
    )


def _mark(packed: bytes) -> str:
    return hashlib.blake2b(packed, digest_size=8).hexdigest()


@lru_cache(maxsize=1)
def desk_for(printing: Printing) -> Desk:
    """Where this process makes pages."""
    return Desk(printing.site, printing.templates, printing.version)
