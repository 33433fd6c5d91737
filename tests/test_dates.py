"""Dates in running text: what is found, in which order, and what is none."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.text.dates import (
    SHAPES,
    date_columns,
    date_shape,
    days_ago,
    find_dates,
    is_date_line,
    may_state_day,
    named_weekdays,
    role_of_label,
)
from newsarchive.text.dates.solar import gregorian

MAY_30 = dt.date(2023, 5, 30)

ONE_DAY = [
    "2023-05-30",
    "2023-05-30T10:00:00Z",
    "2023/5/30",
    "https://kessenport.example/2023/05/30/ferry-sinks",
    "https://kessenport.example/ferry-20230530.html",
    "30.05.2023",
    "30.5.2023 klo 12.45",
    "30. 5. 2023",
    "30.05.23, 10:21 Uhr",
    "30/05/2023",
    "30-05-2023",
    "05/30/2023",
    "5/30/23 at 4:00 PM EST",
    "10:02 AM EDT May 30, 2023",
    "May 30, 2023",
    "MAY 30 2023",
    "Tuesday, May 30th, 2023",
    "the 30th of May 2023",
    "30 May 2023",
    "30May2023",
    "30-May-2023",
    "30 May '23",
    "PublishedMay 30, 2023",
    "Posted by Jane Roe30 May 202314 comments",
    "Dienstag, 30. Mai 2023",
    "30 Dienstag Mai 2023",
    "mardi 30 mai 2023 à 14h52",
    "30 de mayo de 2023",
    "mayo 30, 2023",
    "30 de maio de 2023",
    "30 maggio 2023",
    "30 mei 2023",
    "30 maj 2023 kl. 10.23Uppdaterad kl. 12.17",
    "30. toukokuuta 2023",
    "30. maí 2023",
    "30 maja 2023",
    "30. května 2023",
    "30. mája 2023",
    "30. maja 2023.",
    "30. svibnja 2023.",
    "30. мај 2023.",
    "30 май 2023 г.",
    "30 мая 2023, 13:43",
    "30 травня 2023",
    "30 мая 2023",
    "30 Μαΐου 2023",
    "30 MAYIS 2023",
    "30 mai 2023",
    "2023. május 30.",
    "30. mai 2023",
    "2023. gada 30. maijs",
    "2023 m. gegužės 30 d.",
    "30 de maig de 2023",
    "2023ko maiatzaren 30a",
    "30 maj 2023",
    "30 مايو 2023",
    "30 أيار / مايو 2023",
    "٣٠ مايو ٢٠٢٣",
    "30 במאי 2023",
    "۳۰ مه ۲۰۲۳",
    "30 मई 2023",
    "३० मई २०२३",
    "30 Mei 2023",
    "30 tháng 5, 2023",
    "ngày 30 tháng 5 năm 2023",
    "30 พฤษภาคม 2566",
    "30 พ.ค. 2566",
    "30 พ.ค. 66",
    "2023年5月30日",
    "2023年5月30日（火）10:00",
    "令和5年5月30日",
    "民國112年5月30日",
    "Tue May 30 10:00:00 UTC 2023",
    "2023 жылғы 30 мамыр",
    "2023년 5월 30일",
    "2023. 5. 30. 오후 3:20",
    "۹ خرداد ۱۴۰۲ - ۱۰:۳۰",
    "سه‌شنبه ۹ خرداد ماه ۱۴۰۲",
    "1402/03/09",
]


@pytest.mark.parametrize("line", ONE_DAY)
def test_a_day_is_read_however_it_is_written(line: str):
    assert [mention.date for mention in find_dates(line)] == [MAY_30]


@pytest.mark.parametrize(
    ("line", "month"),
    [
        ("الخميس، ١٤ كانون الأول ٢٠٢٣", 12),
        ("14 كانون الاول 2023", 12),
        ("14 تشرين الثاني 2023", 11),
        ("14 كانون الثاني / يناير 2023", 1),
    ],
)
def test_months_with_names_of_two_words_are_read(line: str, month: int):
    assert [mention.date for mention in find_dates(line)] == [dt.date(2023, month, 14)]
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "no number at all",
        "Feb. 30, 2023",
        "31 April 2023",
        "0000-00-00",
        "May 30, 0000",
        "29.02.2023",
        "version 1.10.12.2019",
        "10.0.12.1",
        "room 30, floor 5",
        "12 may have drowned",
        "in 5 set pieces",
        "+49 30 2023 4567",
        "1,250,000 crowns",
        "2016-2020",
        "3 hours ago",
        "13/13/2023",
        "1402/13/09",
        "۳۱ مهر ۱۴۰۲",
    ],
)
def test_what_is_no_day_is_not_found(line: str):
    assert find_dates(line) == ()


def test_a_date_without_a_year_has_none():
    (mention,) = find_dates("May 30. (LETHPRESS) –")
    assert (mention.year, mention.month, mention.day, mention.date) == (None, 5, 30, None)


def test_a_month_alone_has_no_day():
    (mention,) = find_dates("Mai 2023")
    assert (mention.year, mention.month, mention.day) == (2023, 5, None)


@pytest.mark.parametrize(
    ("line", "order"),
    [("30/05/2023", "day_first"), ("05/30/2023", "month_first"), ("03/04/2023", "ambiguous"), ("04/04/2023", "stated")],
)
def test_the_order_of_day_and_month_is_told_or_left_open(line: str, order: str):
    (mention,) = find_dates(line)
    assert mention.order == order


def test_an_ambiguous_date_has_two_readings():
    (mention,) = find_dates("03/04/2023")
    assert {mention.date, mention.other} == {dt.date(2023, 4, 3), dt.date(2023, 3, 4)}


def test_a_month_name_of_two_languages_is_settled_by_the_language():
    assert [mention.month for mention in find_dates("30 listopada 2022", "pl")] == [11]
    assert [mention.month for mention in find_dates("30. listopada 2022.", "hr")] == [10]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Published: May 30, 2023", "published"),
        ("Last updated on 30 May 2023", "updated"),
        ("Zuletzt aktualisiert am 30.05.2023", "updated"),
        ("Mis à jour le 30 mai 2023", "updated"),
        ("Опубликовано 30 мая 2023", "published"),
        ("2023年5月30日 12時00分更新", "updated"),
        ("May 30, 2023", None),
    ],
)
def test_the_word_before_a_date_says_what_it_is_of(line: str, role: str | None):
    (mention,) = find_dates(line)
    assert mention.role == role


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Dieser Beitrag wurde am 30.05.2023 von Ann Boe in Hafen veröffentlicht.", "published"),
        (
            "This entry was posted in Harbour, Ferries, Weather and Sea and tagged ferry, quay on May 30, 2023",
            "published",
        ),
        ("We have updated our rules. The ferry sails on May 30, 2023", None),
        ("2023年5月30日 21:17（最終更新 5月31日 21:17）", None),
        ("Retrieved 30 May 2023", "other"),
    ],
)
def test_a_word_elsewhere_in_its_sentence_may_say_what_a_date_is_of(line: str, role: str | None):
    assert find_dates(line)[0].role == role


def test_the_first_year_of_an_era_has_a_word_of_its_own():
    assert [mention.date for mention in find_dates("令和元年5月30日")] == [dt.date(2019, 5, 30)]


@pytest.mark.parametrize("line", ONE_DAY)
def test_no_line_with_a_full_date_is_passed_over(line: str):
    assert may_state_day(line)


@pytest.mark.parametrize("line", ["", "Ferry sinks", "16:30", "3 hours ago", "5 crowns"])
def test_a_line_without_a_full_date_is_passed_over(line: str):
    assert not may_state_day(line)


def test_a_time_glued_to_a_year_of_two_digits_is_no_part_of_it():
    assert [mention.date for mention in find_dates("maculi28.09.2313:39")] == [dt.date(2023, 9, 28)]


def test_each_of_two_dates_has_its_own_word():
    line = "Publié le 30 mai 2023 à 08:01Mis à jour le 31 mai 2023 à 09:06"
    assert [(mention.role, mention.day, mention.has_time) for mention in find_dates(line)] == [
        ("published", 30, True),
        ("updated", 31, True),
    ]


@pytest.mark.parametrize(
    "line", ["Tuesday, May 30, 2023", "30 Mayıs 2023 Salı", "2023年5月30日（火）", "am Dienstag, 30.05.2023"]
)
def test_the_weekday_beside_a_date_is_read(line: str):
    (mention,) = find_dates(line)
    assert mention.weekday == MAY_30.weekday()


def test_the_columns_of_a_mention_hold_the_date():
    line = "By Jane Roe | November 18, 2019 at 2:26 PM"
    (mention,) = find_dates(line)
    assert line[mention.start : mention.end] == "November 18, 2019"


def test_the_weekdays_that_a_sentence_names_are_found():
    assert named_weekdays("The council met on Tuesday; it sat on Saturday too.") == {1, 5}
    assert named_weekdays("The sun rose and they sat down.") == frozenset()


@pytest.mark.parametrize(
    "line",
    [
        "May 30, 2023",
        "Published May 30, 2023 at 2:26 PM EDT | 3 min read",
        "PUBLISHED: May 30, 2023 at 4:56 p.m. | UPDATED: May 31, 2023 at 6:00 p.m.",
        "Hamburg, 2. November 2021",
        "Stand: 26.04.2024, 20:44 Uhr",
        "am Sonntag, 11.12.2022 - 05:00",
        "Publicado: 3 de mayo de 2022 21:25",
        "2025-05-31 05:49",
        "2019年04月21日 12時00分更新",
        "mardi 10.12.19",
        "Updated 14:20 GMT",
        "3 hours ago",
        "vor 3 Stunden",
        "Thứ tư, 22/10/2025, 19:25 (GMT+7)",
    ],
)
def test_a_line_that_is_nothing_but_a_date_is_known(line: str):
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Roe | November 18, 2019",
        "The ferry sank on May 30, 2023.",
        "29 crowns",
        "16:30",
        "Chapter 3",
        "14 de marzo a 13 de mayo",
        "Ferry sinks",
        "",
    ],
)
def test_a_line_with_more_than_a_date_is_no_date_line(line: str):
    assert not is_date_line(line)


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("By Jane Roe | November 18, 2019 at 2:26 PM", "November 18, 2019 at 2:26 PM"),
        ("Veröffentlicht am 17. Dezember 2019 von Ann Boe", "Veröffentlicht am 17. Dezember 2019"),
        ("May 3, 2020 by Ann Boe", "May 3, 2020"),
        ("Ann Boe2023年5月30日 21時37分", "2023年5月30日 21時37分"),
    ],
)
def test_the_date_is_cut_out_of_a_byline(line: str, part: str):
    start, end = date_columns(line) or (0, 0)
    assert line[start:end] == part


def test_a_line_without_a_date_has_no_date_columns():
    assert date_columns("By Jane Roe, 37") is None


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        (1403, 1, 1, "2024-03-20"),
        (1399, 12, 30, "2021-03-20"),
        (1400, 1, 1, "2021-03-21"),
        (1357, 11, 22, "1979-02-11"),
    ],
)
def test_days_of_the_iranian_calendar_are_those_of_almanacs(year: int, month: int, day: int, expected: str):
    assert str(gregorian(year, month, day)) == expected


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("Ferry sinks in 20 minutes", 0),
        ("The ferry sank", 0),
        ("LETHMARK, May 30 (Agency)", 1),
        ("By Jane Roe | May 30, 2023", 2),
        ("Published May 30, 2023 at 2:26 PM", 3),
        ("3 hours ago", 4),
        ("Yesterday", 4),
        ("Updated 14:20", 4),
        ("Tuesday, May 30", 5),
        ("Summer issue, May 2023", 6),
        ("May 30, 2023. " + "The ferry was late again. " * 8, 0),
    ],
)
def test_a_line_has_the_shape_of_its_date(line: str, shape: int):
    assert date_shape(line) == shape


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("yesterday", (1, 1)),
        ("Heute", (0, 0)),
        ("hace 3 horas", (0, 1)),
        ("vor 30 Stunden", (0, 2)),
        ("3 дня назад", (3, 4)),
        ("an hour ago", (0, 1)),
        ("3日前", (3, 4)),
        ("2 weeks ago", (14, 21)),
        ("80 weeks ago", None),
        ("yesterday the ferry sank", None),
        ("3 hours", None),
        ("3 min read", None),
    ],
)
def test_a_time_that_counts_from_now_says_how_many_days_ago_it_was(line: str, days: tuple[int, int] | None):
    assert days_ago(line) == days


WORDS = st.sampled_from(
    [
        "May",
        "30",
        "2023",
        "1",
        "th",
        ",",
        ".",
        "/",
        "-",
        ":",
        " ",
        "updated",
        "Uhr",
        "de",
        "年",
        "月",
        "日",
        "12:30",
        "'23",
        "พ.ค.",
    ]
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=30).map("".join)))
def test_any_line_is_read_and_mentions_lie_in_it_in_order(line: str):
    end = 0
    for mention in find_dates(line):
        assert end <= mention.start < mention.end <= len(line)
        assert any(char.isdigit() for char in line[mention.start : mention.end])
        end = mention.end
    columns = date_columns(line)
    assert columns is None or 0 <= columns[0] < columns[1] <= len(line)
    assert is_date_line(line) in (True, False)
    assert 0 <= date_shape(line) < SHAPES
    assert may_state_day(line) or not any(mention.date for mention in find_dates(line))
    days = days_ago(line)
    assert days is None or 0 <= days[0] <= days[1]


@given(
    st.dates(dt.date(1970, 1, 1), dt.date(2039, 12, 31)),
    st.sampled_from(["%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%Y/%m/%d"]),
)
def test_a_day_survives_being_written_and_read(day: dt.date, form: str):
    assert [mention.date for mention in find_dates(f"Published {day.strftime(form)}.")] == [day]


@pytest.mark.parametrize("unit", ["1 ", "12.3.", "May ", "1/2/", "May 3 ", "1:30 ", "2023-", "30 พ.ค. ", "\u200b1"])
def test_a_line_of_five_megabytes_is_read_at_once(unit: str):
    line = unit * (5_000_000 // len(unit)) + "3"
    start = dt.datetime.now(dt.UTC)
    find_dates(line)
    is_date_line(line)
    date_columns(line)
    assert (dt.datetime.now(dt.UTC) - start).total_seconds() < 3


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Published", "published"),
        ("Publish date:", "published"),
        ("Letzte Änderung", "updated"),
        ("Last update posted:", "updated"),
        ("Joined", "other"),
        ("Lethmark Post", None),
        ("Posted in the harbour", None),
        ("Published 12", None),
        ("", None),
    ],
)
def test_a_line_may_say_what_the_date_below_it_is_of(line: str, role: str | None):
    assert role_of_label(line) == role


@pytest.mark.parametrize("line", ["Ferry fares up más 8 pesos", "6Más allá del muelle", "Már 2 kompot nem indult el"])
def test_a_word_that_names_a_month_but_for_its_accent_is_none(line: str):
    assert find_dates(line) == ()


@pytest.mark.parametrize(
    ("line", "month"),
    [("PUBLISHEDMay 30", 5), ("30 août", 8), ("30. MÄRZ", 3), ("30 Mayıs", 5), ("30 Dienstag Mai", 5)],
)
def test_a_month_is_known_glued_in_capitals_and_with_its_accents(line: str, month: int):
    assert [mention.month for mention in find_dates(line)] == [month]
