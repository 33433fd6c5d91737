"""The words for what people do, from job_words.txt."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from newsarchive.text.fold import fold


@dataclass(frozen=True, slots=True)
class Jobs:
    """Folded words, and endings of words."""

    words: frozenset[str]
    endings: tuple[str, ...]

    def __contains__(self, word: str) -> bool:
        return word in self.words or word.endswith(self.endings)


def holds_job(words: Iterable[str]) -> bool:
    """Some of the folded words say what somebody does: "professor", "sportredakteur"."""
    writers, others = _jobs()
    return any(word in writers or word in others for word in words)


@lru_cache(maxsize=4096)
def is_writer(word: str) -> bool:
    """A folded word that says that somebody writes for a paper: "columnist"."""
    return word in _jobs()[0]


@cache
def _jobs() -> tuple[Jobs, Jobs]:
    writers, _, others = (Path(__file__).parent / "job_words.txt").read_text(encoding="utf-8").partition("[others]")
    return _read(writers), _read(others)


def _read(part: str) -> Jobs:
    lines = [fold(line) for line in part.splitlines() if line and line[0] not in "#["]
    return Jobs(
        frozenset(line for line in lines if line[0] != "-"), tuple(line[1:] for line in lines if line[0] == "-")
    )
