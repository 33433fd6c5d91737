"""Dates by evidence: what a text says of its date, and no more."""

import time
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.extract.bounds import lower_bounds
from newsarchive.extract.date_seen import Context
from newsarchive.extract.fields import Found
from newsarchive.extract.identifiers import post_moments
from newsarchive.extract.published import published
from newsarchive.extract.stated import candidates
from newsarchive.extract.weighing import Ranking, rank
from newsarchive.model import LABELS, Choices, Given, Source, Span
from newsarchive.text.edtf import parse_edtf

LEDE = "The ferry across the strait was late again, and the harbour office said that nobody had been hurt."
MORE = "Passengers waited for two hours on the quay, where the wind had torn the roof off the ticket hall."


def pieces(*rows: tuple[str, str]) -> tuple[Span, ...]:
    return tuple(Span(line, 0, len(text), text, label, "rule") for line, (label, text) in enumerate(rows, 1))


def found(*rows: tuple[str, str], choices: Choices = Choices.none) -> tuple[Found, Found]:
    spans = pieces(*rows)
    text = "\n".join(span.text for span in spans)
    return published(Source(path="ferry.txt", text=text, encoding="utf-8", sha256=""), spans, choices)


def article(*rows: tuple[str, str], choices: Choices = Choices.none) -> tuple[Found, Found]:
    """A headline, these pieces, and two paragraphs."""
    return found(("headline", "Ferry late again"), *rows, ("paragraph", LEDE), ("paragraph", MORE), choices=choices)


def ranking(*rows: tuple[str, str]) -> Ranking:
    return rank(candidates(pieces(*rows), Context()))


def reasons(field: Found) -> list[str]:
    return [problem.reason for problem in field.problems]


@pytest.mark.parametrize(
    "line",
    [
        "May 30, 2023",
        "Published May 30, 2023 at 2:26 PM",
        "30.05.2023, 10:21 Uhr",
        "2023年5月30日",
        "2023-05-30T10:00:00Z",
    ],
)
def test_a_date_line_below_the_headline_is_stated(line: str):
    day, updated = article(("date", line))
    assert (day.value, updated.value) == ("2023-05-30", None)
    assert day.evidence is not None
    assert (day.evidence.lines, day.evidence.certainty) == ((2,), "stated")
    assert day.problems == ()


def test_two_days_by_the_headline_that_both_may_be_its_own_are_both_kept():
    day, _ = article(("date", "December 18, 2023"), ("date", "Published 19 December 2023, 6:40 am"))
    assert day.value == "[2023-12-18,2023-12-19]"
    assert day.evidence is not None
    assert (day.evidence.lines, day.evidence.certainty) == ((2, 3), "stated")
    assert reasons(day) == ["contradicting_dates"]


def test_another_day_by_the_headline_is_named_where_one_leads():
    day, _ = article(("date", "18 December 2023"), ("date", "11 December 2023"))
    assert day.value == "2023-12-18?"
    assert reasons(day) == ["contradicting_dates"]


def test_the_day_of_an_update_contradicts_nothing():
    day, updated = article(("date", "Published 18 December 2023"), ("date", "Updated 19 December 2023, 6:40 am"))
    assert (day.value, updated.value) == ("2023-12-18", "2023-12-19")
    assert day.problems == ()


def test_publication_comes_before_an_update_and_both_are_kept():
    day, updated = article(("date", "Updated: June 2, 2023"), ("date", "Published: May 30, 2023"))
    assert (day.value, updated.value) == ("2023-05-30", "2023-06-02")


def test_both_dates_of_one_line_are_kept():
    day, updated = article(("date", "Publié le 30 mai 2023 à 08:01 - Mis à jour le 31 mai 2023 à 09:06"))
    assert (day.value, updated.value) == ("2023-05-30", "2023-05-31")


def test_the_date_of_an_update_alone_is_no_date_of_publication():
    day, updated = article(("date", "Last updated May 30, 2023"))
    assert (day.value, updated.value) == (None, "2023-05-30")
    assert reasons(day) == ["no_date"]
    assert "updated on 2023-05-30" in day.problems[0].text


