"""The survey of all texts: work that takes nothing but what is kept of them, so any process may do it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import starmap
from pathlib import Path

from newsarchive.errors import InputError
from newsarchive.model import Problem, Source
from newsarchive.read import decode, text_in
from newsarchive.survey import Survey, Text, Wording, survey


@dataclass(frozen=True, slots=True)
class Surveying:
    """What surveying takes: the folder of the texts; the path of each, the sha256 of its bytes and what is kept of it;
    the wordings of the last survey, by key.
    """

    folder: Path
    seen: tuple[tuple[str, str, bytes], ...]
    known: Mapping[int, Wording]


def survey_texts(job: Surveying) -> Survey:
    """Looks at all texts together. InputError where one became unreadable while the build went on."""
    return survey(starmap(Text, job.seen), lambda paths: _read_again(job.folder, paths), job.known)


def _read_again(folder: Path, paths: Iterable[str]) -> Iterator[Source]:
    for path in paths:
        source = decode(text_in(folder, path))
        if isinstance(source, Problem):
            raise InputError(f"{path} changed while the archive was read ({source.text}). Build again")
        yield source
