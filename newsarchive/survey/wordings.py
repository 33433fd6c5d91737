"""What lines that recur say: it is not kept of each text, but read again in the first text that has them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from newsarchive.model import Source
from newsarchive.survey.reading import Wording, wordings
from newsarchive.survey.recurring import Recurring
from newsarchive.survey.seen import FORM, SENTENCE
from newsarchive.survey.table import WEIGHTS, Codes, Flags, Ints, Table

Read = Callable[[Sequence[str]], Iterable[Source]]
"""Reads the texts with these paths again."""


class Wordings:
    """The wordings of lines by their numbers, as far as they were asked for: known ones where they still hold."""

    def __init__(self, table: Table, lines: Recurring, read: Read, known: Mapping[int, Wording]) -> None:
        self._said: dict[int, Wording] = {}
        self._table, self._keys, self._read, self._known = table, lines.keys, read, known
        self._words = np.zeros(len(lines.keys), np.int64)
        recurs = np.flatnonzero(lines.numbers >= 0)[::-1]
        self._words[lines.numbers[recurs]] = recurs  # of several the last one stays, which is the first of the archive
        self._codes: Codes = table.codes[self._words]

    @property
    def is_form(self) -> Flags:
        """Of each line whether it is known by its first or its last words alone."""
        found: Flags = self._codes == FORM
        return found

    @property
    def is_sentence(self) -> Flags:
        """Of each line whether it ends like a sentence."""
        found: Flags = WEIGHTS[self._codes] >= SENTENCE
        return found

    def where(self, asked: Flags, test: Callable[[Wording], bool]) -> Flags:
        """Of each line whether it is asked for and what it says passes a test."""
        found = np.zeros_like(asked)
        numbers = np.flatnonzero(asked)
        self._hear(numbers)
        for number in numbers.tolist():
            found[number] = number in self._said and test(self._said[number])
        return found

    def of(self, asked: Flags) -> dict[int, Wording]:
        """What lines say, by their numbers: of those that were asked for in a test before."""
        return {number: self._said[number] for number in np.flatnonzero(asked).tolist() if number in self._said}

    def by_key(self) -> dict[int, Wording]:
        """What lines say that were asked for in tests, by their keys."""
        return {int(self._keys[number]): wording for number, wording in sorted(self._said.items())}

    def _hear(self, numbers: Ints) -> None:
        missing: dict[str, dict[int, int]] = defaultdict(dict)
        texts = self._table.texts_of(self._words[numbers])
        for number, key, text in zip(numbers.tolist(), self._keys[numbers].tolist(), texts.tolist(), strict=True):
            first, wording = self._table.texts[text], self._known.get(key)
            if wording and wording.taken_from == first.sha256:
                self._said[number] = wording
            elif number not in self._said:
                missing[first.path][key] = number
        for source in self._read(sorted(missing)) if missing else ():
            wanted = missing[source.path]
            self._said |= {wanted[key]: wording for key, wording in wordings(source, wanted).items()}
