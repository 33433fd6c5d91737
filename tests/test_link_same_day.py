"""What else there is of an article's day."""

from hypothesis import given, settings

from tests.cards import archive_of, cards, make_card, sources


def of_day(number, outlet, day="2023-03-29", **fields):
    return make_card(f"{number:02}.txt", headline=f"Story {number:02}", outlet=outlet, published=day, **fields)


def named(archive):
    """What each text is said to have beside it, by their paths."""
    return {entry.card.source: sources(archive, entry.same_day) for entry in archive.entries.values()}


def test_the_next_articles_of_a_day_are_named_each_of_another_outlet():
    found = named(archive_of(*(of_day(number, "ABBCD"[number]) for number in range(5))))
    assert found["00.txt"] == ["01.txt", "03.txt"]
    assert found["03.txt"] == ["04.txt", "00.txt"]


def test_an_outlet_is_no_other_by_another_spelling_and_what_has_none_is_not_named():
    found = named(archive_of(of_day(0, "The Lamp"), of_day(1, "LAMP"), of_day(2, None)))
    assert found == {"00.txt": [], "01.txt": [], "02.txt": ["00.txt"]}


def test_other_days_and_days_that_are_not_known_are_not_named():
    found = named(
        archive_of(of_day(0, "A"), of_day(1, "B", "2023-03-30"), of_day(2, "C", "2023-03"), of_day(3, "D", None))
    )
    assert not any(found.values())


def test_a_copy_is_named_neither_by_its_copies_nor_beside_the_first_of_them():
    same = {"body_hash": "same"}
    found = named(archive_of(of_day(0, "A"), of_day(1, "B", **same), of_day(2, "C", **same)))
    assert found == {"00.txt": ["01.txt"], "01.txt": ["00.txt"], "02.txt": ["00.txt"]}


def test_another_article_of_a_great_day_changes_what_a_few_say():
    day = [of_day(number, "A" if number else "B") for number in range(0, 80, 2)]
    before, after = named(archive_of(*day)), named(archive_of(*day, of_day(41, "C")))
    changed = [source for source in before if before[source] != after[source]]
    assert 0 < len(changed) <= 24


@settings(deadline=None)
@given(cards())
def test_what_is_named_is_of_the_same_day_and_of_another_outlet(some):
    archive = archive_of(*some)
    outlets = {identity: group.slug for group in archive.outlets for identity in group.entries}
    for entry in archive.entries.values():
        others = [archive.entries[identity] for identity in entry.same_day]
        assert all(other.place == entry.place and len(other.place) == 10 for other in others)
        slugs = [outlets[other.id] for other in others]
        assert len({*slugs, outlets.get(entry.id)}) == len(slugs) + 1
        assert not {*entry.same_day} & {*entry.related, *entry.copies, entry.id}
        assert len(others) + len(entry.related) <= 5
