"""A glance at texts that were just edited: their pages, before a build has seen to all that follows from the edit."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from newsarchive.config import Config
from newsarchive.link import card
from newsarchive.model import Article, Entry, Page
from newsarchive.pipeline.batches import Batch
from newsarchive.pipeline.tasks import Knowing, read_articles
from newsarchive.read import Text, named_texts, table_of, text_in
from newsarchive.render import Desk, Plan, excerpt

_MOST = 8  # texts; of more a build tells as soon


@dataclass(frozen=True, slots=True)
class Last:
    """The last build that was published: what its pages were made from, and where; what it read texts with."""

    plan: Plan
    desk: Desk
    knowing: Knowing


@dataclass(slots=True)
class Memory:
    """What a process that builds again and again keeps from one build to the next; whether it `is_ready` to glance."""

    last: Last | None = None
    is_ready: bool = False


def get_ready(config: Config, memory: Memory) -> None:
    """Loads what a glance takes, once, by a glance at some text that nobody sees: the first one takes half a second."""
    if memory.is_ready or memory.last is None:
        return
    memory.is_ready = True
    first = next(iter(memory.last.plan.archive.entries.values()), None)
    if first:
        with suppress(Exception):  # whatever is wrong, a build says it
            glance(config, memory, [config.articles / first.card.source])


def glance(config: Config, memory: Memory, changed: Sequence[Path]) -> list[Page]:
    """The pages of texts that changed, or whose sidecars did, as far as the last build can tell: what they say of other
    articles, and where they stand among them, is as it was.

    None where there was no such build, where the choices are others since, of texts that are new, gone or very many,
    and where a table may say something of any text.
    """
    last = memory.last
    if last is None or (last.knowing.choices, last.plan.site) != (config.choices, config.site):
        return []
    if table_of(config.articles):
        return []
    names = set(chain.from_iterable(named_texts(config.articles, path) for path in changed))
    entries = {entry.card.source: entry for entry in last.plan.archive.entries.values() if entry.card.source in names}
    return list(_pages(config.articles, last, entries)) if len(entries) <= _MOST else []


def _pages(folder: Path, last: Last, entries: Mapping[str, Entry]) -> Iterator[Page]:
    texts = tuple(text for path in entries if not _is_linked(text := text_in(folder, path)))
    read = read_articles(last.knowing, Batch("a glance", texts))
    found = [(entries[one.source], one) for one in read if isinstance(one, Article) and not one.draft]
    articles = {entry.id: article for entry, article in found}
    now = {entry.id: entry._replace(card=card(article)) for entry, article in found}
    archive = replace(last.plan.archive, entries={**last.plan.archive.entries, **now})
    part = excerpt(replace(last.plan, archive=archive), articles)
    return last.desk.articles(part, articles, articles, None)


def _is_linked(text: Text) -> bool:
    """Whether its file or its sidecar is a link: only a walk tells whether it leads out of the folder."""
    return any((text.folder / path).is_symlink() for path in (text.path, text.sidecar) if path)
