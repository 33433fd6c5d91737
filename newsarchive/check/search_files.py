"""The search index: each file that another names is there, calls its own name and is whole (docs/search-format.md)."""

import json
import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence

from newsarchive.check.search_payload import Cursor, payload
from newsarchive.check.site import AGAIN, Site
from newsarchive.model import Finding

FOLDER = "search/"

_COLUMN_BITS, _FOLDER_BITS, _ROW_BITS = 16, 14, 5
_COLUMNS = ("day", "outlet", "author", "language")
_COARSEST = 2 * 63  # 2e of a block of 2^e articles
_PAIR = b"\x02"  # by which a term of two common words begins


def search_file(path: str, content: bytes, site: Site, read: Callable[[str], bytes]) -> Iterator[Finding]:
    """Everything that is wrong with a file of the index, and with what it names. `read` gives the bytes of another."""
    name = path.removeprefix(FOLDER).removesuffix(".js")
    try:
        octets = payload(content, name)
        for named in _named(name, octets, read):
            if f"{FOLDER}{named}.js" not in site.numbers:
                yield Finding("search_index", path, None, f"it names {FOLDER}{named}.js, which is not there", AGAIN)
    except (ValueError, IndexError, KeyError, TypeError, OSError) as error:
        yield Finding("search_index", path, None, f"it is no file of the index: {error}", AGAIN)


def _named(name: str, octets: bytes, read: Callable[[str], bytes]) -> Iterator[str]:
    """The files that a file names."""
    folder = "removed/" if name.startswith("removed/") else ""
    own = name.removeprefix(folder)
    if own == "root":
        yield from _of_root(folder, octets)
    elif own.startswith("t/"):
        places = f"{folder}p/{own[2:]}"
        yield from _of_leaf(folder, octets, payload(read(f"{FOLDER}{places}.js"), places))
    elif own.startswith("c/day/"):
        block = int(posixpath.basename(own))
        yield from (f"c/{column}/{block}" for column in _COLUMNS)
        yield from _rows_of(block, octets)


def _of_root(folder: str, octets: bytes) -> Iterator[str]:
    cursor = Cursor(octets)
    root = json.loads(cursor.take(cursor.number()))
    nodes = iter([octet >> shift & 3 for octet in octets[cursor.place :] for shift in (6, 4, 2, 0)])
    leaves = list(_leaves(nodes)) if root["leaves"] else []
    if len(leaves) != root["leaves"]:
        raise ValueError(f"it speaks of {root['leaves']} leaves and lists {len(leaves)}")
    for bits in leaves:
        leaf = _leaf_name(bits)
        yield from (f"{folder}{kind}/{_folder_of(leaf)}/{leaf}" for kind in "tp")
    if not folder:
        yield "spelling"


def _leaves(nodes: Iterator[int]) -> Iterator[str]:
    """The bits that lead to each leaf, of nodes in preorder."""
    waiting = [""]
    while waiting:
        bits = waiting.pop()
        node = next(nodes, None)
        if node is None:
            raise ValueError("its list of leaves ends too early")
        if node == 0:
            yield bits
        if node in (1, 3):
            waiting.append(f"{bits}1")
        if node in (1, 2):
            waiting.append(f"{bits}0")


def _leaf_name(bits: str) -> str:
    padded = f"{bits}1"
    padded += "0" * (-len(padded) % 4)
    return f"{int(padded, 2):0{len(padded) // 4}x}"


def _folder_of(name: str) -> str:
    place = 0
    for character in name:
        place = (31 * place + ord(character)) % 128
    return f"{place:02x}"


def _of_leaf(folder: str, octets: bytes, places: bytes) -> Iterator[str]:
    """The blocks that the files of a leaf name: of articles, and of places in them."""
    cursor = Cursor(octets)
    terms = list(cursor.terms())
    for term in terms:
        if cursor.number() % 2:
            yield from _blocks(f"{folder}b", term, cursor)
    cursor = Cursor(places)
    for term in terms:
        if not term.startswith(_PAIR) and (count := cursor.number()):
            yield from _blocks(f"{folder}q", term, cursor, count)


def _blocks(kind: str, term: bytes, cursor: Cursor, count: int | None = None) -> Iterator[str]:
    start = 0
    for _ in range(cursor.number() if count is None else count):
        code = cursor.number()
        if code > _COARSEST:
            raise ValueError("it speaks of a block without end")
        if code % 2:
            name = f"{term.hex()}-{start:x}"
            yield f"{kind}/{_folder_of(name)}/{name}"
        start += 1 << (code >> 1)


def _rows_of(block: int, octets: bytes) -> Iterable[str]:
    """The files that tell what a list shows of the articles that a block of days knows."""
    cursor = Cursor(octets)
    codes: Sequence[int] = cursor.take(cursor.number())
    first = block << _COLUMN_BITS
    rows = {first + place >> _ROW_BITS for place, code in enumerate(codes) if code}
    return (f"m/{row >> (_FOLDER_BITS - _ROW_BITS)}/{row}" for row in sorted(rows))
