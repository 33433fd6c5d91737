"""What of a site is to be printed: what shows something else than the site that stands, or is lost from it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from newsarchive.model import Entry
from newsarchive.render import Plan, Sheet, face, named_by, near, record_files
from newsarchive.store import Marked, pack

Faces = Mapping[str, tuple[bytes, bytes]]
Shows = Mapping[str, bytes]
Marks = Mapping[str, Marked]

_ANY = b""  # what a page shows that may show something of any article


@dataclass(frozen=True, slots=True)
class Remembered:
    """The site that stands: the faces of its articles by id, what its other files show by path; what is lost of it."""

    faces: Faces
    pages: Shows
    lost: AbstractSet[str]


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be printed: articles by id, files of records with all their articles, sheets.

    `faces` and `pages` are what is to be remembered of the site, `kept` the paths of what stays as it stands,
    `listings` the paths of all sheets.
    """

    articles: frozenset[str]
    records: Mapping[str, Sequence[str]]
    stale_records: frozenset[str]
    sheets: Sequence[Sheet]
    listings: Sequence[str]
    kept: frozenset[str]
    faces: Faces
    pages: Shows


def find_work(plan: Plan, sheets: Sequence[Sheet], marks: Marks, before: Remembered) -> Work:
    """Compares what the pages of an archive show with what they showed. `marks` go by the paths of texts."""
    faces = {entry.id: _face(plan, entry, marks[entry.card.source]) for entry in plan.archive.entries.values()}
    moved = {
        identity
        for identity in faces.keys() | before.faces.keys()
        if faces.get(identity, (None,))[0] != before.faces.get(identity, (None,))[0]
    }
    articles = frozenset(_changed(plan, faces, moved, before))
    records = record_files(plan)
    pages = {path: _records_show(plan, identities, marks) for path, identities in records.items()}
    stale = frozenset(path for path, shows in pages.items() if before.pages.get(path) != shows or path in before.lost)
    pages |= {sheet.path: _shows(sheet) for sheet in sheets}
    printed = [sheet for sheet in sheets if _is_stale(sheet, pages[sheet.path], moved, before)]
    standing = {
        entry.url for identity, entry in plan.archive.entries.items() if identity not in articles
    } | pages.keys()
    return Work(
        articles=articles,
        records=records,
        stale_records=stale,
        sheets=printed,
        listings=[sheet.path for sheet in sheets],
        kept=frozenset(standing - stale - {sheet.path for sheet in printed}),
        faces=faces,
        pages=pages,
    )


def _face(plan: Plan, entry: Entry, marked: Marked) -> tuple[bytes, bytes]:
    """What pages show of an article, and what its own page shows beside that."""
    return pack((marked.mark, face(plan, entry.id))), pack((marked.article_mark, near(entry)))


def _changed(plan: Plan, faces: Faces, moved: AbstractSet[str], before: Remembered) -> Iterator[str]:
    """The articles whose pages show something else than they showed, or are lost."""
    for identity, entry in plan.archive.entries.items():
        is_same = identity not in moved and faces[identity][1] == before.faces[identity][1]
        if not is_same or entry.url in before.lost or not moved.isdisjoint(named_by(entry)):
            yield identity


def _is_stale(sheet: Sheet, shows: bytes, moved: AbstractSet[str], before: Remembered) -> bool:
    if sheet.entries is None or before.pages.get(sheet.path) != shows or sheet.path in before.lost:
        return True
    return not moved.isdisjoint(sheet.entries)


def _records_show(plan: Plan, identities: Iterable[str], marks: Marks) -> bytes:
    entries = map(plan.entry, identities)
    return _digest([(entry.id, entry.url, marks[entry.card.source].article_mark) for entry in entries])


def _shows(sheet: Sheet) -> bytes:
    if sheet.entries is None:
        return _ANY
    around = (sheet.template, sheet.title, sheet.section, sheet.trail, sheet.before, sheet.after)
    return _digest((around, sheet.entries, sheet.facts))


def _digest(value: object) -> bytes:
    return hashlib.blake2b(pack(value), digest_size=12).digest()
