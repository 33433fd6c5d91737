"""What of a site is to be printed: what shows something else than the site that stands, or is lost from it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from newsarchive.model import Archive, Entry, Group
from newsarchive.render import Plan, Sheet, has_records, named_by, record_files, table_row
from newsarchive.store import Face, Marked, pack

Names = Mapping[str, tuple[str, str]]
"""What outlets and authors are called, and their parts of addresses, by how a card spells them."""
Marks = Mapping[str, Marked]

_ANY = b""  # what a page shows that may show something of any article


@dataclass(frozen=True, slots=True)
class Shown:
    """What a site shows: the faces of its articles by id, names by spelling, what its other files show by path."""

    faces: Mapping[str, Face]
    names: Names
    pages: Mapping[str, bytes]


NOTHING = Shown({}, {}, {})


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be printed: articles by id, files of records with all their articles, sheets.

    `shown` is what the site shows when it is done, `kept` the paths of what stays as it stands, `listings` the paths of
    all sheets.
    """

    articles: AbstractSet[str]
    records: Mapping[str, Sequence[str]]
    stale_records: AbstractSet[str]
    sheets: Sequence[Sheet]
    listings: Sequence[str]
    kept: AbstractSet[str]
    shown: Shown


def find_work(plan: Plan, sheets: Sequence[Sheet], marks: Marks, before: Shown, lost: AbstractSet[str]) -> Work:
    """Compares what the pages of an archive show with what they showed. `marks` go by the paths of texts.

    `lost` are the paths of pages that do not stand as they should.
    """
    archive, names = plan.archive, _names(plan.archive)
    faces = {entry.id: _face(entry, marks[entry.card.source]) for entry in archive.entries.values()}
    moved = _moved(archive, faces, before, _renamed(names, before.names))
    faces = {
        identity: face._replace(row=table_row(plan, identity) if identity in moved else before.faces[identity].row)
        for identity, face in faces.items()
    }
    articles = frozenset(_changed(archive, faces, moved, before)) | {
        entry.id for entry in archive.entries.values() if entry.url in lost
    }
    records = record_files(plan)
    pages = {path: _records_show(ids, archive, faces) for path, ids in records.items() if has_records(plan, ids)}
    stale = {path for path, shows in pages.items() if before.pages.get(path) != shows or path in lost}
    pages |= {sheet.path: _shows(sheet) for sheet in sheets}
    printed = [sheet for sheet in sheets if _is_stale(sheet, pages, moved, before) or sheet.path in lost]
    standing = {entry.url for identity, entry in archive.entries.items() if identity not in articles} | pages.keys()
    return Work(
        articles=articles,
        records=records,
        stale_records=stale,
        sheets=printed,
        listings=[sheet.path for sheet in sheets],
        kept=standing - stale - {sheet.path for sheet in printed},
        shown=Shown(faces, names, pages),
    )


def _face(entry: Entry, marked: Marked) -> Face:
    """What other pages show of an article beside names, and what its own page shows besides."""
    copies = " ".join(entry.copies)
    shows = f"{marked.mark} {entry.url} {entry.place} {entry.is_copy:d} {copies}"
    return Face(shows, f"{marked.article_mark} {entry.before} {entry.after} {' '.join(entry.related)}", b"")


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
        if not is_same or not moved.isdisjoint(named_by(entry)):
            yield identity


def _is_stale(sheet: Sheet, pages: Mapping[str, bytes], moved: AbstractSet[str], before: Shown) -> bool:
    if sheet.entries is None or before.pages.get(sheet.path) != pages[sheet.path]:
        return True
    return not moved.isdisjoint(sheet.entries)


def _records_show(identities: Iterable[str], archive: Archive, faces: Mapping[str, Face]) -> bytes:
    """A record says what an article says, its id and its address."""
    return _digest([(id_, archive.entries[id_].url, faces[id_].near.partition(" ")[0]) for id_ in identities])


def _shows(sheet: Sheet) -> bytes:
    if sheet.entries is None:
        return _ANY
    around = (sheet.template, sheet.title, sheet.section, sheet.trail, sheet.before, sheet.after)
    return _digest((around, sheet.entries, sheet.facts))


def _digest(value: object) -> bytes:
    return hashlib.blake2b(pack(value), digest_size=12).digest()
