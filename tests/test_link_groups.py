"""Outlets and authors: which spellings are one, what they are called, and where their pages stand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.link.slugs import group_slugs
from newsarchive.model import Authors, Outlet
from tests.cards import archive_of, make_card, sources


def outlets_of(*names, chosen=()):
    cards = [make_card(f"{number}.txt", outlet=name) for number, name in enumerate(names)]
    return archive_of(*cards, outlets=chosen).outlets


def authors_of(*bylines, chosen=None):
    cards = [make_card(f"{number}.txt", authors=names) for number, names in enumerate(bylines)]
    return archive_of(*cards, authors=chosen or Authors()).authors


def test_spellings_that_fold_the_same_are_one_outlet():
    spellings = ["The Harbour Post", "Harbour Post", "HARBOUR  POST", "the harbour post", "Harbour Post"]
    (outlet,) = outlets_of(*spellings)
    assert (outlet.name, outlet.slug) == ("Harbour Post", "harbour-post")
    assert outlet.spellings == ("Harbour Post", "HARBOUR  POST", "The Harbour Post", "the harbour post")
    assert len(outlet.entries) == 5


def test_of_spellings_equally_frequent_the_first_by_code_point_names_the_outlet():
    (outlet,) = outlets_of("Harbour post", "Harbour Post")
    assert outlet.name == "Harbour Post"


@pytest.mark.parametrize("names", [("Pôst", "Post"), ("Post of Ayle", "Post"), ("Theatre", "atre"), ("The", "A")])
def test_outlets_that_are_not_surely_the_same_stay_apart(names):
    assert len(outlets_of(*names)) == 2


def test_a_chosen_outlet_gathers_its_aliases_under_its_name():
    chosen = (Outlet("Harbour Post", aliases=("HP Online", "harbourpost.example")),)
    (outlet,) = outlets_of("The HP online", "Harbourpost.example", "the harbour post", chosen=chosen)
    assert (outlet.name, outlet.slug) == ("Harbour Post", "harbour-post")
    assert outlet.spellings == ("Harbourpost.example", "The HP online", "the harbour post")


def test_a_name_beats_an_alias_and_an_earlier_outlet_a_later_one():
    chosen = (Outlet("Ayle Echo", aliases=("Post", "Mail")), Outlet("Post"), Outlet("Berrow Echo", aliases=("Mail",)))
    assert [outlet.name for outlet in outlets_of("Mail", "Post", chosen=chosen)] == ["Ayle Echo", "Post"]


def test_an_outlet_that_nobody_printed_in_is_no_group():
    assert outlets_of(None, chosen=(Outlet("Harbour Post"),)) == ()


@pytest.mark.parametrize("outlet", [None, "", "  ", "\u200b"])
def test_an_article_without_an_outlet_is_listed_as_such(outlet):
    archive = archive_of(make_card("1.txt", outlet=outlet), make_card("2.txt", outlet="Post"))
    assert sources(archive, archive.no_outlet) == ["1.txt"]


PAIRS = [
    [cell.strip() for cell in line.split("|")]
    for line in (Path(__file__).parent / "author_pairs.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("how_many", "one", "other", "why"), PAIRS)
def test_spellings_are_one_author_only_where_they_surely_are(how_many, one, other, why):
    for names in ((one, other), (other, one)):
        assert len(authors_of(*((name,) for name in names))) == {"one": 1, "two": 2}[how_many], why


def test_an_author_is_called_by_the_most_frequent_spelling_that_is_not_all_in_capitals():
    (author,) = authors_of(*[("ADA RENÑ",)] * 3, ("Ada Renn",), ("ada renñ",), ("Ada Renn",))
    assert (author.name, author.slug) == ("Ada Renn", "ada-renn")
    assert (author.spellings, author.times) == (("ADA RENÑ", "Ada Renn", "ada renñ"), (3, 2, 1))
    (shouting,) = authors_of(("ADA RENN",))
    assert shouting.name == "ADA RENN"


def test_where_accents_differ_the_spelling_without_any_is_nobodys():
    names = ["René Cavel", "Renè Cavel", "Rene Cavel", "RENÉ CAVEL"]
    found = {author.spellings: author.slug for author in authors_of(*((name,) for name in names))}
    assert set(found) == {("RENÉ CAVEL", "René Cavel"), ("Renè Cavel",), ("Rene Cavel",)}
    assert found["Rene Cavel",] == "rene-cavel"


def test_a_person_puts_authors_together_and_names_them():
    chosen = Authors(together=(("Ada B. Rook", ("A. Rook", "Ada Rook")), ("Bo", ("Quill",))))
    authors = authors_of(("A. ROOK",), ("ADA ROOK",), ("Ada Rook",), ("Bo Quill", "quill"), chosen=chosen)
    assert [(author.name, author.slug, author.spellings) for author in authors] == [
        ("Ada B. Rook", "ada-b-rook", ("A. ROOK", "ADA ROOK", "Ada Rook")),
        ("Bo", "bo", ("quill",)),
        ("Bo Quill", "bo-quill", ("Bo Quill",)),
    ]


def test_a_person_sets_a_spelling_apart():
    names = [("José Peña",), ("JOSE PENA",), ("Jose Pena",), ("José Pena",)]
    authors = authors_of(*names, chosen=Authors(apart=("Jose Pena",)))
    assert [(author.name, author.slug, author.spellings) for author in authors] == [
        ("José Pena", "jose-pena", ("José Pena", "José Peña")),
        ("Jose Pena", "jose-pena-apart", ("JOSE PENA", "Jose Pena")),
    ]


@given(st.lists(st.text(st.sampled_from("aA.éèEе- И и\u0306ىي王小B,"), max_size=6), max_size=6), st.randoms())
def test_the_order_of_articles_parts_and_joins_no_authors(names, chance):
    others = list(names)
    chance.shuffle(others)
    found = [
        {(author.name, author.slug, author.spellings) for author in authors_of(*((n,) for n in each))}
        for each in (names, others)
    ]
    assert found[0] == found[1]
    spelt = [name for _, _, spellings in found[0] for name in spellings]
    assert sorted(spelt) == sorted({name for name in names if name.strip()})


def test_an_article_stands_in_the_list_of_each_of_its_authors():
    archive = archive_of(make_card("1.txt", authors=("Ada Renn", "Bo Quill")), make_card("2.txt", authors=("", " ")))
    assert [(author.name, sources(archive, author.entries)) for author in archive.authors] == [
        ("Ada Renn", ["1.txt"]),
        ("Bo Quill", ["1.txt"]),
    ]
    assert sources(archive, archive.no_author) == ["2.txt"]


def test_groups_go_by_the_alphabet_without_regard_to_case_accents_or_article():
    names = ["Zeit", "éclair", "Ferry", "The Dock", "Echo", "新聞"]
    assert [outlet.name for outlet in outlets_of(*names)] == ["The Dock", "Echo", "éclair", "Ferry", "Zeit", "新聞"]


@pytest.mark.parametrize("name", ["Index", "UNKNOWN", "None", "CON", "com1", "LPT¹", "nul", "???", "🎉", "The Index"])
def test_a_name_that_is_taken_or_cannot_be_a_file_has_a_hash_in_its_address(name):
    (outlet,) = outlets_of(name)
    slug = outlet.slug
    assert slug not in {"", "index", "unknown", "none", "con", "com1", "lpt1", "nul"}
    assert len(slug.rpartition("-")[2]) == 8


def test_names_of_one_slug_are_told_apart_by_a_hash_of_each_and_the_plain_one_stays():
    alone = group_slugs(["jane roe"])
    together = group_slugs(["jane roe", "jané roe", "jane-roe", "jane roe!"])
    assert alone["jane roe"] == together["jane roe"] == "jane-roe"
    assert len(set(together.values())) == 4
    assert all(slug.startswith("jane-roe") for slug in together.values())


def test_an_address_with_a_hash_does_not_depend_on_who_else_shares_the_slug():
    few = group_slugs(["jané roe", "jane-roe"])
    many = group_slugs(["jané roe", "jane-roe", "jâne roe", "jane roe"])
    assert few.items() <= many.items()
    assert "jane-roe" not in few.values()


def test_a_name_made_to_look_like_the_hash_of_another_does_not_take_its_address():
    taken = group_slugs(["index"])["index"]
    slugs = group_slugs(["index", taken.replace("-", " ")])
    assert len(set(slugs.values())) == 2


def test_a_long_name_is_cut_between_words():
    (outlet,) = outlets_of("harbour " * 40)
    assert outlet.slug == "-".join(["harbour"] * 7)
