"""What of a site is to be printed: what shows something else than the site that stands, or is lost from it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from newsarchive.model import Archive, Entry, Group
from newsarchive.pipeline.drawing import Drawing, Due, Looks, digest
from newsarchive.render import ARTICLE, Lot, Plan, has_records, names_any, record_files, table_row
from newsarchive.store import Drawn, Face, Marked

Names = Mapping[str, tuple[str, str]]
"""What outlets and authors are called, and their parts of addresses, by how a card spells them."""
Marks = Mapping[str, Marked]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a site shows: the faces of its articles by id, names by spelling, its lots of sheets by name, and by path
    its files of records; and how its pages look, by the names of their templates.
    """

    faces: Mapping[str, Face]
    names: Names
    lots: Mapping[str, Drawn]
    records: Mapping[str, bytes]
    looks: Looks


NOTHING = Shown({}, {}, {}, {}, {})


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be printed: articles by id, files of records with all their articles, and sheets, handed out once; and
    the articles of whose pages nothing but the shell is.

    `shown` is what the site shows when it is done, `kept` the paths of articles and records that stay as they stand;
    what is told of sheets, by `drawing` too, is whole when all were handed out. `moved` are the articles of which any
    page shows something else than it showed.
    """

    articles: AbstractSet[str]
    rewrapped: Sequence[str]
    records: Mapping[str, Sequence[str]]
    stale_records: AbstractSet[str]
    sheets: Iterator[Due]
    drawing: Drawing
    kept: AbstractSet[str]
    shown: Shown
    moved: AbstractSet[str]


@dataclass(frozen=True, slots=True)
class Given:
    """What a plan and its pages do not tell: the cards with their marks by the paths of texts, how pages look, and the
    paths of those that are `lost`: they do not stand as they should.
    """

    marks: Marks
    looks: Looks
    lost: AbstractSet[str]


def find_work(plan: Plan, lots: Iterable[Lot], given: Given, before: Shown) -> Work:
    """Compares what the pages of an archive show, and how they look, with what stands."""
    archive, names, marks, lost = plan.archive, _names(plan.archive), given.marks, given.lost
    faces = {
        identity: _face(entry, marks[entry.card.source], before.faces.get(identity))
        for identity, entry in archive.entries.items()
    }
    moved = _moved(archive, faces, before, _renamed(names, before.names))
    faces |= {
        identity: faces[identity]._replace(row=table_row(plan, identity)) for identity in moved if identity in faces
    }
    drawing = Drawing(moved, given.looks, before.looks, lost, before.lots)
    looked = before.looks.get(ARTICLE)
    articles = (
        frozenset(_changed(archive, faces, moved, before))
        | {entry.id for entry in archive.entries.values() if entry.url in lost}
        if looked and given.looks[ARTICLE].own == looked.own
        else archive.entries.keys()
    )
    has_new_shell = drawing.has_new_shell(ARTICLE)
    rewrapped = [identity for identity in archive.entries if identity not in articles] if has_new_shell else []
    records = record_files(plan)
    recorded = {path: _records_show(ids, archive, faces) for path, ids in records.items() if has_records(plan, ids)}
    stale = {path for path, shows in recorded.items() if before.records.get(path) != shows or path in lost}
    standing = {entry.url for identity, entry in archive.entries.items() if identity not in articles}
    return Work(
        articles=articles,
        rewrapped=rewrapped,
        records=records,
        stale_records=stale,
        sheets=drawing.sheets(lots),
        drawing=drawing,
        kept=(set() if has_new_shell else standing) | (recorded.keys() - stale),
        shown=Shown(faces, names, drawing.drawn, recorded, given.looks),
        moved=moved,
    )


def _face(entry: Entry, marked: Marked, before: Face | None) -> Face:
    """What other pages show of an article beside names, and what its own page shows besides; its row as it was."""
    _, _, url, place, earlier, later, copies, is_copy, related, same_day = entry
    shows = f"{marked.mark} {url} {place} {'copy' if is_copy else ''} {' '.join(copies)}"
    near = f"{marked.article_mark} {earlier} {later} {' '.join(related)}  {' '.join(same_day)}"
    return Face(shows, near, before.row if before else b"")


def _names(archive: Archive) -> Names:
    groups: tuple[tuple[str, Sequence[Group]], ...] = (("outlet", archive.outlets), ("author", archive.authors))
    return {
        f"{kind} {spelling}": (group.name, group.slug)
        for kind, several in groups
        for group in several
        for spelling in group.spellings
    }


def _renamed(now: Names, before: Names) -> AbstractSet[str]:
    """The spellings that stand for another name, or another address, than they did."""
    return {spelling for spelling in now.keys() | before.keys() if now.get(spelling) != before.get(spelling)}


def _moved(archive: Archive, faces: Mapping[str, Face], before: Shown, renamed: AbstractSet[str]) -> AbstractSet[str]:
    """The articles of which pages show something else than they showed, and those that came or went."""
    moved = {
        identity
        for identity, face in faces.items()
        if identity not in before.faces or before.faces[identity].shows != face.shows
    }
    if renamed:
        moved |= {identity for identity, entry in archive.entries.items() if not renamed.isdisjoint(_spellings(entry))}
    # an entry in a list names the outlets of its copies
    moved |= {copy for identity in list(moved) for copy in archive.entries[identity].copies}
    return moved | (before.faces.keys() - faces.keys())


def _spellings(entry: Entry) -> Iterator[str]:
    yield f"outlet {entry.card.outlet}"
    yield from (f"author {name}" for name in entry.card.authors)


def _changed(archive: Archive, faces: Mapping[str, Face], moved: AbstractSet[str], before: Shown) -> Iterator[str]:
    """The articles whose own pages show something else than they showed."""
    for identity, entry in archive.entries.items():
        is_same = identity not in moved and before.faces[identity].near == faces[identity].near
        if not is_same or names_any(entry, moved):
            yield identity


def _records_show(identities: Iterable[str], archive: Archive, faces: Mapping[str, Face]) -> bytes:
    """A record says what an article says, its id and its address."""
    return digest([(id_, archive.entries[id_].url, faces[id_].near.partition(" ")[0]) for id_ in identities])