@pytest.mark.parametrize(
    ("photo", "expected"), [("May 28, 2023", "[2023-05-28..2023-05-30]"), ("May 30, 2023", "2023-05-30?")]
)
def test_between_a_photo_and_an_update_the_text_was_published(photo: str, expected: str):
    day, _ = article(
        ("date", "Last updated May 30, 2023"), ("caption", f"The ferry in the harbour of Lethmark on {photo} (Ann Boe)")
    )
    assert day.value == expected
    assert day.evidence is not None
    assert (day.evidence.lines, day.evidence.certainty) == ((2, 3), "inferred")


def test_an_update_tells_the_year_of_a_dateline_without_one():
    day, _ = found(
        ("headline", "Ferry late again"),
        ("date", "Last updated May 30, 2023"),
        ("paragraph", f"LETHMARK, May 29 (LETHPRESS) – {LEDE}"),
        ("paragraph", MORE),
    )
    assert day.value == "2023-05-29?"


def test_a_date_in_a_list_of_articles_counts_more_where_the_headline_stands_beside_it():
    lists = [
        ("boilerplate", f"{title} {number} June 2023")
        for number, title in enumerate(["Roof torn off", "Ferry late again on both days", "Quay to be sold"], 1)
    ]
    rows = [("headline", "Ferry late again on both days"), ("paragraph", LEDE), ("paragraph", MORE)]
    more = [("boilerplate", "Read on")] * 4
    weights = {one.day.isoformat(): points for points, one in ranking(*rows, *more, *lists).days}
    assert weights["2023-06-02"] > weights["2023-06-03"]


def test_a_day_told_of_in_a_sentence_gives_way_to_one_that_stands_alone():
    radio = ("date", "More of this could be heard in our evening programme of 31 May 2023 at 17:50.")
    assert article(("date", "30 May 2023"), radio)[0].value == "2023-05-30"


def test_a_day_in_the_words_of_the_headline_is_not_the_article_s():
    rows = (
        ("headline", "Keeper of the swing bridge named with effect from 1.9.2015 by the board"),
        ("paragraph", LEDE),
    )
    assert found(*rows, ("paragraph", MORE))[0].value is None


def test_the_first_of_many_comments_does_not_date_the_text():
    comments = [("boilerplate", f"May {day}, 2023 at 2:26 pm") for day in (30, 30, 30, 31)]
    parted = [row for comment in comments for row in (comment, ("boilerplate", "Well said."))]
    assert article(*[("paragraph", MORE)] * 12, ("boilerplate", "Comments"), *parted)[0].value is None


def test_an_earlier_day_below_the_headline_wins_over_the_day_of_the_page():
    head = (("date", "Wednesday, 31 May 2023"), ("headline", "Ferry late again on the strait"))
    rows = (*head, ("byline", "By Ada Renn"), ("date", "30 May 2023"), ("paragraph", LEDE), ("paragraph", MORE))
    assert (found(*rows)[0].value or "").startswith("2023-05-30")


@pytest.mark.parametrize("label", ["Updated:", "Letzte Änderung", "Zuletzt geändert am:"])
def test_the_line_above_a_date_says_that_it_is_of_an_update(label: str):
    day, updated = article(("boilerplate", label), ("date", "30 May 2023"))
    assert (day.value, updated.value) == (None, "2023-05-30")


def test_the_line_above_a_date_says_which_of_two_is_of_publication():
    rows = (
        ("boilerplate", "Updated:"),
        ("date", "6 March 2018"),
        ("boilerplate", "Original:"),
        ("date", "21 May 2016"),
    )
    day, updated = article(*rows)
    assert (day.value, updated.value) == ("2016-05-21", "2018-03-06")


def test_a_point_that_begins_with_a_day_dates_the_text():
    assert article(("list_item", "30 May 2023 · Filed under harbour"))[0].value == "2023-05-30"


def test_a_report_that_the_text_tells_of_does_not_date_it():
    told = "The report that was published on 12 May 2023 by the harbour office counts forty ferries."
    assert article(("paragraph", LEDE), ("paragraph", told))[0].value is None


def test_the_days_of_a_fair_do_not_date_the_text():
    assert article(("boilerplate", "Harbour fair (2023/5/30-31)"))[0].value is None


