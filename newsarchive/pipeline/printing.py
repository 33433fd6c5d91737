"""Printing: the pages and files of a site that show something new, articles first."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from newsarchive.model import Page
from newsarchive.pipeline.around import Around
from newsarchive.pipeline.batches import Batch
from newsarchive.pipeline.drawing import Due
from newsarchive.pipeline.rewrapping import Rewrapping, Seamed, rewrap_jobs, rewrap_pages
from newsarchive.pipeline.tasks import Printing, PrintJob, print_pages
from newsarchive.pipeline.work import Work
from newsarchive.render import Desk, Plan, excerpt
from newsarchive.store import pack


@dataclass(frozen=True, slots=True)
class Printer:
    """Where the articles are, who makes the pages and how, and the seams of those that stand, packed, by path."""

    around: Around
    desk: Desk
    printing: Printing
    seams: Mapping[str, bytes]

    def pages(self, plan: Plan, work: Work, kept: set[str], seams: dict[str, bytes]) -> Iterator[Page]:
        """The pages of articles, for which the crew works together; then lists and files, which see all articles. The
        paths of those that stay are added to `kept`, the seams of the others to `seams`.
        """
        kept |= work.kept
        for page in chain(self._articles(plan, work), map(self._sheet, work.sheets)):
            if page.seams:
                seams[page.path] = pack(page.seams)
            yield page
        rows = {identity: face.row for identity, face in work.shown.faces.items()}
        kept |= work.drawing.kept
        yield from self.desk.files(plan, work.drawing.paths, rows)

    def _articles(self, plan: Plan, work: Work) -> Iterator[Page]:
        crew, progress = self.around.hands.crew, self.around.hands.progress
        rewrapping = Rewrapping(self.printing, self.around.output.folder)
        size = len(work.rewrapped)
        jobs = rewrap_jobs(plan, work.rewrapped, self._seamed)
        rewrapped = chain.from_iterable(crew.each(rewrap_pages, rewrapping, jobs, size=size))
        waiting = {*work.rewrapped}
        for identity, page in progress(rewrapped, "writing", size):
            waiting.remove(identity)
            yield page
        to_print = work.articles | waiting if waiting else work.articles
        size = len(to_print) + len(work.stale_records)
        printed = crew.each(print_pages, self.printing, self._jobs(plan, work, to_print), size=size)
        yield from progress(chain.from_iterable(printed), "writing", size)

    def _jobs(self, plan: Plan, work: Work, to_print: AbstractSet[str]) -> Iterator[Batch[PrintJob]]:
        """The articles to print by the file of records that they stand in, which is written with them."""
        for path, identities in work.records.items():
            is_stale = path in work.stale_records
            printed = tuple(identity for identity in identities if identity in to_print)
            read = identities if is_stale else printed
            if read:
                sources = [plan.entry(identity).card.source for identity in read]
                articles = tuple(zip(read, self.around.store.texts.articles(sources), strict=True))
                part = pack(excerpt(plan, printed, also=read))
                job = PrintJob(articles, part, printed, path if is_stale else None)
                yield Batch(f"the pages of {sources[0]} to {sources[-1]}", (job,))

    def _sheet(self, due: Due) -> Page:
        page = self._seamed.rewrapped(self.desk, due.sheet) if due.is_rewrapped else None
        return page or self.desk.print(due.sheet)

    @property
    def _seamed(self) -> Seamed:
        return Seamed(self.around.output, self.seams)
