"""Addresses: what they look like, and what happens to them when texts are edited, moved, removed and exchanged."""

import base64
import hashlib
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from slugify import slugify

from newsarchive.link.slugs import slug
from tests.cards import addresses, archive_of, make_card, row


def address_of(**fields):
    archive = archive_of(make_card(**fields))
    (entry,) = archive.entries.values()
    return entry.url.removesuffix(f"{entry.id}.html")


def reasons(archive):
    return [problem.reason for problem in archive.problems]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Floods in the old harbour", "articles/floods-in-the-old-harbour-"),
        ("It’s the mayor's turn", "articles/its-the-mayors-turn-"),
        ("Fines of 1,000 crowns: “enough”", "articles/fines-of-1000-crowns-enough-"),
        ("Überfall in der Straße", "articles/uberfall-in-der-strasse-"),
        ("洪水", "articles/hong-shui-"),
        ("فيضانات", "articles/fydnt-"),
        ("AT&amp;T <b>up</b>", "articles/at-amp-t-b-up-b-"),
        ("../../etc/passwd", "articles/etc-passwd-"),
        ("???", "articles/"),
        ("🎉", "articles/"),
        ("", "articles/"),
        (None, "articles/"),
        ("con", "articles/con-"),
        ("trailing dots...", "articles/trailing-dots-"),
        ("x" * 250, f"articles/{'x' * 60}-"),
        ("harbour " * 32, f"articles/{'-'.join(['harbour'] * 7)}-"),
        ("a" * 5_000_000, f"articles/{'a' * 60}-"),
    ],
)
def test_an_address_is_made_of_the_headline(headline, expected):
    assert address_of(headline=headline) == expected


def test_an_id_is_eight_base_32_characters_of_the_hash_of_the_path():
    source = "café/1.txt"
    digest = hashlib.sha256(source.encode()).digest()
    expected = base64.b32encode(digest).decode()[:8].lower()
    for form in ("NFC", "NFD"):
        archive = archive_of(make_card(unicodedata.normalize(form, source)))
        assert archive.order == (expected,)


def test_an_id_that_is_taken_is_made_longer():
    # The first two paths of this shape whose hashes begin with the same forty bits.
    first, second = "harbour/641862.txt", "harbour/889622.txt"
    archive = archive_of(make_card(second), make_card(first))
    short, long = (archive.addresses[place].id for place in (0, 1))
    assert (archive.addresses[0].path, len(short), len(long)) == (first, 8, 10)
    assert long.startswith(short)


def test_paths_that_differ_in_how_an_accent_is_written_are_two_texts():
    paths = [unicodedata.normalize(form, "café.txt") for form in ("NFC", "NFD")]
    cards = [make_card(path) for path in paths]
    archive = archive_of(*cards)
    assert len(archive.entries) == 2
    assert archive_of(*cards, known=archive.addresses) == archive
    assert not archive_of(cards[0], known=archive.addresses).problems


def test_a_folder_copied_to_a_disk_that_parts_accents_moves_no_address():
    before = archive_of(make_card("café/1.txt", text="a"))
    after = archive_of(make_card("cafe\u0301/1.txt", text="b"), known=before.addresses)
    assert after.order == before.order


def test_a_path_that_is_no_text_has_an_address():
    assert address_of(source="caf\udce9.txt", headline="Floods") == "articles/floods-"


def test_twins_have_addresses_of_their_own():
    cards = [make_card("1.txt"), make_card("2.txt"), make_card("3.txt", headline="Floods 2")]
    assert len(set(addresses(archive_of(*cards)).values())) == 3


def test_an_edited_text_keeps_its_address_and_takes_a_new_number():
    before = archive_of(make_card("1.txt"), make_card("2.txt"))
    after = archive_of(make_card("1.txt", text="edited", headline="Flood"), make_card("2.txt"), known=before.addresses)
    assert addresses(after) == addresses(before)
    assert [(known.path, known.number) for known in after.addresses] == [("1.txt", 3), ("2.txt", 2)]
    assert after.addresses[0].sha256 == hashlib.sha256(b"edited").hexdigest()
    assert not after.problems


def test_arrivals_and_edited_texts_take_numbers_in_the_order_of_paths():
    before = archive_of(make_card("b.txt"), make_card("d.txt"))
    cards = [
        make_card(f"{name}.txt", text=name, headline=opposite) for name, opposite in zip("abcde", "54321", strict=True)
    ]
    after = archive_of(*cards, known=before.addresses)
    assert [(known.path[0], known.number) for known in after.addresses] == [
        ("b", 4),
        ("d", 6),
        ("a", 3),
        ("c", 5),
        ("e", 7),
    ]


