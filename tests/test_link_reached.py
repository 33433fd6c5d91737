"""Related articles after a change: looked for again where the change reaches, and nowhere else."""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsarchive.link import Change, link, nearness, reached, relate_again, relate_all
from newsarchive.model import Choices
from tests.cards import make_card


class Kept:
    """Which articles have which terms, kept from build to build."""

    def __init__(self):
        self.leads = defaultdict(set)
        self.others = defaultdict(set)
        self.own = {}

    def terms(self, identity):
        return self.own[identity]

    def articles(self, term):
        return self.firsts(term, nearness.TOO_MANY)

    def firsts(self, term, most):
        return sorted(self.leads[term], key=lambda identity: identity[::-1])[:most]

    def copies(self, term):
        return sorted(self.others[term])

    def enter(self, identity, terms, *, is_first):
        for places in (self.leads, self.others):
            for articles in places.values():
                articles.discard(identity)
        for term in terms or ():
            (self.leads if is_first else self.others)[term].add(identity)
        self.own[identity] = terms


class Builds:
    """Builds of one archive that remember what is related."""

    def __init__(self):
        self.index = Kept()
        self.known = ()
        self.stood = {}
        self.related = {}
        self.looked_for = set()

    def build(self, cards):
        archive = link(cards, self.known, Choices.none, self.relate)
        self.known = archive.addresses
        return archive

    def relate(self, placed):
        now = {
            identity: (card, placed.is_first(identity)) for identity, card in zip(placed.ids, placed.cards, strict=True)
        }
        changed = [identity for identity in self.stood | now if self.stood.get(identity) != now.get(identity)]
        changes = [Change(identity, leading(self.stood, identity), leading(now, identity)) for identity in changed]
        for identity in changed:
            card, is_first = now.get(identity, (None, False))
            self.index.enter(identity, card and card.terms, is_first=is_first)
        fresh = relate_again(changes, placed, self.index)
        self.looked_for = set(fresh)
        self.related = {identity: ids for identity, ids in (self.related | fresh).items() if identity in now}
        self.stood = now
        return self.related


def leading(stood, identity):
    card, is_first = stood.get(identity, (None, False))
    return card.terms if is_first else ()


def few_steps(patch):
    """Terms say nothing from eight articles on, and a little that is shared is enough."""
    for name, value in (("_STEPS", 4), ("_LEAST", 4), ("_LIKELY", 3)):
        patch.setattr(nearness, name, value)
    for module in (nearness, reached):
        patch.setattr(module, "TOO_MANY", 8)


TEXTS = st.builds(
    lambda terms, **fields: {"terms": tuple(sorted(terms)), **fields},
    st.sets(st.sampled_from("abcdefgh"), max_size=5),
    published=st.sampled_from([None, "2023-03-29", "2023-03-30", "2023-04-29", "2023"]),
    headline=st.sampled_from(["Floods", "Dykes"]),
    body_hash=st.sampled_from(["", "", "", "same", "other"]),
)
NAMES = st.integers(0, 13).map("{:02}.txt".format)
EDITS = st.one_of(
    st.tuples(st.just("write"), NAMES, TEXTS),
    st.tuples(st.just("remove"), NAMES, st.none()),
    st.tuples(st.just("move"), NAMES, NAMES),
)


def edited(texts, edits):
    for verb, name, what in edits:
        if verb == "write":
            texts[name] = what
        elif name in texts:
            text = texts.pop(name)
            if verb == "move":
                texts[what] = text
    return [make_card(name, text=str(fields), **fields) for name, fields in texts.items()]


@settings(max_examples=200)
@given(
    st.dictionaries(NAMES, TEXTS, min_size=6, max_size=14),
    st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=6),
)
def test_what_is_related_after_any_edits_is_what_it_would_be_in_a_clean_build(texts, steps):
    with pytest.MonkeyPatch.context() as patch:
        few_steps(patch)
        builds = Builds()
        builds.build(edited(texts, ()))
        for edits in steps:
            cards = edited(texts, edits)
            clean = link(cards, builds.known, Choices.none, relate_all)
            assert builds.build(cards) == clean


def test_an_edit_reaches_those_whose_terms_it_made_rarer_or_with_which_it_shares_much_and_no_others():
    story = {f"story {number}.txt": "harbour quay crane ferry pilot" for number in range(4)}
    pair = {"pair 0.txt": "flour butter sugar cream", "pair 1.txt": "flour butter sugar milk"}
    third = {"third 0.txt": "violin opera tenor choir", "third 1.txt": "violin opera tenor stage"}
    builds = Builds()
    builds.build([make_card(name, terms=tuple(terms.split())) for name, terms in (story | pair | third).items()])
    changed = story | {"story 0.txt": "harbour quay crane ferry violin"} | pair | third
    archive = builds.build([make_card(name, terms=tuple(terms.split())) for name, terms in changed.items()])
    reached_sources = {archive.entries[identity].card.source for identity in builds.looked_for}
    assert reached_sources == set(story)


def test_where_several_arrivals_make_a_term_common_all_that_had_it_are_reached():
    cards = [make_card(f"{number}.txt", terms=tuple("abcdef")) for number in range(10)]
    with pytest.MonkeyPatch.context() as patch:
        few_steps(patch)
        builds = Builds()
        assert all(entry.related for entry in builds.build(cards[:7]).entries.values())
        assert not any(entry.related for entry in builds.build(cards).entries.values())
