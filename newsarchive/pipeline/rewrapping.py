"""Pages of which nothing but the shell looks otherwise: it is printed anew, around what stands."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from newsarchive.model import Page, Seam
from newsarchive.pipeline.batches import Batch, batches
from newsarchive.pipeline.tasks import Printing, desk_for
from newsarchive.publish import Output, holding, read_file
from newsarchive.render import Desk, Excerpt, Plan, Sheet, excerpt
from newsarchive.store import pack, unpack

_TOGETHER = 100  # articles


class Stood(NamedTuple):
    """A page that stands: its path, what its file holds as the manifest says it, its seams, packed."""

    path: str
    held: str
    seams: bytes


@dataclass(frozen=True, slots=True)
class Rewrapping:
    """What rewrapping takes beside a job."""

    printing: Printing
    output: Path


@dataclass(frozen=True, slots=True)
class RewrapJob:
    """Articles by id whose pages stand; `excerpt` is packed."""

    excerpt: bytes
    stood: tuple[tuple[str, Stood], ...]


@dataclass(frozen=True, slots=True)
class Seamed:
    """The pages of a site of which seams are known, packed, by path."""

    output: Output
    seams: Mapping[str, bytes]

    def page(self, path: str) -> Stood | None:
        """A page; None where its seams are not known."""
        seams = self.seams.get(path)
        return Stood(path, self.output.held(path), seams) if seams else None

    def rewrapped(self, desk: Desk, sheet: Sheet) -> Page | None:
        """The page of a sheet whose shell was edited; None where it is to be printed as any other."""
        stood = self.page(sheet.path)
        found = _between(self.output.folder, stood) if stood else None
        return desk.rewrap(sheet, *found) if found else None


def rewrap_jobs(plan: Plan, identities: Iterable[str], seamed: Seamed) -> Iterator[Batch[RewrapJob]]:
    """The articles whose pages can be rewrapped, a hundred at a time."""
    stood = ((identity, seamed.page(plan.entry(identity).url)) for identity in identities)
    known = ((plan.entry(identity).card.source, (identity, page)) for identity, page in stood if page)
    for batch in batches(known, _TOGETHER):
        part = pack(excerpt(plan, [identity for identity, _ in batch.items]))
        yield Batch(f"the pages of {batch.name}", (RewrapJob(part, batch.items),))


def rewrap_pages(rewrapping: Rewrapping, jobs: Batch[RewrapJob]) -> list[tuple[str, Page]]:
    """The pages of some jobs by id, but those that are to be printed as any other."""
    desk = desk_for(rewrapping.printing)
    made: list[tuple[str, Page]] = []
    for job in jobs.items:
        found = ((identity, _between(rewrapping.output, stood)) for identity, stood in job.stood)
        whole = [(identity, *between) for identity, between in found if between]
        rewrapped = desk.rewrap_articles(unpack(Excerpt, job.excerpt), whole)
        made += [(identity, page) for identity, page in rewrapped if page]
    return made


def _between(output: Path, stood: Stood) -> tuple[bytes, tuple[Seam, ...]] | None:
    """What a page holds, and its seams; None where it does not hold what the manifest says."""
    content = read_file(output, stood.path)
    if content is None or holding(content) != stood.held:
        return None
    return content, unpack(tuple[Seam, ...], stood.seams)