def test_a_moved_text_keeps_address_and_number():
    before = archive_of(make_card("old/1.txt", text="same"))
    after = archive_of(make_card("new/2.txt", text="same", headline="Renamed"), known=before.addresses)
    assert addresses(after) == {"new/2.txt": addresses(before)["old/1.txt"]}
    assert [(known.path, known.number) for known in after.addresses] == [("new/2.txt", 1)]
    assert not after.problems


def test_identical_texts_that_moved_are_told_apart_by_file_name_then_by_order():
    before = archive_of(*(make_card(f"old/{name}.txt", text="same") for name in "abcd"))
    after = archive_of(*(make_card(f"new/{name}.txt", text="same") for name in "1bd2"), known=before.addresses)
    was, now = addresses(before), addresses(after)
    assert {now[f"new/{new}.txt"]: new for new in "1b2d"} == {was["old/a.txt"]: "1", was["old/b.txt"]: "b"} | {
        was["old/c.txt"]: "2",
        was["old/d.txt"]: "d",
    }


def test_a_copy_that_arrives_beside_its_original_takes_nothing_from_it():
    before = archive_of(make_card("z.txt", text="same"))
    after = archive_of(make_card("a.txt", text="same"), make_card("z.txt", text="same"), known=before.addresses)
    assert addresses(after)["z.txt"] == addresses(before)["z.txt"]
    assert addresses(after)["a.txt"] != addresses(before)["z.txt"]
    assert not after.problems


def test_an_address_of_a_removed_text_is_kept_for_it_alone():
    known = (row("abcd2345", "gone.txt", number=7),)
    other = archive_of(make_card("other.txt", headline="Fire"), known=known)
    assert other.addresses[0] == known[0]
    assert other.addresses[1].number == 8
    back = archive_of(make_card("gone.txt", headline="Fire"), known=other.addresses)
    assert addresses(back) == {"gone.txt": known[0].address}


def test_a_removed_text_that_comes_back_under_another_path_has_its_address_again():
    known = (row("abcd2345", "gone.txt"),)
    assert addresses(archive_of(make_card("back.txt", text="gone.txt"), known=known)) == {"back.txt": known[0].address}


def test_an_id_that_a_row_holds_is_not_given_again():
    fresh = archive_of(make_card("1.txt"))
    known = (row(fresh.order[0], "elsewhere.txt"),)
    (identity,) = archive_of(make_card("1.txt"), known=known).order
    assert identity.startswith(fresh.order[0])
    assert len(identity) == 10


def test_a_text_both_moved_and_edited_is_a_problem_that_names_both():
    before = archive_of(make_card("old/1.txt"))
    after = archive_of(make_card("new/1.txt"), known=before.addresses)
    (problem,) = after.problems
    assert (problem.reason, problem.where) == ("moved_and_edited", "new/1.txt")
    for part in ("old/1.txt", "new/1.txt", "addresses.csv", *(known.address for known in after.addresses)):
        assert part in problem.text
    assert not archive_of(make_card("new/1.txt"), known=after.addresses).problems


def test_lookalikes_are_told_apart_by_file_name_first():
    before = archive_of(make_card("old/1.txt"), make_card("old/2.txt"))
    after = archive_of(make_card("new/2.txt"), known=before.addresses)
    (problem,) = after.problems
    assert problem.text.startswith("old/2.txt is gone")


@pytest.mark.parametrize("headline", ["Fire", None, "???"])
def test_a_text_that_arrives_when_another_goes_is_no_problem_if_they_are_not_alike(headline):
    before = archive_of(make_card("old/1.txt", headline="???" if headline is None else "Floods"))
    assert not archive_of(make_card("new/1.txt", headline=headline), known=before.addresses).problems


def test_a_lost_text_of_which_a_copy_stands_is_no_problem():
    before = archive_of(make_card("1.txt", text="same"), make_card("2.txt", text="same"))
    after = archive_of(make_card("2.txt", text="same"), make_card("3.txt"), known=before.addresses)
    assert not after.problems


def test_when_another_text_takes_the_old_path_the_path_wins_and_it_is_said():
    before = archive_of(make_card("1.txt", text="one", headline="One"))
    cards = [make_card("1.txt", text="two", headline="Two"), make_card("2.txt", text="one", headline="One")]
    after = archive_of(*cards, known=before.addresses)
    assert addresses(after)["1.txt"] == addresses(before)["1.txt"]
    assert addresses(after)["2.txt"] != addresses(before)["1.txt"]
    (problem,) = after.problems
    assert (problem.reason, problem.where) == ("texts_exchanged", "2.txt")
    assert problem.text.startswith("1.txt now holds another text, and what it held stands in 2.txt.")


def test_two_texts_that_changed_places_are_both_said():
    before = archive_of(make_card("1.txt", text="one"), make_card("2.txt", text="two"))
    after = archive_of(make_card("1.txt", text="two"), make_card("2.txt", text="one"), known=before.addresses)
    assert addresses(after) == addresses(before)
    assert reasons(after) == ["texts_exchanged", "texts_exchanged"]


