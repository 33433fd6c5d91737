"""Which names are the authors of a text, and why."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.extract.agency import agency, dateline
from newsarchive.extract.authors import authors
from newsarchive.model import LABELS, Choices, Outlet, Source, Span

SOURCE = Source("harbour/ferry.txt", "", "utf-8", "")


def spans(*pieces):
    """Spans on lines 1, 2, …, of pairs (label, text) or triples with a rule."""
    made = []
    for number, (label, text, *rule) in enumerate(pieces, 1):
        made.append(Span(number, 0, len(text), text, label, rule[0] if rule else "test"))
    return made


def credited(*pieces, choices=Choices.none):
    found = authors(SOURCE, spans(*pieces), choices)
    return (
        found.value,
        found.evidence.certainty if found.evidence else None,
        found.evidence.lines if found.evidence else (),
    )


HEADLINE = ("headline", "Ferry sinks off Kiel")
BODY = ("paragraph", "The ferry sank on Monday.")


def test_a_byline_names_the_authors():
    assert credited(HEADLINE, ("byline", "By Ada Quill and Tom Harker"), BODY) == (
        ("Ada Quill", "Tom Harker"),
        "stated",
        (2,),
    )


def test_bylines_on_lines_of_their_own_are_read_together():
    value, _, lines = credited(HEADLINE, ("byline", "Ada Quill"), ("byline", "Tom Harker"), BODY)
    assert (value, lines) == (("Ada Quill", "Tom Harker"), (2, 3))


def test_a_byline_with_a_by_word_wins_over_a_bare_name():
    assert credited(HEADLINE, ("byline", "Ann Watt"), ("byline", "By Ada Quill"), BODY)[0] == ("Ada Quill",)


def test_who_took_the_picture_does_not_stand_beside_the_writer():
    caption = ("caption", "A woman at the window (Photo by Ann Watt on Quaypix)")
    assert credited(HEADLINE, ("byline", "by Sailor"), caption, ("byline", "Ann Watt"), BODY)[0] == ("Sailor",)
    assert credited(HEADLINE, ("byline", "by Sailor"), ("byline", "Ann Watt"), BODY)[0] == ("Sailor", "Ann Watt")


def test_the_issue_of_a_magazine_is_no_writer():
    assert credited(HEADLINE, ("byline", "From HARBOUR-Special 3/2019"), BODY)[0] is None


def test_a_name_with_its_role_wins_over_a_bare_name():
    pieces = (HEADLINE, ("byline", "Ann Watt"), ("caption", "x"), ("byline", "Ada Quill, Reporter"), BODY)
    assert credited(*pieces)[0] == ("Ada Quill",)


def test_a_name_that_only_its_place_speaks_for_is_inferred():
    assert credited(HEADLINE, ("byline", "Xola Ndabeni"), BODY) == (("Xola Ndabeni",), "inferred", (2,))


@pytest.mark.parametrize(
    "line",
    [
        "Zuberi Okoth, north coast correspondent",
        "Zuberi Okoth in Vennmouth",
        "Zuberi Okoth at the Quay Ground",
    ],
)
def test_a_role_or_a_place_beside_a_name_states_it(line):
    assert credited(HEADLINE, ("byline", line), BODY) == (("Zuberi Okoth",), "stated", (2,))


def test_a_word_and_a_colon_before_a_name_state_it():
    assert credited(HEADLINE, ("byline", "Report: Ada Quill"), BODY) == (("Ada Quill",), "stated", (2,))


def test_other_words_beside_a_name_do_not_state_it():
    assert credited(HEADLINE, ("byline", "Zuberi Okoth, Upper Marl"), BODY)[1] == "inferred"


def test_the_signature_below_a_letter_states_its_writer():
    signature = ("byline", "Zuberi Okoth, Upper Marl", "signature")
    assert credited(HEADLINE, BODY, signature) == (("Zuberi Okoth",), "stated", (3,))


def test_a_bio_confirms_a_name():
    pieces = (HEADLINE, ("byline", "Xola Ndabeni"), BODY, ("bio", "Xola Ndabeni is a reporter."))
    assert credited(*pieces)[1] == "stated"


def test_a_bio_under_the_headline_names_the_author():
    bio = ("bio", "Ada Quill is The Harbour Times' port reporter")
    assert credited(HEADLINE, bio, BODY) == (("Ada Quill",), "stated", (2,))


def test_a_bio_at_the_end_names_the_author_probably():
    pieces = (HEADLINE, *[BODY] * 6, ("bio", "Ada Quill is a reporter."))
    assert credited(*pieces) == (("Ada Quill",), "inferred", (8,))


def test_two_different_bios_at_the_end_name_nobody():
    pieces = (HEADLINE, *[BODY] * 6, ("bio", "Ada Quill is a reporter."), ("bio", "Tom Harker is a reporter."))
    assert credited(*pieces)[0] is None


def test_a_tagline_names_who_reported_where_nothing_else_does():
    pieces = (HEADLINE, BODY, ("tagline", "(Reporting by Ada Quill; editing by Tom Harker)"))
    assert credited(*pieces) == (("Ada Quill",), "stated", (3,))


def test_a_byline_that_was_left_out_names_the_author_probably():
    pieces = (HEADLINE, BODY, ("boilerplate", "By Ada Quill", "after_the_article"))
    assert credited(*pieces) == (("Ada Quill",), "inferred", (3,))


def test_names_left_out_one_below_the_other_are_read_together():
    left_out = [("boilerplate", name, "before_the_article") for name in ("Ada Quill", "Tom Harker")]
    assert credited(HEADLINE, *left_out, BODY) == (("Ada Quill", "Tom Harker"), "inferred", (2, 3))


def test_a_bare_name_that_was_left_out_below_the_text_names_nobody():
    assert credited(HEADLINE, BODY, ("boilerplate", "Ada Quill", "after_the_article"))[0] is None


def test_a_bare_name_that_the_report_speaks_of_is_no_author():
    report = [("paragraph", "Quill said that nobody came."), BODY, BODY]
    assert credited(HEADLINE, ("byline", "Ada Quill"), *report)[0] is None
    assert credited(HEADLINE, ("byline", "By Ada Quill"), *report)[0] == ("Ada Quill",)


def test_a_bio_at_the_end_does_not_make_its_writer_a_person_of_the_report():
    report = [BODY, BODY, ("paragraph", "Ada Quill is the port reporter."), BODY, BODY]
    assert credited(HEADLINE, ("byline", "Ada Quill"), *report)[0] == ("Ada Quill",)


def test_names_below_a_line_that_says_by_are_the_authors():
    pieces = (("boilerplate", "By"), ("byline", "Ada Quill0,"), ("byline", "Tom Harker &"), ("byline", "Xola Ndabeni"))
    assert credited(HEADLINE, *pieces, BODY) == (("Ada Quill", "Tom Harker", "Xola Ndabeni"), "stated", (3, 4, 5))


def test_a_name_with_its_role_amid_the_report_is_no_author():
    pieces = (HEADLINE, *[BODY] * 4, ("byline", "Ada Quill, Reporter"), *[BODY] * 4)
    assert credited(*pieces)[0] is None


def test_a_date_on_the_same_line_states_a_name():
    both = "Ada Quill, 3 May 2021"
    made = [
        Span(1, 0, 20, "Ferry sinks off Kiel", "headline", "test"),
        Span(2, 0, 9, "Ann Watt,", "byline", "test"),
        Span(4, 0, 10, both[:10], "byline", "test"),
        Span(4, 10, len(both), both[10:], "date", "test"),
        Span(5, 0, 25, "The ferry sank on Monday.", "paragraph", "test"),
    ]
    assert authors(SOURCE, made).value == ("Ada Quill",)


def test_a_byline_right_above_the_headline_wins_over_a_bare_name_far_below():
    pieces = (("byline", "By Ada Quill"), HEADLINE, BODY, ("byline", "Ann Watt"))
    assert credited(*pieces)[0] == ("Ada Quill",)


def test_a_pen_name_is_inferred_and_gives_way_to_a_full_name():
    pen = ("byline", "Posted by sailor99")
    assert credited(HEADLINE, pen, BODY) == (("sailor99",), "inferred", (2,))
    assert credited(HEADLINE, pen, ("byline", "By Ada Quill"), BODY) == (("Ada Quill",), "stated", (3,))


def test_a_reporter_in_brackets_is_the_author():
    assert credited(HEADLINE, ("paragraph", "【ロンドン＝佐藤渚】船は沈んだ。")) == (("佐藤渚",), "stated", (2,))


def test_other_boilerplate_names_nobody():
    assert credited(HEADLINE, BODY, ("boilerplate", "By Ada Quill", "related"))[0] is None


@pytest.mark.parametrize("line", ["By Harbour Ledger", "Reuters", "By Staff"])
def test_outlets_agencies_and_desks_are_no_authors(line):
    choices = Choices(outlets=(Outlet("Harbour Ledger"),))
    assert credited(HEADLINE, ("byline", line), BODY, choices=choices)[0] is None


def test_a_text_without_authors_says_so():
    found = authors(SOURCE, spans(HEADLINE, BODY))
    assert [(problem.reason, problem.text, problem.where) for problem in found.problems] == [
        ("no_byline", "No byline found", "harbour/ferry.txt")
    ]


@pytest.mark.parametrize(
    ("pieces", "name"),
    [
        ([("dateline", "June 4. (EUROPA PRESS) –")], "Europa Press"),
        ([("paragraph", "LONDON (AP) — The ferry sank on Monday.")], "AP"),
        ([("byline", "By Ada Quill, Reuters")], "Reuters"),
        ([("tagline", "© Reuters")], "Reuters"),
        ([("tagline", "Quelle: dpa")], "dpa"),
        ([("paragraph", "The ferry sank on Monday. (ANSA)")], "ANSA"),
        ([("paragraph", "Die Fähre sank am Montag. (dpa/abc)")], "dpa"),
        ([("paragraph", "【6月18日 AFP】船は月曜日に沈んだ。")], "AFP"),
        ([("dateline", "Reuters, Kiel,")], "Reuters"),
        ([("byline", "Par Le Quai et AFP")], "AFP"),
        ([("paragraph", "The ferry sank on Monday. (abc/def)")], None),
        ([("byline", "By Ada Quill, Agencies")], None),
        ([("caption", "The ferry (Ada Quill/AP)")], None),
        ([BODY], None),
    ],
)
def test_the_agency_is_the_one_that_the_text_names(pieces, name):
    assert agency(SOURCE, spans(HEADLINE, *pieces)).value == name


@pytest.mark.parametrize(
    ("piece", "place"),
    [
        (("dateline", "June 4. (EUROPA PRESS) –"), None),
        (("dateline", "Kiel"), "Kiel"),
        (("paragraph", "LONDON (AP) — The ferry sank on Monday."), "LONDON"),
        (BODY, None),
    ],
)
def test_the_dateline_is_the_place_as_it_is_printed(piece, place):
    assert dateline(SOURCE, spans(HEADLINE, piece)).value == place


@given(st.lists(st.tuples(st.sampled_from(LABELS), st.text(max_size=60)), max_size=12))
def test_any_labels_give_authors_an_agency_and_a_place_or_none(pieces):
    made = spans(*pieces)
    for found in (authors(SOURCE, made), agency(SOURCE, made), dateline(SOURCE, made)):
        assert (found.value is None) == (found.evidence is None)
