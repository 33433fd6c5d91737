"""One text, opened: its bytes decoded and repaired, with what people said about it."""

import hashlib
import os
from collections.abc import Iterator, Sequence

from newsarchive.model import Beside, Given, Problem, Source
from newsarchive.read.binary import binary_kind
from newsarchive.read.decode import decode_bytes
from newsarchive.read.front_matter import front_matter
from newsarchive.read.reading import Text
from newsarchive.read.repair import repair
from newsarchive.read.stated import NOTHING, Stated
from newsarchive.read.values import ALIASES
from newsarchive.read.walk import MARKDOWN, why

LARGEST = 1 << 26


def decode(text: Text) -> Source | Problem:
    """What a text says; a Problem where its file cannot be read, holds no text, or holds something else than text.

    It opens the file and its sidecar, keeps no state and never raises for what they hold: it may run in any process.
    """
    try:
        raw = _raw(text)
    except OSError as error:
        return Problem("unreadable_file", f"cannot be read: {why(error)}", text.path)
    if raw is None:
        return Problem("too_large", f"is larger than {LARGEST >> 20} MB: cut it into its articles", text.path)
    if kind := binary_kind(raw):
        advice = "save it as plain text, or move it out of the folder"
        return Problem("binary_file", f"seems to be {kind}, which is not text: {advice}", text.path)
    source = _source(text, raw)
    if not source.text or source.text.isspace():
        return Problem("empty_file", "holds no text: fill it, or take it out of the folder", text.path)
    return source


def _raw(text: Text) -> bytes | None:
    """The bytes of a file; None of one that is too large, or has no end, as a device."""
    with text.file.open("rb") as stream:
        size = min(os.fstat(stream.fileno()).st_size, LARGEST)
        raw = stream.read(size + 1)
        if len(raw) > size:  # it grew, or is a pipe, which does not say how much it holds
            raw += stream.read(LARGEST + 1 - len(raw))
    return raw if len(raw) <= LARGEST else None


def _source(text: Text, raw: bytes) -> Source:
    decoded = decode_bytes(raw)
    markdown = text.path.casefold().endswith(MARKDOWN)
    words, repairs = repair(decoded.text, scraped=not markdown)
    last, front = front_matter(words, text.path)
    # A correction wins over a table, and a table over what stood in the text.
    stated = (_sidecar(text, words), text.row, front)
    sha256 = hashlib.sha256(raw).hexdigest()
    given = _given(stated)
    doubt = (Problem("doubtful_bytes", decoded.doubt, text.path),) if decoded.doubt else ()
    return Source(
        path=text.path,
        text=words,
        encoding=decoded.encoding,
        sha256=sha256,
        front_matter=last,
        markdown=markdown,
        draft=any(each.field == "draft" and each.value == "true" for each in given),
        given=tuple(each for each in given if each.field in ALIASES),
        line_rules=stated[0].line_rules or front.line_rules,
        repairs=repairs,
        problems=(*doubt, *(problem for each in stated for problem in each.problems), *_changed(stated, sha256, text)),
        beside=_beside(text, stated[0]),
    )


def _sidecar(text: Text, words: str) -> Stated:
    if text.sidecar is None:
        return NOTHING
    from newsarchive.read.sidecar import sidecar  # noqa: PLC0415 - it loads YAML, which few archives need

    try:
        return sidecar((text.folder / text.sidecar).read_bytes(), text.sidecar, words.count("\n") + 1)
    except OSError as error:
        return Stated(problems=(Problem("unreadable_file", f"cannot be read: {why(error)}", text.sidecar),))


def _beside(text: Text, stated: Stated) -> Beside | None:
    """The sidecar of a text, with what it states."""
    if text.sidecar is None:
        return None
    states = (*(given.field for given in stated.given), *(["lines"] if stated.line_rules else []))
    return Beside(text.sidecar, states, stated.line_rules)


def _given(stated: Sequence[Stated]) -> list[Given]:
    """The fields in the order of the record, each as the first place has it that states it."""
    first: dict[str, Given] = {}
    for each in stated:
        for given in each.given:
            first.setdefault(given.field, given)
    order = (*ALIASES, "draft", "for")
    return sorted(first.values(), key=lambda given: order.index(given.field))


def _changed(stated: Sequence[Stated], sha256: str, text: Text) -> Iterator[Problem]:
    """The problem of a correction that was made for other bytes than these."""
    for given in (given for each in stated for given in each.given if given.field == "for"):
        if not sha256.startswith(str(given.value)):
            where = text.sidecar if given.origin == "sidecar" else given.origin
            words = f"the text under this correction has changed: see whether it still holds, then write {sha256} here"
            yield Problem("changed_text", words, where or "", given.line)
