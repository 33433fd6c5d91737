"""From the folder of texts to what the store holds of each: only what changed is read, labelled and extracted again."""

import hashlib
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from newsarchive.model import Authors, Choices, Habits
from newsarchive.pipeline.batches import batches
from newsarchive.pipeline.crew import Hands
from newsarchive.pipeline.loading import loading
from newsarchive.pipeline.tasks import Knowing, Suspect, Unchanged, look, read_texts
from newsarchive.read import Reading, Text, read
from newsarchive.store import Extracted, Sighting, Store, pack
from newsarchive.text.facts import changed_facts

T = TypeVar("T")

_TOGETHER = 128
_LASTING = 2048  # texts that are remembered together, should the build be stopped
_MANY = 20_000  # texts: while they are surveyed by another process there is time to load their cards
_RACY = 2_000_000_000
"""Nanoseconds: a file that was written so shortly before it was looked at may have changed since and look the same."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What a folder holds, and when it was looked through: nanoseconds since 1970, by which stamps are told apart."""

    reading: Reading
    begun: int


def scan(folder: Path) -> Scan:
    """Looks through a folder and opens no text. InputError where there is no such folder."""
    begun = time.time_ns()
    return Scan(read(folder), begun)


def refresh(scanned: Scan, choices: Choices, store: Store, hands: Hands) -> None:
    """Makes the store hold what the folder holds. Stopped in the middle, it has what was done so far.

    From the first change on the store says that the site is no more what the texts are, until it is published.
    """
    texts, seal = scanned.reading.texts, _seal(scanned.reading.texts)
    _tell_choices(choices, store)
    settled = (store.told("scanned", int) or 0) - _RACY
    if store.told("seal", bytes) != seal or any(text.written >= settled for text in texts):
        store.tell("seal", None)  # should the build break off, no folder is as it was
        _look_again(texts, settled, store, hands)
    if not store.told("surveyed", bool):
        _survey(texts, store, hands)
    if not store.told("current", bool):
        _extract(texts, choices, store, hands)
    with store.change():
        store.tell("scanned", scanned.begun)
        store.tell("seal", seal if store.texts.are_sealed() else None)


def _seal(texts: Sequence[Text]) -> bytes:
    """What stays the same as long as nothing was done to any text of a folder; one that is met again is not opened."""
    return _hash(([(text.path, text.stamps) for text in texts], [text.seal for text in texts if not text.is_alone]))


def _look_again(texts: Sequence[Text], settled: int, store: Store, hands: Hands) -> None:
    """Opens every text that may have changed: one that was not written before it was `settled` that later changes show,
    in nanoseconds since 1970, is among them.
    """
    seals = store.texts.seals()
    if gone := seals.keys() - {text.path for text in texts}:
        with store.change():
            store.texts.forget(sorted(gone))
            _outdate(store)
    doubted = [text for text in texts if seals.get(text.path) != text.seal or text.written >= settled]
    keys = store.texts.keys([text.path for text in doubted if text.path in seals])
    suspects = [Suspect(text, keys.get(text.path)) for text in doubted]
    named = ((suspect.text.path, suspect) for suspect in suspects)
    looked = chain.from_iterable(hands.crew.each(look, None, batches(named, _TOGETHER), size=len(suspects)))
    for some in _several(hands.progress(looked, "looking at", len(suspects))):
        with store.change():
            store.texts.reseal((each.path, each.seal) for each in some if isinstance(each, Unchanged))
            if sightings := [each for each in some if isinstance(each, Sighting)]:
                store.texts.see(sightings)
                _outdate(store)


def _outdate(store: Store) -> None:
    store.tell("surveyed", None)
    store.tell("current", None)


def _tell_choices(choices: Choices, store: Store) -> None:
    """Forgets what was extracted where the user's choices are others; of authors nothing that is extracted knows."""
    told = _hash(replace(choices, authors=Authors()))
    if store.told("choices", bytes) != told:
        with store.change():
            store.texts.disown()
            store.tell("choices", told)
            store.tell("current", None)
    authors = _hash(choices.authors)
    if store.told("authors", bytes) != authors:
        with store.change():
            store.tell("authors", authors)
            store.tell("current", None)


def _hash(told: object) -> bytes:
    return hashlib.blake2b(pack(told), digest_size=16).digest()


def _survey(texts: Sequence[Text], store: Store, hands: Hands) -> None:
    """Looks at all texts together; forgets what was extracted from those that ask for a fact that changed."""
    # slow to load, and where no text changed there is none
    from newsarchive.pipeline.surveying import Surveying, survey_texts  # noqa: PLC0415
    from newsarchive.survey import Wording, holders  # noqa: PLC0415

    before, known = store.told("habits", Habits), store.told("wordings", dict[int, Wording]) or {}
    job = Surveying(texts[0].folder if texts else Path(), tuple(store.texts.seen()), known)
    is_long = len(texts) > _MANY
    surveyed = hands.crew.beside(survey_texts, job, "the survey of all texts", is_long=is_long)
    if is_long and not hands.crew.is_alone:
        with loading():
            store.texts.load_cards()
    found = surveyed()
    changed = changed_facts(before or Habits.none, found.habits)
    with store.change():
        if changed:
            asking = list(store.texts.asked())
            places = holders(changed, [asked for _, asked in asking])
            store.texts.disown([asking[place][0] for place in places])
            store.tell("habits", found.habits)
        if known != found.wordings:
            store.tell("wordings", found.wordings)
        store.tell("surveyed", True)


def _extract(texts: Sequence[Text], choices: Choices, store: Store, hands: Hands) -> None:
    """Labels and extracts every text that was not since it, or what holds of it, changed."""
    unread = set(store.texts.unread())
    named = ((text.path, text) for text in texts if text.path in unread)
    knowing = Knowing(store.told("habits", Habits) or Habits.none, choices)
    found = chain.from_iterable(hands.crew.each(read_texts, knowing, batches(named, _TOGETHER), size=len(unread)))
    for some in _several(hands.progress(found, "reading", len(unread))):
        with store.change():
            store.texts.keep(each for each in some if isinstance(each, Extracted))
            store.texts.see(each for each in some if isinstance(each, Sighting))


def _several(found: Iterable[T]) -> Iterator[list[T]]:
    """What was found, as much of it at once as is remembered together."""
    rest = iter(found)
    while some := list(islice(rest, _LASTING)):
        yield some
