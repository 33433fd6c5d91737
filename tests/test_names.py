"""Names in lines: bylines, bare names, and what is none."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.text.names import (
    agency_named,
    announced_byline,
    byline_piece,
    desk_authors,
    is_by_words,
    is_person_name,
    is_whereabouts,
    parse_byline,
    read_byline,
)

MARKED = {
    "By Ada Quill": ["Ada Quill"],
    "BY ADA QUILL": ["Ada Quill"],
    "By ADA QUILL and Tom Harker, Staff Writers | May 3": ["Ada Quill", "Tom Harker"],
    "By Ada Quill, Tom Harker & Zuberi Okoth": ["Ada Quill", "Tom Harker", "Zuberi Okoth"],
    "ByAda Quill": ["Ada Quill"],
    "bySauda Kilonzo": ["Sauda Kilonzo"],
    "By Evan QuillStaff Writer": ["Evan Quill"],
    "By Ada Quill | Harbour News": ["Ada Quill"],
    "By Ada Quill, Special to the Harbour Post": ["Ada Quill"],
    "By Ada Quill for The Harbour Post in Kiel": ["Ada Quill"],
    "By Ada Quill aquill@harbourpost.example": ["Ada Quill"],
    "By Ada Quill@adaquill May 3, 2021, 10:20am EST": ["Ada Quill"],
    "By Al Harker and Ada de la Cruz": ["Al Harker", "Ada de la Cruz"],
    "By Ada O'BRIEN": ["Ada O'Brien"],
    "By TOM MCNAMARA": ["Tom McNamara"],
    "By ADA McQUILL": ["Ada McQuill"],
    "By ADA QUILL AND TOM HARKER III": ["Ada Quill", "Tom Harker III"],
    "POR ANA OLA Y PEDRO FARO": ["Ana Ola", "Pedro Faro"],
    "Staff Reporter By Ada Quill": ["Ada Quill"],
    "By Tom Harker Jr.": ["Tom Harker Jr."],
    "Written by: Ada Quill, PhD on April 29, 2018": ["Ada Quill"],
    "May 3, 2021 by Ada Quill 5 Comments": ["Ada Quill"],
    "Posted on 3 May 2021 by sailor99": ["sailor99"],
    "Text by Ada Quill | Photography by Tom Harker": ["Ada Quill"],
    "Von Antje Möwe": ["Antje Möwe"],
    "Von: Antje Möwe | 31.10.23": ["Antje Möwe"],
    "von Dr. Antje Möwe": ["Antje Möwe"],
    "Von Antje Möwe, Kiel 05.08.2024, 20:59 Uhr": ["Antje Möwe"],
    "Ein Kommentar von Antje Möwe": ["Antje Möwe"],
    "Veröffentlicht am 3. Mai 2021 von Heiko": ["Heiko"],
    "Autorin: Antje Möwe und Till Ebbe": ["Antje Möwe", "Till Ebbe"],
    "Par Odile Marée et Luc Brume": ["Odile Marée", "Luc Brume"],
    "Par O.M.": ["O.M."],
    "Por Marisol Ola y Pedro Faro": ["Marisol Ola", "Pedro Faro"],
    "Por Marisol Brume Vera": ["Marisol Brume Vera"],
    "Por Marisol Brume Vera Quill": ["Marisol Brume", "Vera Quill"],
    "PorMarisol Ola": ["Marisol Ola"],
    "di Bianca Onda": ["Bianca Onda"],
    "a cura di Bianca Onda": ["Bianca Onda"],
    "Door Sanne de Kade": ["Sanne de Kade"],
    "Av Ingrid Bølge og Lars Fjord": ["Ingrid Bølge", "Lars Fjord"],
    "Autor: Jan Fala": ["Jan Fala"],
    "Автор: Ольга Волнова": ["Ольга Волнова"],
    "Yazan: Deniz Kıyı": ["Deniz Kıyı"],
    "Oleh Budi Ombak": ["Budi Ombak"],
    "بقلم سعيد البحار": ["سعيد البحار"],
    "מאת נועה גלים": ["נועה גלים"],
    "Exklusiv von Antje Möwe": ["Antje Möwe"],
    "Von Antje Möwe, Berlin, und Till Ebbe, Kiel": ["Antje Möwe", "Till Ebbe"],
    "By Ada DeQuillLeave a comment": ["Ada DeQuill"],
    "By Ada Quill Associated Press": ["Ada Quill"],
    "Text: Antje Möwe, Foto: Till Ebbe": ["Antje Möwe"],
    "Tekst: Ingrid BølgeFoto: Lars Fjord": ["Ingrid Bølge"],
    "Text und Foto: Antje Möwe": ["Antje Möwe"],
    "Posted in Boats by sailorann on August 3, 2019": ["sailorann"],
    "Posted by Sailorann under Just For Fun": ["Sailorann"],
    "1. Januar 2016 von KleineMöwe Ein Kommentar": ["KleineMöwe"],
    "May 3, 2021 byMobasir hassan": ["Mobasir hassan"],
    "김바다 기자": ["김바다"],
    "记者：李海 王波": ["李海", "王波"],
    "本报记者李海": ["李海"],
    "Von unserem Korrespondenten Till Ebbe": ["Till Ebbe"],
    "Reporting by Ada Quill in Kiel and Tom Harker in Oslo; editing by Ann Roe": ["Ada Quill", "Tom Harker"],
    "著者：佐藤渚": ["佐藤渚"],
}

BARE = {
    "Ada Quill": ["Ada Quill"],
    "Ada Quill Ada Quill": ["Ada Quill"],
    "ADA QUILL": ["Ada Quill"],
    "JOHN E QUILL": ["John E Quill"],
    "İBRAHİM KIYI": ["İbrahim Kıyı"],
    "Ada QUILL": ["Ada Quill"],
    "Ulrich MöweKorrespondent": ["Ulrich Möwe"],
    "Alan HarkerReporter": ["Alan Harker"],
    "Ada Quill5 hours ago": ["Ada Quill"],
    "Ada Quill Political Correspondent": ["Ada Quill"],
    "Ada Quill, Berlin": ["Ada Quill"],
    "Ada Quill / 10:08 am Fri Jul 19, 2013": ["Ada Quill"],
    "Paul QuillFatima Harker, The Associated Press": ["Paul Quill", "Fatima Harker"],
    "Julia Möwe | Clare Ebbe": ["Julia Möwe", "Clare Ebbe"],
    "Birgit Möwe Anna Koje Jan Watt": ["Birgit Möwe", "Anna Koje", "Jan Watt"],
    "Ada Quill · Harbour News · Posted: Aug 08, 2024 4:00 AM": ["Ada Quill"],
    "佐藤渚2025年1月13日 21時37分": ["佐藤渚"],
    "Ada Quill, Dr. Tom Harker und Prof. Till Ebbe": ["Ada Quill", "Tom Harker", "Till Ebbe"],
    "Mohammed al-Quill": ["Mohammed al-Quill"],
    "Lena deQuill | Contributing Writer": ["Lena deQuill"],
    "Nicholas St. Quill": ["Nicholas St. Quill"],
    "Lê Hải Phương": ["Lê Hải Phương"],
}

NOBODY = (
    "Read More",
    "Share This",
    "Staff",
    "Editor",
    "Newsroom",
    "Redaktion",
    "By Staff",
    "Par Harbour Post Editorial Staff",
    "By HNN Staff | November 18, 2019",
    "Von Redaktion",
    "By Monday",
    "Most Popular",
    "New York",
    "San Francisco",
    "Rose Garden",
    "Jordan Valley",
    "Harbour Post Store",
    "May 3, 2021",
    "Monday Morning",
    "4 min read",
    "He was hit by Ada Quill",
    "Photo by Ada Quill",
    "ADA QUILL/Getty Images",
    "— Ada Quill (@adaquill) December 31, 2014",
    "AfD-Chef von Kiel Till Ebbe",
    "Ada Quill (links) vom SV Kiel freut sich",
    "Edited by Ada Quill",
    "More stories by Ada Quill",
    "Mehr von Antje Möwe",
    "Report: Ada Quill resigns",
    "Report: Ada Quill to leave Harbour Post",
    "Report: Ferry sinks off Kiel",
    "Von Antje Möwe lernen heißt schwimmen lernen",
    "The ferry sank off Kiel on Monday, Ada Quill said, and nobody came to help for hours on end.",
    "국제",
    "福島県",
    "",
    " ",
)


@pytest.mark.parametrize(("line", "names"), MARKED.items())
def test_a_by_word_announces_names(line, names):
    found = parse_byline(line)
    assert found is not None
    assert list(found.authors) == names
    assert found.marked
    assert announced_byline(line) == found


@pytest.mark.parametrize(("line", "names"), BARE.items())
def test_names_alone_with_a_role_a_place_or_a_date_are_a_byline(line, names):
    found = parse_byline(line)
    assert found is not None
    assert list(found.authors) == names
    assert not found.marked
    assert announced_byline(line) is None


@pytest.mark.parametrize("line", NOBODY)
def test_other_lines_name_nobody(line):
    found = parse_byline(line)
    assert found is None or not found.authors
    assert not is_person_name(line)


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("Reuters", "Reuters"),
        ("Von dpa 30.04.2024, 18:58", "dpa"),
        ("By The Associated Press", "AP"),
        ("dpa/lnw", "dpa"),
        ("Ada Quill, Reuters", "Reuters"),
        ("Av Ingrid Bølge NTB", "NTB"),
    ],
)
def test_an_agency_in_a_byline_is_no_author(line, agency):
    found = parse_byline(line)
    assert found is not None
    assert found.agency == agency
    assert all(agency_named(name) is None for name in found.authors)


@pytest.mark.parametrize("line", ["Xola Ndabeni", "Zuberi Okoth, Reporter"])
def test_in_a_known_byline_the_shape_of_a_name_is_enough(line):
    assert parse_byline(line) is None
    found = read_byline(line)
    assert found is not None
    assert found.authors == (line.partition(",")[0],)


@pytest.mark.parametrize("line", ["Zuberi Okoth in Vennmouth", "Zuberi Okoth at the Quay Ground"])
def test_in_a_known_byline_a_place_may_follow_the_name(line):
    assert parse_byline(line) is None
    found = read_byline(line)
    assert found is not None
    assert found.authors == ("Zuberi Okoth",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("in Vennmouth", True),
        ("at the Quay Ground", True),
        ("in", False),
        ("in spring", False),
        ("Vennmouth", False),
        ("in Vennmouth, again", False),
    ],
)
def test_words_that_say_where_somebody_wrote_from(text, says):
    assert is_whereabouts(text) is says


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Ada Quill | Fotos: Tom Harker", ("Ada Quill",)),
        ("Ada Quill (Text), Tom Harker (Foto)", ("Ada Quill",)),
        ("Foto: Tom Harker | Text: Ada Quill", ("Ada Quill",)),
        ("Zuberi Okoth2 minutes ago", ("Zuberi Okoth",)),
        ("Ada Quill Schreibe einen Kommentar", ("Ada Quill",)),
        ("Adalein — 3 May 2021, 12:00", ("Adalein",)),
        ("by ada | Leave a comment", ("ada",)),
        ("Ada Quill By Ada Quill The Harbour Press", ("Ada Quill",)),
        ("Ada Quill and Tom J. Mitchell Quay Falls Argus Leader", ("Ada Quill", "Tom J. Mitchell")),
    ],
)
def test_a_known_byline_gives_its_writers_and_nothing_beside_them(line, names):
    found = read_byline(line)
    assert found is not None
    assert found.authors == names


@pytest.mark.parametrize(
    "line",
    [
        "Shared Leadership",
        "3 May 2021, Newsroom",
        "Adalein 2",
        "Harbour Nachrichten",
        "Polizeiticker Bern",
        "Truckwash A",
    ],
)
def test_even_a_known_byline_needs_the_shape_of_a_name(line):
    found = read_byline(line)
    assert found is None or not found.authors


@pytest.mark.parametrize(
    ("line", "piece"),
    [
        ("May 3, 2021 | By Ada Quill | 3 min read", "By Ada Quill"),
        ("Von Antje Möwe 28.04.2023, 18:11 Uhr", "Von Antje Möwe"),
        ("Ada Quill, staff writer - May 3, 2021", "Ada Quill"),
    ],
)
def test_a_byline_in_a_line_that_holds_more_has_columns(line, piece):
    columns = byline_piece(line)
    assert columns is not None
    assert line[slice(*columns)] == piece


@pytest.mark.parametrize(
    "name",
    [
        "Ada Quill",
        "Ada J. Harker-Möwe",
        "Jean-Pierre Brume",
        "Ludwig van der Kade",
        "Андрей Волнов",
        "佐藤渚",
        "Kim Min-jun",
    ],
)
def test_a_bare_name_is_a_person(name):
    assert is_person_name(name)


@pytest.mark.parametrize(
    "line",
    ["Ada", "Ada Quill said", "Ada Quill, editor", "Paris", "Summer Sale", "Santa Barbara", "Chelsea FC", "山口銀行"],
)
def test_anything_more_or_less_than_a_name_is_no_person(line):
    assert not is_person_name(line)


def test_spellings_of_an_agency_are_one_agency():
    assert {agency_named(text) for text in ("dpa", "DPA", "Deutsche Presse-Agentur")} == {"dpa"}
    assert agency_named("Harbour News") is None


def test_a_capital_whose_small_letter_is_another_one_in_turkish_is_no_other_spelling():
    assert agency_named("Demirören Haber Ajansı") == "DHA"
    assert agency_named("DEMİRÖREN HABER AJANSI") is None
    assert agency_named("Assoc\u0131ated Press") is None


@given(st.text(max_size=120))
def test_any_line_can_be_asked_for_names(line):
    for found in (parse_byline(line), read_byline(line)):
        assert found is None or (found.authors or found.agency)
        assert found is None or 0 <= found.start <= found.end <= len(line)
    assert is_person_name(line) in (True, False)


@given(
    st.lists(
        st.sampled_from(["Ada", "Quill", "von", "By", ",", "|", "3", "May", "Reuters", "and", "5", "記者", "—"]),
        max_size=12,
    )
)
def test_bylines_in_any_order_of_words_hold_columns_of_their_line(words):
    line = " ".join(words)
    found = parse_byline(line)
    assert found is None or line[found.start : found.end].strip()
    assert announced_byline(line) == (found if found and found.marked else None)


@pytest.mark.parametrize("line", ["By " + "Ada " * 1_000_000, "a." * 200, "By " + "A" * 390, "@" * 399, "by " * 130])
def test_hostile_lines_are_answered_at_once(line):
    start = time.process_time()
    parse_byline(line)
    read_byline(line)
    is_person_name(line)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("paragraph", "names"),
    [
        ("【ロンドン＝佐藤渚】船は月曜日に沈んだ。", ("佐藤渚",)),
        ("〔記者李海／台北報導〕渡輪星期一沉沒。", ("李海",)),
        ("新华社基尔4月24日电（记者李海、王波）渡轮星期一沉没。", ("李海", "王波")),
        ("渡轮星期一沉没，无人来救。（评论员 李海 王波）", ("李海", "王波")),
        ("[부산=항구일보 김바다 기자] 여객선이 월요일에 침몰했다.", ("김바다",)),
        ("（责编：李海）", ()),
        ("東京都（佐藤渚）は", ()),
        ("The ferry (Ada Quill) sank.", ()),
    ],
)
def test_east_asian_reports_name_their_reporter_in_brackets(paragraph, names):
    assert desk_authors(paragraph) == names


@pytest.mark.parametrize(
    ("line", "says"), [("By", True), ("Autor:", True), ("Written by", True), ("By Ada", False), ("", False)]
)
def test_a_line_may_announce_the_names_on_the_next(line, says):
    assert is_by_words(line) is says
