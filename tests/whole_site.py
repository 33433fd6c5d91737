"""All pages of a site, made at once and in one process."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from newsarchive.model import Archive, Article, Page, Site
from newsarchive.render import Desk, excerpt, record_files, table_row


def render(
    archive: Archive,
    articles: Iterable[Article],
    site: Site,
    *,
    templates: Path | None = None,
    about: str | None = None,
) -> Iterator[Page]:
    """The pages of the articles that are given, then the lists of the whole archive, then what all of them load."""
    desk = Desk(site, templates)
    plan = desk.plan(archive)
    ids = {entry.card.source: entry.id for entry in archive.entries.values()}
    known = {ids[article.source]: article for article in articles}
    yield from desk.articles(excerpt(plan, known), known, known, None)
    for path, identities in record_files(plan).items():
        if all(identity in known for identity in identities):
            numbered = {identity: known[identity] for identity in identities}
            yield from desk.articles(excerpt(plan, identities), numbered, (), path)
    paths = []
    for sheet in chain.from_iterable(lot.make() for lot in desk.lots(plan, about)):
        paths.append(sheet.path)
        yield desk.print(sheet)
    yield from desk.files(plan, paths, {identity: table_row(plan, identity) for identity in archive.order})