def test_neither_end_of_a_span_of_days_dates_the_text():
    assert article(("boilerplate", "Harbour fair, 30.05.2023 – 02.06.2023"))[0].value is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [("3 hours ago", "[2023-05-29,2023-05-30]"), ("yesterday", "2023-05-29?"), ("2 weeks ago", None)],
)
def test_a_line_that_counts_back_dates_a_text_whose_retrieval_is_known(line: str, expected: str | None):
    spans = pieces(("headline", "Ferry late again"), ("date", line), ("paragraph", LEDE), ("paragraph", MORE))
    given = (Given("retrieved", "2023-05-30T08:00:00Z", "ferry.yaml"),)
    source = Source(path="ferry.txt", text="", encoding="utf-8", sha256="", given=given)
    day, _ = published(source, spans)
    assert day.value == expected


def test_yesterday_beside_a_full_date_tells_the_day_of_writing():
    day, _ = found(
        ("headline", "Ferry late again"),
        ("paragraph", "The ferry was late again yesterday, May 29, 2023, and nobody said why."),
        ("paragraph", MORE),
    )
    assert day.value == "2023-05-30?"


def test_the_month_in_the_address_of_a_picture_is_a_bound():
    day, _ = found(
        ("headline", "Ferry late again"),
        ("paragraph", LEDE),
        ("embed", "https://packet.example/uploads/2023/05/quay.jpg"),
        ("paragraph", MORE),
    )
    assert day.value == "[2023-05-01..]"


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://x.com/harbour/status/1641046831369969665", "2023-03-29"),
        ("https://mastodon.example/@harbour/110106934501000000", "2023-03-29"),
        ("https://bsky.app/profile/harbour.example/post/3jt6walwmos2y", "2023-04-12"),
        ("https://www.linkedin.com/posts/harbour_activity-7049000000000000000-abcd", "2023-04-04"),
        ("https://www.tiktok.com/@harbour/video/7106594312292453675", "2022-06-07"),
        ("https://www.instagram.com/p/CuZfEbbP7J0/", "2023-07-07"),
        ("https://packet.example/0188b3a0-1234-7abc-8def-0123456789ab/", "2023-06-13"),
        ("https://packet.example/c232ab00-9414-11ec-b3c8-9f6bdeced846/", "2022-02-22"),
        ("https://packet.example/0188b3a0-1234-4abc-8def-0123456789ab/", None),
        ("https://x.com/harbour/status/20000000000", None),
    ],
)
def test_the_identifier_of_a_post_tells_when_it_was_made(address: str, day: str | None):
    assert [moment.date().isoformat() for _, moment in post_moments(address)] == ([day] if day else [])


def test_a_copyright_and_a_year_named_tell_the_year_where_a_weekday_agrees():
    rows = [
        ("headline", "Ferry late again"),
        ("date", "Tuesday, May 30"),
        ("paragraph", LEDE),
        ("paragraph", "The plan of 2023 costs 4 million crowns."),
    ]
    assert found(*rows)[0].value is None
    assert found(*rows, ("boilerplate", "© 2019-2023 The Packet"))[0].value == "2023-05-30?"


@pytest.mark.parametrize(("hint", "expected"), [("month", "2023-03-04"), ("day", "2023-04-03")])
def test_the_order_is_settled_by_the_habit_of_the_outlet(hint: Literal["day", "month"], expected: str):
    spans = pieces(("headline", "Ferry late again"), ("date", "03/04/2023"), ("paragraph", LEDE), ("paragraph", MORE))
    source = Source(path="ferry.txt", text="", encoding="utf-8", sha256="")
    day, _ = published(source, spans, order_hint=hint)
    assert day.value == expected
    assert day.evidence is not None
    assert "outlet" in day.evidence.why


def test_a_time_zone_moves_no_day():
    assert article(("date", "2020-01-01T23:30:00-08:00"))[0].value == "2020-01-01"


def test_dates_of_teasers_far_below_are_not_the_article_s():
    teasers = [("boilerplate", f"{day} May 2023") for day in range(1, 15)]
    rows = (
        ("headline", "Ferry late again"),
        ("paragraph", LEDE),
        ("paragraph", MORE),
        *([("boilerplate", "Read on")] * 12),
    )
    assert found(*rows, *teasers)[0].value is None


def test_the_date_below_the_headline_wins_over_teasers():
    day, _ = found(
        ("headline", "Ferry late again"),
        ("date", "May 30, 2023"),
        ("paragraph", LEDE),
        ("paragraph", MORE),
        *[("boilerplate", "Roof torn off"), ("boilerplate", "June 2, 2023")] * 3,
    )
    assert day.value == "2023-05-30"


