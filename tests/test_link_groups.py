"""Outlets and authors: which spellings are one, what they are called, and where their pages stand."""

import pytest

from newsarchive.link.slugs import group_slugs
from newsarchive.model import Outlet
from tests.cards import archive_of, make_card, sources


def outlets_of(*names, chosen=()):
    cards = [make_card(f"{number}.txt", outlet=name) for number, name in enumerate(names)]
    return archive_of(*cards, outlets=chosen).outlets


def authors_of(*bylines):
    cards = [make_card(f"{number}.txt", authors=names) for number, names in enumerate(bylines)]
    return archive_of(*cards).authors


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


def test_spellings_that_fold_the_same_are_one_author_and_accents_tell_two_apart():
    authors = authors_of(("Ada  Renn", "ADA RENN"), ("Ada Renn",), ("Ada Renñ",), ("The Ada Renn",))
    assert [(author.name, len(author.entries)) for author in authors] == [
        ("ADA RENN", 2),
        ("Ada Renñ", 1),
        ("The Ada Renn", 1),
    ]


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
