"""The language of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.extract.body import body
from newsarchive.model import Given, Source, Span
from newsarchive.text.language import guess_language, other_language

SENTENCES = {
    "en": "The ferry was late and the harbour had been closed for most of the day, but nobody was hurt.",
    "de": "Die Fähre kam zu spät und der Hafen war den ganzen Tag geschlossen, aber niemand wurde verletzt.",
    "fr": "Le bac est arrivé en retard et le port est resté fermé toute la journée, mais il n'y a pas de blessés.",
    "es": "El transbordador llegó tarde y el puerto estuvo cerrado todo el día, pero no hubo heridos en la ciudad.",
    "pt": "A balsa chegou atrasada e o porto ficou fechado todo o dia, mas não houve feridos na cidade.",
    "it": "Il traghetto è arrivato in ritardo e il porto è rimasto chiuso per tutto il giorno, ma non ci sono feriti.",
    "nl": "De veerboot kwam te laat en de haven was de hele dag gesloten, maar er is niemand gewond geraakt.",
    "sv": "Färjan var försenad och hamnen var stängd hela dagen, men det är ingen som har skadats i olyckan.",
    "da": "Færgen var forsinket, og havnen var lukket hele dagen, men ingen er kommet til skade, siger politiet nu.",
    "fi": "Lautta myöhästyi ja satama oli suljettu koko päivän, mutta kukaan ei ole loukkaantunut, sanoo poliisi.",
    "pl": "Prom się spóźnił, a port był zamknięty przez cały dzień, ale nikt nie został ranny, jak podaje policja.",
    "cs": "Trajekt měl zpoždění a přístav byl celý den zavřený, ale nikdo se při tom nezranil, řekl mluvčí.",
    "hu": "A komp késett, és a kikötő egész nap zárva volt, de senki nem sérült meg, mondta a rendőrség.",
    "tr": "Vapur gecikti ve liman bütün gün kapalı kaldı, ama kimse yaralanmadı, dedi polis ve çok sayıda kişi bekledi.",
    "ru": "Паром опоздал, и порт был закрыт весь день, но никто не пострадал, как сообщили в полиции.",
    "uk": "Пором запізнився, і порт був зачинений увесь день, але ніхто не постраждав, як повідомили у поліції.",
    "el": "Το πλοίο καθυστέρησε και το λιμάνι έμεινε κλειστό όλη την ημέρα.",
    "he": "המעבורת איחרה והנמל היה סגור כל היום, אבל לא היו נפגעים, כך אמרה המשטרה של העיר.",
    "ar": "تأخرت العبارة وكان الميناء مغلقا طوال اليوم، لكن لم يصب أحد في الحادث الذي وقع في المدينة.",
    "fa": "کشتی دیر رسید و بندر تمام روز بسته بود، اما کسی در این حادثه که در شهر رخ داد آسیب ندید.",
    "hi": "नाव देर से आई और बंदरगाह पूरे दिन बंद रहा, लेकिन किसी को चोट नहीं लगी है, पुलिस ने कहा कि जांच हो रही है।",
    "ja": "フェリーは遅れ、港は一日中閉鎖されたが、けが人はいなかった。",
    "zh": "渡轮晚点，港口关闭了一整天，但无人受伤。警方正在调查。",
    "ko": "여객선이 늦었고 항구는 하루 종일 폐쇄되었지만 다친 사람은 없었다.",
    "th": "เรือเฟอร์รี่มาช้าและท่าเรือปิดทั้งวัน แต่ไม่มีใครได้รับบาดเจ็บ",
    "vi": "Phà đến muộn và cảng đã đóng cửa cả ngày, nhưng không có ai bị thương trong vụ này, cảnh sát cho biết.",
    "id": "Feri itu terlambat dan pelabuhan ditutup sepanjang hari, tetapi tidak ada yang terluka, kata polisi di kota itu.",
    "sw": "Kivuko kilichelewa na bandari ilifungwa kwa siku nzima, lakini hakuna mtu aliyeumia, alisema polisi wa mji huo.",
}


@pytest.mark.parametrize(("language", "text"), SENTENCES.items())
def test_one_sentence_is_enough(language: str, text: str):
    assert guess_language(text) == language


@pytest.mark.parametrize("text", ["", "12 345", "Lethmark", "https://kessenport.example/a/b", "♥ ♦ ♣", "Feb. 3"])
def test_what_is_too_short_or_no_language_has_none(text: str):
    assert guess_language(text) is None


def test_a_menu_in_english_does_not_make_a_german_text_english():
    menu = "\n".join(["Home", "About us", "Sign up for the newsletter", "Terms and conditions"] * 20)
    assert guess_language(f"{menu}\n" + "\n".join([SENTENCES["de"]] * 30)) == "de"


@given(st.text(max_size=3000))
def test_any_text_gives_a_short_code_or_none(text: str):
    language = guess_language(text)
    assert language is None or 2 <= len(language) <= 3


LONG = {language: f"{text} {text}" for language, text in SENTENCES.items()}


@pytest.mark.parametrize(
    "language", ["de", "fr", "es", "it", "nl", "pl", "ru", "el", "ar", "ja", "zh", "ko", "tr", "vi"]
)
def test_a_paragraph_in_another_language_than_its_article_is_told(language: str):
    text = LONG[language] if len(LONG[language]) >= 100 else LONG[language] * 2
    assert other_language(text, "en") == language


@pytest.mark.parametrize("language", sorted(LONG))
def test_a_paragraph_in_the_language_of_its_article_is_not_another(language: str):
    assert other_language(LONG[language], language) is None


@pytest.mark.parametrize(
    "text",
    [
        SENTENCES["de"][:60],
        "Quarrow 12, Skerrow 3; Ada Quill, Tom Roe, Nell Tarrow, Rafe Dunnick, Odile Marée, Käthe Ößler, Jan Kowal, Ole Berg",
        f"{SENTENCES['de']} That is what the mate said, and the clerk of the harbour was not there to hear it.",
    ],
    ids=["short", "names", "a quotation with its speaker"],
)
def test_where_it_is_not_sure_a_paragraph_is_in_the_language_of_its_article(text: str):
    assert other_language(text, "en") is None


def test_names_in_han_characters_do_not_make_a_paragraph_of_a_japanese_article_chinese():
    assert other_language("佐藤渚、鈴木海、田中港、山本船、" * 10, "ja") is None


def paragraphs(*texts: str, **more: object) -> list[str | None]:
    spans = [Span(line, 0, len(text), text, "paragraph", "test") for line, text in enumerate(texts, 1)]
    return [block.language for block in body(Source("a.txt", "\n".join(texts), "utf-8", "", **more), spans)]


def test_a_block_names_its_language_where_it_differs_from_the_articles():
    assert paragraphs(LONG["en"], LONG["de"], *[LONG["en"]] * 3) == [None, "de", None, None, None]


def test_what_a_person_says_of_the_language_goes_for_the_paragraphs_too():
    given = (Given("language", "de-AT", "front matter"),)
    assert paragraphs(LONG["en"], LONG["de"], LONG["en"], given=given) == ["en", None, "en"]


def test_no_paragraph_names_a_language_where_that_of_the_article_is_unknown():
    assert paragraphs("12 345", "Feb. 3") == [None, None]
