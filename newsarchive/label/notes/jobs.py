"""The words for what people do, from job_words.txt."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from newsarchive.text.fold import fold


def holds_job(words: Iterable[str]) -> bool:
    """Some of the folded words say what somebody does: "professor", "sportredakteur"."""
    writers, others = _jobs()
    return any(word in others or word in writers or word.endswith(_endings()) for word in words)


def is_writer(word: str) -> bool:
    """A folded word that says that somebody writes for a paper: "columnist"."""
    return word in _jobs()[0] or word.endswith(_endings())


@cache
def _jobs() -> tuple[frozenset[str], frozenset[str]]:
    writers, _, others = _file().partition("[others]")
    return frozenset(_words(writers)), frozenset(_words(others))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(fold(line[1:]) for line in _file().splitlines() if line.startswith("-"))


def _words(part: str) -> list[str]:
    return [fold(line) for line in part.splitlines() if line and line[0] not in "#[-"]


def _file() -> str:
    return (Path(__file__).parent / "job_words.txt").read_text(encoding="utf-8")