def test_a_past_day_in_the_body_is_not_the_article_s():
    day, _ = found(
        ("headline", "Ferry late again"), ("paragraph", "The ferry first sailed on May 30, 1987."), ("paragraph", MORE)
    )
    assert day.value is None
    assert reasons(day) == ["no_date"]


def test_the_date_of_a_photo_is_a_bound_and_never_the_article_s():
    day, _ = article(("caption", "The ferry in the harbour of Lethmark on March 30, 2022 (Ann Boe/Packet)"))
    assert day.value == "[2022-03-30..]"
    assert reasons(day) == ["no_date"]


def test_a_post_is_a_bound():
    day, _ = found(
        ("headline", "Ferry late again"),
        ("paragraph", LEDE),
        ("embed", "https://twitter.com/LethmarkRail/status/1641046831369969665"),
        ("paragraph", MORE),
    )
    assert day.value == "[2023-03-29..]"


def test_a_post_and_a_photo_of_one_day_make_it_likely():
    day, _ = found(
        ("headline", "Ferry late again"),
        ("caption", "The ferry in the harbour of Lethmark on March 29, 2023"),
        ("paragraph", LEDE),
        ("embed", "https://twitter.com/LethmarkRail/status/1641046831369969665"),
        ("paragraph", MORE),
    )
    assert day.value == "2023-03-29?"
    assert day.evidence is not None
    assert day.evidence.lines == (2, 4)


def test_a_later_photo_is_named_as_a_contradiction():
    day, _ = article(
        ("date", "May 30, 2023"), ("caption", "The ferry in the harbour on June 4, 2023, seen from the quay")
    )
    assert day.value == "2023-05-30"
    assert reasons(day) == ["contradicting_dates"]


def test_a_weekday_and_the_years_that_the_text_names_tell_the_year():
    day, _ = found(
        ("headline", "Ferry late again"),
        ("dateline", "May 30. (LETHPRESS) –"),
        ("paragraph", "The harbour office said on Tuesday that the ferry had been late again."),
        ("paragraph", "Both towns signed a plan for the years 2023-2028."),
        ("paragraph", "The ferry has sailed since 1991."),
        ("paragraph", "In its 31 years it has been late 400 times."),
    )
    assert day.value == "2023-05-30?"
    assert day.evidence is not None
    assert "Tuesday" in day.evidence.why


def test_a_weekday_that_fits_no_year_named_tells_nothing():
    day, _ = found(
        ("headline", "Ferry late again"),
        ("dateline", "May 30. (LETHPRESS) –"),
        ("paragraph", "The harbour office said on Friday that the ferry had been late again."),
        ("paragraph", "Both towns signed a plan for the years 2023-2028."),
        ("paragraph", "The plan of 2023 costs 4 million crowns."),
    )
    assert day.value is None


def test_the_period_of_the_archive_tells_the_year():
    choices = Choices(period=("2023-01-01", "2023-12-31"))
    assert article(("date", "May 30"), choices=choices)[0].value == "2023-05-30?"


def test_the_dateline_of_the_first_paragraph_dates_the_text():
    day, _ = found(
        ("headline", "Ferry late again"),
        ("paragraph", f"LETHMARK, 30 May 2023 (LETHPRESS) – {LEDE}"),
        ("paragraph", MORE),
    )
    assert day.value == "2023-05-30"


def test_an_order_that_nothing_settles_is_left_open():
    day, _ = article(("date", "03/04/2023"))
    assert day.value == "[2023-03-04,2023-04-03]"
    assert reasons(day) == ["ambiguous_date"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("date", "03/04/2023 5:00 PM EST")], "2023-03-04?"),
        ([("date", "03/04/2023 17:00 GMT")], "2023-04-03?"),
        ([("date", "Monday, 03/04/2023")], "2023-04-03"),
        ([("date", "03/04/2023"), ("caption", "The quay, 03/25/2023, after the storm")], "2023-03-04"),
        ([("date", "03/04/2023"), ("caption", "The quay after the storm, seen on April 3, 2023")], "2023-04-03"),
    ],
)
def test_the_order_is_settled_by_what_else_the_text_says(rows: list[tuple[str, str]], expected: str):
    assert article(*rows)[0].value == expected


def test_the_order_is_settled_by_the_day_on_which_the_texts_were_collected():
    assert article(("date", "03/04/2023"), choices=Choices(collected="2023-03-20"))[0].value == "2023-03-04"


