"""What is related to each article: found again for those alone that a change may have reached."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from newsarchive.link import TOO_MANY, Change, Placed, Relate, relate_again, relate_all
from newsarchive.pipeline.work import Marks
from newsarchive.store import Linked, Store, Terms, unpack

_MOST_CHANGES = 10
"""Where more than one in so many articles changed, all are related anew: that is less work than to follow changes."""

_Said = tuple[str, ...]


def relating(store: Store, marks: Marks) -> Relate:
    """How `link` is to find what is related: with what the store remembers, which is told what was found."""

    def relate(placed: Placed) -> dict[str, tuple[str, ...]]:
        before = store.terms.linked.read()
        seen = {id_: marks[card.source].mark for id_, card in zip(placed.ids, placed.cards, strict=True)}
        changed = [
            id_
            for id_, mark in seen.items()
            if (was := before.get(id_)) is None or was.mark != mark or was.is_copy is placed.is_first(id_)
        ]
        gone = before.keys() - seen.keys()
        with store.change():
            if _MOST_CHANGES * (len(changed) + len(gone)) > len(seen):
                again = found = _all_anew(store, placed)
                before = {}  # the store has forgotten it
            else:
                again = _some_again(store, placed, before, [*changed, *sorted(gone)])
                found = {id_: again[id_] if id_ in again else tuple(before[id_].related.split()) for id_ in placed.ids}
            rows = {id_: Linked(seen[id_], not placed.is_first(id_), " ".join(found[id_])) for id_ in again}
            store.terms.linked.keep({id_: row for id_, row in rows.items() if before.get(id_) != row}, gone)
        return found

    return relate


def _all_anew(store: Store, placed: Placed) -> dict[str, tuple[str, ...]]:
    ids = {card.source: identity for identity, card in zip(placed.ids, placed.cards, strict=True)}
    once: dict[str, str] = {}  # few words, said many times: each is kept once
    every = ((ids[path], unpack(_Said, packed)) for path, packed in store.texts.terms())
    terms = {identity: tuple(map(once.setdefault, said, said)) for identity, said in every}
    del once
    store.terms.clear()
    store.terms.add(terms, frozenset(identity for identity in placed.ids if not placed.is_first(identity)))
    return relate_all(placed, terms)


def _some_again(
    store: Store, placed: Placed, before: Mapping[str, Linked], changed: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """The related articles of those that changed, and of those that a change reaches."""
    sources = {identity: card.source for identity, card in zip(placed.ids, placed.cards, strict=True)}
    led = {id_: store.terms.terms(id_) for id_ in changed if id_ in before and not before[id_].is_copy}
    said = {id_: unpack(_Said, store.texts.terms_of(sources[id_])) for id_ in changed if id_ in sources}
    copies = frozenset(identity for identity in said if not placed.is_first(identity))
    store.terms.drop(identity for identity in changed if identity in before)
    store.terms.add(said, copies)
    changes = [
        Change(identity, tuple(led.get(identity, ())), () if identity in copies else said.get(identity, ()))
        for identity in changed
    ]
    return relate_again(changes, placed, _Index(store.terms))


@dataclass(frozen=True, slots=True)
class _Index:
    """The terms of the store, as link asks for them."""

    store: Terms

    def terms(self, identity: str) -> Sequence[str]:
        return self.store.terms(identity)

    def articles(self, term: str) -> Sequence[str]:
        return self.store.firsts(term, TOO_MANY)

    def firsts(self, term: str, most: int) -> Sequence[str]:
        return self.store.firsts(term, most)

    def copies(self, term: str) -> Sequence[str]:
        return self.store.copies(term)
