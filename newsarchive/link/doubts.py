"""Texts that may have changed places: what addresses.csv cannot tell, and a person can."""

from collections.abc import Iterator, Mapping, Sequence

from newsarchive.link.pairs import pair_alike
from newsarchive.model import Address, Problem

_REMEDY = "If it is the same text, exchange id and address between the rows of these two paths in addresses.csv."


def doubt_addresses(
    before: Sequence[Address], now: Mapping[str, Address], touched: Sequence[Address]
) -> Iterator[Problem]:
    """A problem for each row whose text may stand under another path now. What stands at a row's path has kept the row.

    `now` are the rows that texts hold, by id, and `touched` those of them that are new or that changed, in the order of
    paths. One kind is plain: the bytes of a row are those of a text that arrived or was edited. The other is likely:
    the path and the bytes of a row are gone, and a text arrived with the same words in its address.
    """
    left = [row for row in before if (held := now.get(row.id)) is not row and (not held or held.sha256 != row.sha256)]
    if not left or not touched:
        return
    ids = {row.id for row in touched}
    old = {row.id: row.sha256 for row in before if row.id in ids}
    changed = {row.sha256: row for row in reversed(touched) if old.get(row.id) != row.sha256}
    gone = [row for row in left if row.id not in now]
    paths = {row.path for row in now.values()} if gone else set[str]()
    left = [row for row in left if row.id in now or row.path not in paths]
    for row in left:
        if row.sha256 in changed:
            yield _exchanged(row, changed[row.sha256], is_gone=row.id not in now)
    contents = {row.sha256 for row in now.values()} if gone else set[str]()
    lost = [row for row in gone if row.path not in paths and row.sha256 not in contents]
    for row, arrival in _lookalikes(lost, [row for row in touched if row.id not in old]):
        yield _moved_and_edited(row, arrival)


def _exchanged(row: Address, other: Address, *, is_gone: bool) -> Problem:
    fate = "is gone" if is_gone else "now holds another text"
    text = f"{row.path} {fate}, and what it held stands in {other.path}. {row.address} stays with {row.path}. {_REMEDY}"
    return Problem("texts_exchanged", text, other.path)


def _moved_and_edited(row: Address, arrival: Address) -> Problem:
    text = (
        f"{row.path} is gone, and {arrival.path}, which is new, has the same headline. It was given {arrival.address}, "
        f"not {row.address}. {_REMEDY}"
    )
    return Problem("moved_and_edited", text, arrival.path)


def _lookalikes(lost: Sequence[Address], arrivals: Sequence[Address]) -> Iterator[tuple[Address, Address]]:
    """Each lost row with one arrival of the same words, if possible of the same file name too."""
    met: set[str] = set()
    for likeness in (_words_and_name, _words):
        pairs = pair_alike(
            [(likeness(row), row) for row in lost if row.id not in met and _words(row)],
            [(likeness(row), row) for row in arrivals if row.id not in met],
        )
        yield from pairs
        met |= {row.id for pair in pairs for row in pair}


def _words(row: Address) -> str:
    """What stands before the id: articles/floods-in-town-abcd2345.html -> floods-in-town-."""
    return row.address.removeprefix("articles/").removesuffix(f"{row.id}.html")


def _words_and_name(row: Address) -> tuple[str, str]:
    return _words(row), row.path.rpartition("/")[2]
