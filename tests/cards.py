"""Cards and rows to link, and strategies that make them."""

import hashlib

from hypothesis import strategies as st

from newsarchive.link import link
from newsarchive.model import Address, Authors, Card, Choices


def make_card(source="harbour/1.txt", *, text=None, **fields):
    """A card of the text at a path; `text` stands for its bytes (None: bytes of its own)."""
    published, certainty = fields.get("published"), fields.pop("published_certainty", "stated")
    defaults = {
        "sha256": hashlib.sha256((text if text is not None else source).encode("utf-8", "surrogatepass")).hexdigest(),
        "headline": "Floods",
        "first_words": "The harbour was under water",
        "deck": None,
        "language": "en",
        "outlet": None,
        "agency": None,
        "authors": (),
        "published": None,
        "certainties": (("published", certainty),) if published else (),
        "words": 12,
        "body_hash": "",
    }
    return Card(source=source, **defaults | fields)


def archive_of(*cards, known=(), outlets=(), authors=None):
    return link(cards, known, Choices(outlets=outlets, authors=authors or Authors()))


def sources(archive, ids):
    """The source paths behind ids."""
    return [archive.entries[identity].card.source for identity in ids]


def addresses(archive):
    """The address of each text, by its path."""
    return {entry.card.source: entry.url for entry in archive.entries.values()}


def moved(card, source):
    """The same text under another path."""
    return make_card(source, **{name: getattr(card, name) for name in Card._fields if name != "source"})


def row(identity="abcd2345", path="harbour/1.txt", **fields):
    """A row of addresses.csv as the card of that path would have it."""
    defaults = {
        "address": f"articles/floods-{identity}.html",
        "sha256": hashlib.sha256(path.encode()).hexdigest(),
        "number": 1,
    }
    return Address(id=identity, path=path, **defaults | fields)


HEADLINES = st.one_of(
    st.none(),
    st.sampled_from(["Floods", "floods", "Floods 2", "Flööds", "???", "con", "index", "洪水", "فيضانات", "x" * 250]),
    st.text(max_size=30),
)
NAMES = st.one_of(
    st.sampled_from(
        [
            "Index",
            "Unknown",
            "None",
            "CON",
            "The Harbour Post",
            "Harbour Post",
            "harbour post",
            "Hárbour Post",
            "???",
            "",
        ]
    ),
    st.text(max_size=12),
)
DATES = st.sampled_from(
    [
        None,
        "2023-03-29",
        "2023-03-30",
        "2023-03-29?",
        "2023-03",
        "2023",
        "2022-12-31",
        "[2022-03-30..]",
        "[2021-03-30..]",
        "[2023-03-29..2023-03-31]",
        "[2023-03-29..2023-04-02]",
        "[2023-03-29,2023-03-30]",
    ]
)
FOLDERS = st.sampled_from(["a", "b", "a/b", "é", "e\u0301", "CON"])


@st.composite
def cards(draw, max_size=8):
    """Cards of different paths, alike in much else."""
    paths = draw(st.lists(st.tuples(FOLDERS, st.integers(1, 4)), unique=True, max_size=max_size))
    return [
        make_card(
            f"{folder}/{number}.txt",
            text=draw(st.sampled_from("pqrstuvw")),
            headline=draw(HEADLINES),
            outlet=draw(st.none() | NAMES),
            authors=tuple(draw(st.lists(NAMES, max_size=2))),
            published=draw(DATES),
            body_hash=draw(st.sampled_from(["", "same", "other"])),
        )
        for folder, number in paths
    ]