def test_outside_english_the_day_stands_first():
    day, _ = found(
        ("headline", "Fähre wieder zu spät"),
        ("date", "03.04.2023"),
        (
            "paragraph",
            "Die Fähre kam wieder zu spät, und der Hafen war den ganzen Tag geschlossen, aber niemand wurde verletzt.",
        ),
        ("paragraph", "Zwei Stunden lang warteten die Fahrgäste auf dem Kai, weil der Sturm das Dach abgedeckt hatte."),
    )
    assert day.value == "2023-04-03"
    assert day.evidence is not None
    assert "day first" in day.evidence.why


def test_nothing_is_dated_after_the_texts_were_collected():
    choices = Choices(collected="2023-05-29")
    assert article(("date", "May 30, 2023"), choices=choices)[0].value is None


def test_a_date_outside_the_period_is_named():
    choices = Choices(period=("2022-01-01", "2022-12-31"))
    day, _ = article(("date", "May 30, 2023"), choices=choices)
    assert day.value == "2023-05-30"
    assert reasons(day) == ["date_outside_period"]


def test_two_days_that_weigh_the_same_are_both_named():
    day, _ = found(
        *[("boilerplate", "Harbour")] * 2,
        ("date", "May 30, 2023"),
        ("date", "June 2, 2023"),
        ("paragraph", LEDE),
        ("paragraph", MORE),
    )
    assert day.value in (None, "2023-05-30?")


@pytest.mark.parametrize("line", ["3 hours ago", "yesterday", "on Tuesday", "Feb. 30, 2023", "May 0, 2023"])
def test_what_is_no_date_dates_nothing(line: str):
    day, _ = article(("date", line))
    assert (day.value, reasons(day)) == (None, ["no_date"])


TEXTS = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        [
            "May 30, 2023",
            "03/04/2023",
            "Updated 2 June 2023",
            "May 30",
            "Tuesday",
            "x.com/a/status/1641046831369969665",
            "— Ann (@ann) May 5, 2022",
            "2016-2020 and 31 years",
            "٣٠ مايو ٢٠٢٣",
            "0001-01-01",
            "9999-12-31",
        ]
    ),
)
CHOICES = st.sampled_from(
    [
        Choices.none,
        Choices(collected="2023-05-01"),
        Choices(period=("2022-01-01", "2023-12-31"), collected="2023-12-31"),
    ]
)


@given(st.lists(st.tuples(st.sampled_from(LABELS), TEXTS), max_size=12), CHOICES)
def test_whatever_the_pieces_a_date_is_edtf_with_evidence_in_the_text(rows: list[tuple[str, str]], choices: Choices):
    for field in found(*rows, choices=choices):
        if field.value is None:
            assert field.evidence is None
            continue
        assert isinstance(field.value, str)
        date = parse_edtf(field.value)
        assert field.evidence is not None
        assert field.evidence.why
        assert set(field.evidence.lines) <= set(range(1, len(rows) + 1))
        assert not date.uncertain or field.evidence.certainty == "inferred"
        assert choices.collected is None or str(date.first) <= choices.collected
        assert choices.collected is None or date.last is None or str(date.last) <= choices.collected


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("boilerplate", "May {n}, 2023"),
        ("date", "03/04/20{n}"),
        ("paragraph", "In 19{n} it had sailed for {n} years, until 20{n}."),
        ("caption", "The quay on May {n}, 20{n}, after the storm"),
        ("embed", "https://x.com/a/status/16410468313699{n}665"),
        ("paragraph", "— Ann (@ann) May {n}, 20{n}"),
    ],
)
def test_a_text_of_twenty_thousand_dates_is_dated_at_once(label: str, text: str):
    rows = [(label, text.replace("{n}", str(10 + n % 20))) for n in range(20_000)]
    start = time.process_time()
    found(("headline", "Ferry late again"), *rows)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("timezone", "day"), [(None, "2023-05-16"), ("UTC", "2023-05-16"), ("Pacific/Honolulu", "2023-05-15")]
)
def test_a_post_is_of_the_day_that_it_was_in_the_time_zone_of_the_outlet(timezone, day):
    post = "https://twitter.com/marrish/status/1658394899707076609"  # 2023-05-16 08:52 UTC
    span = Span(3, 0, len(post), post, "embed", "bare_address")

    (bound,) = lower_bounds([span], timezone)

    assert str(bound.day) == day