def test_a_text_that_was_moved_over_another_is_said():
    before = archive_of(make_card("1.txt", text="one"), make_card("2.txt", text="two"))
    after = archive_of(make_card("2.txt", text="one"), known=before.addresses)
    assert addresses(after) == {"2.txt": addresses(before)["2.txt"]}
    (problem,) = after.problems
    assert problem.text.startswith("1.txt is gone, and what it held stands in 2.txt.")


@pytest.mark.parametrize("later", ["moved and edited", "exchanged", "moved over"])
def test_the_remedy_that_a_problem_names_mends_it(later):
    before = archive_of(make_card("1.txt", text="one"), make_card("2.txt", text="two", headline="Fire"))
    cards = {
        "moved and edited": [make_card("3.txt"), make_card("2.txt", text="two")],
        "exchanged": [make_card("3.txt", text="one"), make_card("1.txt", text="new"), make_card("2.txt", text="two")],
        "moved over": [make_card("2.txt", text="one")],
    }[later]
    after = archive_of(*cards, known=before.addresses)
    (problem,) = after.problems
    known = {line.path: line for line in after.addresses}
    old, new = known["1.txt"], known[problem.where]
    exchanged = [
        row(new.id, old.path, address=new.address, sha256=old.sha256, number=old.number),
        row(old.id, new.path, address=old.address, sha256=new.sha256, number=new.number),
        *(line for line in after.addresses if line not in (old, new)),
    ]
    mended = archive_of(*cards, known=exchanged)
    assert addresses(mended)[problem.where] == addresses(before)["1.txt"]
    assert not mended.problems
    assert set(mended.addresses) == set(exchanged)


@pytest.mark.parametrize(
    "bad",
    [
        {"address": "../outside.html"},
        {"address": "index.html"},
        {"address": "articles/con.html"},
        {"address": "articles/.html"},
        {"address": "articles/a/b.html"},
        {"address": f"articles/{'a' * 90}.html"},
        {"address": "articles/FLOODS-abcd2345.html"},
        {"identity": ""},
        {"identity": "<b>"},
        {"identity": "abcd2345", "address": "articles/other.html"},
    ],
)
def test_a_row_that_cannot_be_followed_is_left_out_and_said(bad):
    good = row("abcd2345", "good.txt")
    known = (good, row(**{"identity": "bcde2345", "path": "bad.txt", "number": 2} | bad))
    archive = archive_of(make_card("good.txt"), make_card("bad.txt"), known=known)
    assert reasons(archive) == ["address_row"]
    assert "bad.txt" in archive.problems[0].text
    assert archive.addresses[0] == good
    assert addresses(archive)["bad.txt"].startswith("articles/floods-")
    assert archive.addresses[1].number == 3


def test_rows_that_two_branches_added_are_put_together():
    both = [row("abcd2345", "1.txt", number=1), row("bcde2345", "2.txt", number=1), row("abcd2345", "1.txt", number=2)]
    archive = archive_of(make_card("1.txt"), make_card("2.txt"), known=both)
    assert [(known.id, known.number) for known in archive.addresses] == [("abcd2345", 1), ("bcde2345", 2)]
    assert not archive.problems


def test_of_two_rows_for_one_path_the_first_is_used_and_it_is_said():
    known = [row("bcde2345", "1.txt", number=2), row("abcd2345", "1.txt", number=1)]
    archive = archive_of(make_card("1.txt"), make_card("2.txt", text="1.txt", headline="Fire"), known=known)
    assert archive.entries["bcde2345"].card.source == "1.txt"
    assert "abcd2345" not in archive.entries
    assert "bcde2345 is used, abcd2345 is not" in archive.problems[0].text
    assert reasons(archive) == ["address_row"]


def test_rows_stay_where_they_stand_and_arrivals_follow():
    known = [row("zzzz2345", "z.txt", number=3), row("aaaa2345", "a.txt", number=1)]
    archive = archive_of(make_card("a.txt"), make_card("m.txt"), make_card("b.txt"), known=known)
    assert [line.path for line in archive.addresses] == ["z.txt", "a.txt", "b.txt", "m.txt"]


TYPED = st.text("aBz19,,'’’‘“”–—…-_ .&\t\x00é洪", max_size=90)
WORDS = st.lists(st.integers(1, 65).map("w".__mul__), max_size=14).map(" ".join)


@given(TYPED | WORDS | st.text())
def test_a_slug_is_what_slugify_makes_of_a_headline_without_the_apostrophes_in_its_words(headline):
    joined = re.sub(r"(?<=\w)['’‘ʼ`´](?=\w)", "", headline[:300])
    assert slug(headline) == slugify(
        joined, entities=False, decimal=False, hexadecimal=False, max_length=60, word_boundary=True, save_order=True,
        backend="text-unidecode",
    )  # fmt: skip
