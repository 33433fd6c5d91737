"""Writers that no byline names: bios, taglines, and the first and last words of a report."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsarchive.extract.credited import Credited, headline_line, in_words
from newsarchive.model import Span
from newsarchive.text.fold import fold
from newsarchive.text.names import bio_author, desk_authors, tagline_authors

_NEAR = 4  # lines from the headline to a bio under it
_HEAD = 300  # characters in which a bio names its writer


def bio(spans: Sequence[Span]) -> Credited | None:
    """The writer that a bio under the headline is about, or one whose name stands alone on a line as well."""
    known = list(_bios(spans))
    headline = headline_line(spans)
    near = [(line, name) for line, name in known if 0 < line - headline <= _NEAR]
    bare = {fold(span.text) for span in spans} if known else set()
    chosen = near or [(line, name) for line, name in known if fold(name) in bare]
    if not chosen:
        return None
    lines = tuple(line for line, _ in chosen)
    why = f"the bio in {in_words(lines)} names the writer"
    return Credited(tuple(name for _, name in chosen), lines, "bio", "stated", why)


def tagline(spans: Sequence[Span]) -> Credited | None:
    """Those who reported, as the end of the text says."""
    known = [(span.line, names) for span in spans if span.label == "tagline" and (names := tagline_authors(span.text))]
    if not known:
        return None
    lines = tuple(line for line, _ in known)
    names = tuple(name for _, names in known for name in names)
    return Credited(names, lines, "tagline", "stated", f"{in_words(lines)} says who reported")


def desk(spans: Sequence[Span]) -> Credited | None:
    """The reporter in brackets in the first or last paragraph: "【ロンドン＝佐藤渚】…"."""
    paragraphs = [span for span in spans if span.label in ("paragraph", "dateline")]
    for span in (*paragraphs[:2], *paragraphs[-1:]):
        if names := desk_authors(span.text):
            return Credited(names, (span.line,), "desk", "stated", f"line {span.line} names the reporter in brackets")
    return None


def bio_at_the_end(spans: Sequence[Span]) -> Credited | None:
    """The writer of the one bio below the text: likely, no more."""
    known = list(_bios(spans))
    if len({name for _, name in known}) != 1:
        return None
    lines = tuple(line for line, _ in known)
    why = f"the only bio beside the text is of {known[0][1]} ({in_words(lines)})"
    return Credited((known[0][1],), lines, "bio", "inferred", why)


def _bios(spans: Sequence[Span]) -> Iterator[tuple[int, str]]:
    return ((span.line, name) for span in spans if span.label == "bio" if (name := _author(span.text.strip()[:_HEAD])))


@lru_cache(maxsize=64)
def _author(bio: str) -> str | None:
    return bio_author(bio)
