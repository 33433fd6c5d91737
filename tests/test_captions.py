"""Credits and captions."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.extract.captions import captions
from newsarchive.model import Span
from newsarchive.text.credits import credit_shape, find_credit

CREDITS = [
    ("The harbour. ", "(photo credit: ANN ROE)", "ANN ROE"),
    ("The harbour, May 2022. ", "(credit: PIER/POOL VIA REUTERS)", "PIER/POOL VIA REUTERS"),
    ("The harbour in Kiel ", "(Ada Quill/Harbour News)", "Ada Quill/Harbour News"),
    ("The harbour on March 30, 2022. ", "Source: Ferrygram.", "Ferrygram"),
    ("", "Photo: Ada Quill, AP", "Ada Quill, AP"),
    ("Die Fähre im Hafen. ", "Foto: dpa", "dpa"),
    ("Fergen i havn. ", "Foto: AP Vis mer", "AP"),
    ("Die Fähre. ", "(Quelle: Hafenamt)", "Hafenamt"),
    ("Die Fähre | ", "Bildquelle: dpa", "dpa"),
    ("", "© Reuters", "Reuters"),
    ("", "Credit: Getty", "Getty"),
    ("", "Getty Images", "Getty Images"),
    ("The ferry.", "Credit...Ada Quill/The Harbour Times", "Ada Quill/The Harbour Times"),
    ("The ferry sank.", "Photograph: Ada Quill/Reuters", "Ada Quill/Reuters"),
    ("Le ferry au port. ", "ODILE MARÉE / AFP", "ODILE MARÉE / AFP"),
    ("", "Image copyright Getty Images", "Getty Images"),
    ("El barco. ", "(Foto: Archivo/Puerto)", "Archivo/Puerto"),
    ("Паром. ", "Фото: Ольга Волнова", "Ольга Волнова"),
    ("港で訓練をする職員", "（港湾庁提供）", "港湾庁提供"),
    ("港の船", "＝港町で、佐藤渚撮影", "佐藤渚"),
    ("港の船（１０日）", "＝ＡＰ", "ＡＰ"),
    ("The ferry sank. ", "REUTERS/Ada Quill", "REUTERS/Ada Quill"),
    ("The ferry sank. ", "Ada Quill/AP hide caption", "Ada Quill/AP"),
    ("The ferry sank.", "Getty Images", "Getty Images"),
    ("The ferry at dawn.", "Ada Quill—Getty Images", "Ada Quill—Getty Images"),
    ("Die Fähre im Hafen ", "/ picture alliance", "picture alliance"),
    ("Prom w porcie ", "/ Źródło: Pixabay", "Pixabay"),
    ("The crew ", "(quill11/iStock)", "quill11/iStock"),
    ("Ada Quill ", "Submitted photo", "Submitted photo"),
    ("", "Photo iStock", "iStock"),
    ("", "Foto dpa", "dpa"),
    ("", "Image source, Getty Images", "Getty Images"),
    ("The ferry ", "(All photos: Ada Quill)", "Ada Quill"),
    ("The ferry - ", "(c) Ada Quill", "Ada Quill"),
    ("항구에 있는 배. ", "[사진 출처 = 연합뉴스]", "연합뉴스"),
]

NO_CREDIT = [
    "The ferry sank off the harbour on Monday.",
    "The minister spoke of the harbour (Green Party).",
    "A new patient record (ePA)",
    "Foto: junge Frau im Wasser vor der Fähre",
    "© 2024 Harbour News. All rights reserved.",
    "Source: Harbour Office",
    "Twitter",
    "Reuters",
    "By Ada Quill / Staff Writer",
    "NASA",
    "Flickr",
    "Photo gallery",
    "Foto: Ist die Fähre weg?",
    "She follows the ferry on Flickr",
    "It is shown to (a) the mate, (b) the clerk and (c) the council",
    "The clerk sent in a photo",
    "",
]


@pytest.mark.parametrize(("before", "credit", "said"), CREDITS)
def test_a_caption_says_who_made_the_picture(before, credit, said):
    found = find_credit(before + credit)
    assert found is not None
    start, end, text = found
    assert text == said
    assert (before + credit)[start:end].strip() == credit
    assert (before + credit)[:start].strip() == before.strip()


@pytest.mark.parametrize("line", NO_CREDIT)
def test_other_lines_have_no_credit(line):
    assert find_credit(line) is None


def test_a_report_that_ends_with_its_agency_is_no_caption():
    assert find_credit("The ferry sank. " * 20 + "(ANSA)") is None


@given(st.text(max_size=200))
def test_any_line_can_be_asked_for_its_credit(line):
    found = find_credit(line)
    assert found is None or (0 <= found[0] < found[1] <= len(line) and found[2])


@pytest.mark.parametrize(("before", "credit", "said"), CREDITS)
def test_a_line_that_is_nothing_but_a_credit_is_told_from_one_that_ends_with_it(before, credit, said):
    assert credit_shape(before + credit) == (2 if before.strip(" |") else 3), said


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("More photos of the harbour", 1),
        ("The Getty pictures were not to be had", 1),
        ("港の写真を見る", 1),
        ("© 2024 Harbour News. All rights reserved.", 1),
        ("The ferry sank off the harbour on Monday.", 0),
        ("", 0),
        ("The ferry sank. " * 50 + "Photo: Ada Quill", 0),
    ],
)
def test_a_word_of_credits_in_a_line_is_a_hint(line, shape):
    assert credit_shape(line) == shape


@pytest.mark.parametrize("line", ["A" * 2000, "A/" * 1000, "Foto: " * 300, "(" * 2000, "A " * 5_000_000])
def test_hostile_lines_are_answered_at_once(line):
    start = time.process_time()
    find_credit(line)
    credit_shape(line[:700])
    assert time.process_time() - start < 1


def spans(*lines):
    """Caption spans on lines 1, 2, …; a pair gives text and label."""
    pairs = [line if isinstance(line, tuple) else (line, "caption") for line in lines]
    return [Span(number, 0, len(text), text, label, "test") for number, (text, label) in enumerate(pairs, 1)]


def test_a_caption_printed_again_is_one_caption_with_all_its_lines():
    found = captions(spans("The ferry. Source: Ferrygram.", "The ferry. Source: Ferrygram.", "Minister Ada Quill."))
    assert [(item.text, item.credit, item.lines) for item in found] == [
        ("The ferry.", "Ferrygram", (1, 2)),
        ("Minister Ada Quill.", None, (3,)),
    ]


def test_a_credit_on_its_own_line_belongs_to_the_caption_before_it():
    found = captions(
        spans(" Ferry & Harbour  (photo credit: PIER)", "Ferry & Harbour", ("(photo credit: PIER)", "credit"))
    )
    assert [(item.text, item.credit, item.lines) for item in found] == [("Ferry & Harbour", "PIER", (1, 2, 3))]


def test_captions_of_different_words_stay_apart():
    found = captions(spans("The ferry (Ada Quill/AP)", "The harbour (Ada Quill/AP)"))
    assert [item.text for item in found] == ["The ferry", "The harbour"]


def test_a_credit_without_any_caption_is_none():
    assert captions(spans(("© Reuters", "credit"))) == ()


@given(st.lists(st.text(min_size=1, max_size=40), max_size=6))
def test_each_caption_has_words_and_names_its_lines_once(lines):
    found = captions(spans(*lines))
    assert all(item.text.strip() for item in found)
    numbers = [number for item in found for number in item.lines]
    assert len(numbers) == len(set(numbers))
