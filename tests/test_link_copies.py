"""Exact copies: one entry in lists, a page each."""

from tests.cards import archive_of, make_card


def copies(count, body_hash="same"):
    return [make_card(f"{number:03}.txt", body_hash=body_hash, headline=f"{number:03}") for number in range(count)]


def test_the_first_in_the_order_of_time_is_the_entry_of_lists():
    cards = [
        make_card("1.txt", body_hash="same"),
        make_card("2.txt", body_hash="same", published="2023-03-30"),
        make_card("3.txt", body_hash="same", published="2023-03-29", headline="Another headline"),
        make_card("4.txt", body_hash="other", published="2023-03-28"),
    ]
    archive = archive_of(*cards)
    other, first, second, undated = (archive.entries[identity] for identity in archive.order)
    assert [entry.is_copy for entry in (other, first, second, undated)] == [False, False, True, True]
    assert first.copies == (second.id, undated.id)
    assert undated.copies == (first.id, second.id)
    assert other.copies == ()


def test_texts_without_a_body_are_no_copies():
    assert not any(entry.is_copy for entry in archive_of(*copies(3, body_hash="")).entries.values())


def test_many_copies_name_the_first_alone_and_the_first_names_all():
    archive = archive_of(*copies(51))
    first, *others = (archive.entries[identity] for identity in archive.order)
    assert first.copies == tuple(entry.id for entry in others)
    assert {entry.copies for entry in others} == {(first.id,)}
    assert all(entry.is_copy for entry in others)
