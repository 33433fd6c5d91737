"""What holds of every archive, whatever the texts."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsarchive.link import link
from newsarchive.model import Choices
from tests.cards import DATES, HEADLINES, NAMES, addresses, archive_of, cards, make_card, moved


def paths_of_the_site(archive):
    """Every page that stands at an address of its own, but for the articles."""
    yield from ("index.html", "search.html", "about.html", "404.html", "years/index.html", "years/undated.html")
    yield from ("outlets/index.html", "outlets/unknown.html", "authors/index.html", "authors/none.html")
    for year in archive.years:
        yield f"years/{year.year}/index.html"
        for month in year.months:
            yield f"years/{month.month.replace('-', '/')}.html"
            yield from (f"years/{day.date.replace('-', '/', 1)}.html" for day in month.days)
    for kind, groups in (("outlets", archive.outlets), ("authors", archive.authors)):
        yield from (f"{kind}/{group.slug}.html" for group in groups)
        yield from (f"{kind}/{group.slug}/2023.html" for group in groups)


@given(cards())
def test_no_two_pages_share_a_path_on_any_disk(given_cards):
    archive = archive_of(*given_cards)
    paths = [*addresses(archive).values(), *paths_of_the_site(archive)]
    assert len({path.casefold() for path in paths}) == len(paths)
    assert all(len(path) <= 100 for path in paths)
    assert all(path.isascii() and " " not in path for path in paths)


@given(cards(), st.randoms(use_true_random=False))
def test_the_order_in_which_cards_come_changes_nothing(given_cards, random):
    shuffled = given_cards.copy()
    random.shuffle(shuffled)
    assert link(shuffled, (), Choices.none) == link(given_cards, (), Choices.none)


@given(cards())
def test_linking_again_changes_nothing(given_cards):
    archive = archive_of(*given_cards)
    again = archive_of(*given_cards, known=archive.addresses)
    assert again == archive
    assert not again.problems


@given(cards())
def test_renaming_every_folder_moves_no_address(given_cards):
    before = archive_of(*given_cards)
    renamed = [moved(card, f"renamed/{card.source}") for card in given_cards]
    after = archive_of(*renamed, known=before.addresses)
    assert addresses(after) == {f"renamed/{source}": address for source, address in addresses(before).items()}
    assert [row.number for row in after.addresses] == [row.number for row in before.addresses]
    assert not after.problems


@given(cards(), DATES, HEADLINES, NAMES)
def test_a_card_more_changes_no_address(given_cards, published, headline, outlet):
    known = archive_of(*given_cards)
    arrival = make_card("z/arrival.txt", published=published, headline=headline, outlet=outlet)
    for rows in ((), known.addresses):
        after = addresses(archive_of(*given_cards, arrival, known=rows))
        assert after.items() >= addresses(known).items()
        assert after["z/arrival.txt"] not in addresses(known).values()


@given(cards(), cards())
def test_numbers_and_ids_are_never_given_twice(first_cards, later_cards):
    first = archive_of(*first_cards)
    later = archive_of(*later_cards, known=first.addresses)
    for archive in (first, later):
        assert len({row.number for row in archive.addresses}) == len(archive.addresses)
        assert len({row.id for row in archive.addresses}) == len(archive.addresses)
        assert len(archive.entries) == len(archive.order)
    assert {(row.id, row.address) for row in later.addresses} >= {(row.id, row.address) for row in first.addresses}
    same = {(row.id, row.sha256): row.number for row in first.addresses}
    changed = [row for row in later.addresses if same.get((row.id, row.sha256)) != row.number]
    assert all(row.number > len(first.addresses) for row in changed)


@given(cards())
def test_before_and_after_are_inverse_and_never_cross_from_dated_to_undated(given_cards):
    archive = archive_of(*given_cards)
    entries = archive.entries
    for identity, entry in entries.items():
        assert entry.after is None or entries[entry.after].before == identity
        assert entry.before is None or entries[entry.before].after == identity
    for earlier, later in pairwise(archive.order):
        same = (entries[earlier].place is None) == (entries[later].place is None)
        assert entries[earlier].after == (later if same else None)


@given(cards())
def test_each_article_stands_in_one_place_in_time(given_cards):
    archive = archive_of(*given_cards)
    listed = list(archive.undated)
    for year in archive.years:
        listed += year.entries
        for month in year.months:
            listed += month.entries
            for day in month.days:
                listed += day.entries
                assert day.entries
                assert day.date.startswith(f"{month.month}-")
            assert month.month.startswith(f"{year.year}-")
    assert sorted(listed) == sorted(archive.order) == sorted(archive.entries)


@given(cards())
def test_each_article_has_an_outlet_and_authors_or_is_listed_as_having_none(given_cards):
    archive = archive_of(*given_cards)
    position = {identity: place for place, identity in enumerate(archive.order)}
    for groups, nameless in ((archive.outlets, archive.no_outlet), (archive.authors, archive.no_author)):
        grouped = [identity for group in groups for identity in group.entries]
        assert set(grouped) | set(nameless) == set(archive.order)
        assert not set(grouped) & set(nameless)
        for ids in (nameless, *(group.entries for group in groups)):
            assert list(ids) == sorted(set(ids), key=position.__getitem__)
        spellings = [spelling for group in groups for spelling in group.spellings]
        assert len(set(spellings)) == len(spellings)
        assert all(group.entries and group.name in group.spellings for group in groups)
    assert sum(len(group.entries) for group in archive.outlets) + len(archive.no_outlet) == len(archive.order)


@given(cards())
def test_of_exact_copies_the_first_in_order_is_no_copy(given_cards):
    archive = archive_of(*given_cards)
    by_body = {}
    for identity in archive.order:
        entry = archive.entries[identity]
        if entry.card.body_hash:
            by_body.setdefault(entry.card.body_hash, []).append(identity)
        else:
            assert (entry.copies, entry.is_copy) == ((), False)
    for same in by_body.values():
        assert [archive.entries[identity].is_copy for identity in same] == [False] + [True] * (len(same) - 1)
        for identity in same:
            assert archive.entries[identity].copies == tuple(other for other in same if other != identity)


@given(cards(), st.text(max_size=20))
def test_a_corrected_headline_moves_no_address(given_cards, headline):
    before = archive_of(*given_cards)
    corrected = [card._replace(headline=headline, sha256="0" * 64) for card in given_cards]
    assert addresses(archive_of(*corrected, known=before.addresses)) == addresses(before)
