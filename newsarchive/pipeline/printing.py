"""Printing: the pages and files of a site that show something new, articles first."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from newsarchive.model import Page
from newsarchive.pipeline.batches import Batch
from newsarchive.pipeline.crew import Hands
from newsarchive.pipeline.tasks import Printing, PrintJob, print_pages
from newsarchive.pipeline.work import Work
from newsarchive.render import Desk, Plan, excerpt
from newsarchive.store import Store, pack


@dataclass(frozen=True, slots=True)
class Printer:
    """Where the articles are, how pages are made, and who makes them."""

    store: Store
    desk: Desk
    printing: Printing
    hands: Hands

    def pages(self, plan: Plan, work: Work, kept: set[str]) -> Iterator[Page]:
        """The pages of articles, for which the crew works together; then lists and files, which see all articles. The
        paths of those that stay are added to `kept`.
        """
        kept |= work.kept
        size = len(work.articles) + len(work.stale_records)
        crew = self.hands.crew
        printed = chain.from_iterable(crew.each(print_pages, self.printing, self._jobs(plan, work), size=size))
        yield from self.hands.progress(printed, "writing", size)
        yield from map(self.desk.print, work.sheets)
        rows = {identity: face.row for identity, face in work.shown.faces.items()}
        kept |= work.drawing.kept
        yield from self.desk.files(plan, work.drawing.paths, rows)

    def _jobs(self, plan: Plan, work: Work) -> Iterator[Batch[PrintJob]]:
        """The articles to print by the file of records that they stand in, which is written with them."""
        for path, identities in work.records.items():
            is_stale = path in work.stale_records
            printed = tuple(identity for identity in identities if identity in work.articles)
            read = identities if is_stale else printed
            if read:
                sources = [plan.entry(identity).card.source for identity in read]
                articles = tuple(zip(read, self.store.texts.articles(sources), strict=True))
                part = pack(excerpt(plan, printed, also=read))
                job = PrintJob(articles, part, printed, path if is_stale else None)
                yield Batch(f"the pages of {sources[0]} to {sources[-1]}", (job,))
