"""The index of search.html: made anew, or brought up to date by the articles that came, went or changed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import chain, groupby

from newsarchive import index
from newsarchive.index import Filed, Held
from newsarchive.model import Edition, Page
from newsarchive.pipeline.around import SEARCH, Around
from newsarchive.pipeline.gathering import FOLDERS, Known, Numbered, gathered_index
from newsarchive.pipeline.refreshing import Pressed, Refreshed, Refreshing, refresh_index
from newsarchive.pipeline.work import Work
from newsarchive.render import Plan, filed
from newsarchive.store import Indexed, pack, unpack

_HELD = "held by blocks"
_WORTH_ANEW = 50  # where one of so many articles changed, making all anew costs less
_MANY = 20_000  # articles: the index of fewer is up to date before another process has loaded what that takes


class Indexing:
    """The index of a site; `anew` where nothing that stands of it is to be trusted."""

    waits = False

    def __init__(self, plan: Plan, work: Work, around: Around, *, anew: bool) -> None:
        self._plan = plan
        self._work = work
        self._around = around
        self._store, self._output, self._hands = around
        self._moved = work.moved | around.unindexed()
        self._before = {} if anew else self._store.indexed.read()
        self._held = self._store.told(_HELD, list[Held]) or [{} for _ in FOLDERS]
        self._rows = self._now()
        numbers = self._rows.keys() | self._before.keys()
        self._changed = {number for number in numbers if self._rows.get(number) != self._before.get(number)}
        self._refreshed = self._begun()

    def pages(self, kept: set[str]) -> Iterator[Page]:
        """The files of the index that change, or all of them. The paths of those that stay are added to `kept`."""
        try:
            pages, staying = self._updated(self._refreshed())
        except ValueError:  # what all of it is made with is another, or a file of it is broken
            yield from self._anew()
        else:
            kept |= staying
            yield from pages

    def remember(self) -> None:
        """Keeps in the store what the index now has."""
        now, before = self._rows, self._before or self._store.indexed.read()
        new = {number: row for number, row in now.items() if before.get(number) != row}
        self._store.indexed.keep(new, [number for number in before if number not in now])
        self._store.tell(_HELD, self._held)
        self._around.tell_unindexed(frozenset())

    def _now(self) -> dict[int, Indexed]:
        """What the index is to have, in the order of numbers; lengths are known of what stands in it so already."""
        plan, faces, before = self._plan, self._work.shown.faces, self._before
        entries, rows = plan.archive.entries, {}
        for number, identity in self._ids.items():
            edition = plan.edition(identity)
            packed = b"" if edition is plan.site.edition else pack(edition)
            path, (mark, _, _) = entries[identity].card.source, faces[identity].near.partition(" ")
            old = before.get(number)
            is_same = old is not None and old.mark == mark and old.path == path and old.edition == packed
            rows[number] = old if old is not None and is_same else Indexed(path, mark, packed, 0, 0)
        return rows

    @cached_property
    def _ids(self) -> dict[int, str]:
        """Ids by number, in order."""
        entries = self._plan.archive.entries
        return dict(sorted((row.number, row.id) for row in self._plan.archive.addresses if row.id in entries))

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {identity: number for number, identity in self._ids.items()}

    @cached_property
    def _common(self) -> tuple[str, ...]:
        languages = (entry.card.language for entry in self._plan.archive.entries.values())
        return index.common_words(Counter(language for language in languages if language))

    @property
    def _columns(self) -> Page:
        """The list of the columns."""
        entries = self._plan.archive.entries
        return index.page(index.column_list((number, entries[one].is_copy) for number, one in self._ids.items()))

    def _anew(self) -> Iterator[Page]:
        rows = self._rows
        yield self._columns
        for _, numbers in groupby(self._ids, key=lambda number: number >> index.COLUMN_BITS):
            yield from self._columns_of(numbers)
        articles = [Numbered(number, row.path, self._edition(row)) for number, row in rows.items()]
        found = [Known({}, {}) for _ in FOLDERS]
        yield from gathered_index(articles, self._common, self._store, self._hands, found)
        self._rows = _with_lengths(rows, *(one.lengths for one in found))
        self._held = [one.held for one in found]

    def _columns_of(self, numbers: Iterable[int]) -> Iterator[Page]:
        known = self._filed(numbers)
        yield from map(index.page, chain(index.column_blocks(known), index.row_blocks(known)))

    def _begun(self) -> Callable[[], Refreshed]:
        """What waits for the index to be brought up to date, which begins; ValueError where it is to be made anew."""
        before, rows, changed = self._before, self._rows, self._changed
        if len(changed) * _WORTH_ANEW > len(before):
            return _out_of_date
        try:
            job = Refreshing(
                self._output.folder,
                self._articles(before, changed & before.keys()),
                self._articles(rows, changed & rows.keys()),
                (
                    {number: row.words for number, row in before.items() if row.words},
                    {number: row.removed for number, row in before.items() if row.removed},
                ),
                tuple(self._held),
                self._common,
            )
        except ValueError:
            return _out_of_date
        is_long = bool(changed) and len(before) > _MANY
        return self._hands.crew.beside(refresh_index, job, "the index", is_long=is_long)

    def _updated(self, done: Refreshed) -> tuple[list[Page], AbstractSet[str]]:
        """The files that change, and the paths of those that stay."""
        touched = self._changed | {self._numbers[identity] for identity in self._moved if identity in self._numbers}
        filed, gone = self._refiled(touched)
        pages = [*done.pages, self._columns, *filed]
        arrived = {number: self._rows[number] for number in self._changed & self._rows.keys()}
        self._rows |= _with_lengths(arrived, *done.lengths)
        every = ({**before, **changes}.items() for before, changes in zip(self._held, done.held, strict=True))
        self._held = [{term: counts for term, counts in now if counts} for now in every]
        return pages, self._output.files(SEARCH) - gone - done.gone - {page.path for page in pages}

    def _articles(self, rows: Mapping[int, Indexed], numbers: Iterable[int]) -> Pressed:
        """Articles as rows have them. ValueError where one is not remembered any more."""
        return tuple(
            (Numbered(one, rows[one].path, self._edition(rows[one])), self._pressed(rows[one]))
            for one in sorted(numbers)
        )

    def _pressed(self, row: Indexed) -> bytes:
        found = self._store.texts.marked(row.path, row.mark)
        if found is None:
            raise ValueError(row.path)
        return found

    def _edition(self, row: Indexed) -> Edition:
        return unpack(Edition, row.edition) if row.edition else self._plan.site.edition

    def _refiled(self, touched: AbstractSet[int]) -> tuple[list[Page], set[str]]:
        """The columns and rows of lists that speak of some numbers, and the paths of those that are no more."""
        columns = {number >> index.COLUMN_BITS for number in touched}
        shown = {number >> index.ROW_BITS for number in touched}
        near = self._filed(number for number in self._ids if number >> index.COLUMN_BITS in columns)
        own = [article for article in near if article.number >> index.ROW_BITS in shown]
        pages = list(map(index.page, chain(index.column_blocks(near), index.row_blocks(own))))
        names = chain((f"c/{name}/{place}" for name in index.COLUMNS for place in columns), map(index.row_name, shown))
        return pages, {f"{SEARCH}{name}.js" for name in names} - {page.path for page in pages}

    def _filed(self, numbers: Iterable[int]) -> list[Filed]:
        """What filters and lists know of articles."""
        plan, known = self._plan, self._numbers
        return [Filed(number, *filed(plan, plan.entry(self._ids[number]), known)) for number in numbers]


def _with_lengths(
    rows: Mapping[int, Indexed], words: Mapping[int, int], removed: Mapping[int, int]
) -> dict[int, Indexed]:
    return {
        number: row._replace(words=words.get(number, 0), removed=removed.get(number, 0)) for number, row in rows.items()
    }


def _out_of_date() -> Refreshed:
    raise index.OutOfDateError
