"""What sites say on every page is told from what authors write, by what is said."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.label.boilerplate import NOTHING, RULES, boilerplate, told, told_by_all
from newsarchive.label.boilerplate.book import SECTIONS, read_phrases
from newsarchive.label.boilerplate.match import LONGEST_PHRASE, NOTE_PHRASES, PHRASES
from newsarchive.label.boilerplate.sieve import Sieve
from newsarchive.label.line import read_line

EXAMPLES = {
    "raw_javascript": [
        '`; document.getElementById("box").innerHTML = cont; var link = document.getElementById("pay"); if (link) { }',
        "(adsbygoogle = window.adsbygoogle || []).push({});",
        "window.dataLayer = window.dataLayer || []; function gtag(){dataLayer.push(arguments);}",
    ],
    "raw_css": [".teaser { margin: 0 auto; padding: 1em; } .teaser a { color: #fff; }"],
    "raw_json": ['{"@type": "NewsArticle", "name": "Ferry", "position": 2}'],
    "html_leftover": [
        '<div class="ad"></div>',
        "{{ title }}",
        '[caption id="a1" width="300"]',
        "{title} {title} {title}",
    ],
    "cookie_notice": [
        "We use cookies to give you the best experience on our site.",
        "Wir verwenden Cookies, um Inhalte zu personalisieren.",
        "Nous utilisons des cookies",
        "Utilizamos cookies propias y de terceros.",
        "Ta strona używa plików cookie.",
        "Мы используем файлы cookie",
        "Do Not Sell My Personal Information",
        "Cookie-Einstellungen",
    ],
    "comment_form": [
        "Your email address will not be published. Required fields are marked *",
        "Deine E-Mail-Adresse wird nicht veröffentlicht.",
        "Tu dirección de correo electrónico no será publicada.",
        "Please use the following structure: example@domain.com",
        "Name *",
        "メールアドレスが公開されることはありません。",
    ],
    "affiliate_notice": [
        "We may earn a commission when you buy through links on our site.",
        "Mit * markierte Links sind Partnerlinks.",
        "This post contains affiliate links.",
    ],
    "copyright_notice": [
        "© 2024 Lakeside Media Ltd. All rights reserved.",
        "Copyright 2019 Harbour News Group",
        "Alle Rechte vorbehalten",
        "무단 전재 및 재배포 금지",
        "© RIPRODUZIONE RISERVATA",
    ],
    "embed_notice": [
        "View this post on Instagram",
        "A post shared by Ann Roe (@annroe)",
        "An dieser Stelle finden Sie Inhalte von Drittanbietern",
    ],
    "newsletter_prompt": [
        "Sign up for our newsletter",
        "Never miss a thing",
        "Get the best stories faster with HGN breaking news updates",
        "Sign up for the Harbour Morning newsletter",
        "The Harbour Gazette Newsletter",
        "Abonnieren Sie unseren Newsletter und bleiben Sie informiert.",
        "Inscrivez-vous à notre newsletter",
        "Suscríbete a nuestro boletín",
        "Iscriviti alla newsletter",
        "Schrijf je in voor onze nieuwsbrief",
        "Подпишитесь на нашу рассылку",
        "اشترك في النشرة البريدية",
        "ニュースレター登録",
        "By signing up you agree to receive emails from us.",
    ],
    "donation_appeal": [
        "Help HGN get the facts out",
        "Support HGN",
        "The harbour is at risk - Support HGN",
        "HGN meets the flood of rumours with factual reporting. We depend on your support.",
        "Support the Harbour Gazette",
        "Jetzt spenden",
        "Faire un don",
        "Wesprzyj nas",
    ],
    "subscribe_prompt": [
        "Subscribe now",
        "Already a subscriber? Log in",
        "You have 3 free articles left this month",
        "Dieser Artikel ist nur für Abonnenten.",
        "Article réservé aux abonnés",
        "¿Ya eres suscriptor? Inicia sesión",
        "Il vous reste 62.5% de cet article à lire.",
        "この記事は有料会員限定です。",
        "Оформите подписку",
    ],
    "login_prompt": [
        "Log in / Register",
        "Forgot your password?",
        "Confirm Mail",
        "Thank you! Now check your email",
        "You are now a member of The Harbour Gazette Community! We sent you an email with a link.",
        "Passwort vergessen",
        "Iniciar sesión",
        "ログイン",
        "تسجيل الدخول",
    ],
    "app_prompt": ["Download our app", "Get it on Google Play", "Jetzt App herunterladen", "Скачать приложение"],
    "social_media_prompt": [
        "Follow us on Twitter",
        "Follow Ann Roe on X: @annroe",
        "Join our Harbour WhatsApp channel for updates on our WhatsApp channel",
        "Folgen Sie uns auf Facebook",
        "Síguenos en Instagram",
        "Подписывайтесь на наш канал в Telegram",
    ],
    "terms_notice": ["Terms of Use", "Datenschutzerklärung", "Mentions légales", "プライバシーポリシー", "Impressum"],
    "share_prompt": [
        "Share",
        "Facebook",
        "Share on WhatsApp",
        "Click to share on Facebook (Opens in new window)",
        "Artikel teilen",
        "Partager sur Facebook",
        "Compartir",
        "Udostępnij",
        "Поделиться",
        "シェアする",
        "12 shares",
    ],
    "comments": [
        "12 Comments",
        "(0) comments",
        "Leave a comment",
        "If you’d like to comment, join",
        "The Harbour Gazette Community.",
        "Join The Harbour Gazette Community",
        "Commenting is available for paying members only.",
        "Kommentare (14)",
        "Комментарии",
        "댓글쓰기",
        "Comments are closed.",
    ],
    "store_advertisement": ["Harbour Gazette Store", "Shop HGN"],
    "advertisement": [
        "ADVERTISEMENT",
        "Anzeige",
        "Publicité",
        "Article continues below advertisement",
        "Reklama",
        "広告",
        "It looks like you're using an ad blocker.",
    ],
    "machine_notice": [
        "This article was translated from Danish by a machine.",
        "Dieser Text wurde automatisch übersetzt.",
        "AI-generated summary",
    ],
    "poll_prompt": ["Rate this article", "Hat Ihnen der Artikel gefallen?", "Was this article helpful?"],
    "feedback_prompt": [
        "Got a tip?",
        "Fehler gefunden? Schreiben Sie uns.",
        "Нашли ошибку? Выделите её.",
        "Contact the author",
    ],
    "most_read": ["Most Popular", "Trending now", "Meistgelesen", "Les plus lus", "Lo más leído", "Самое читаемое"],
    "related": [
        "Related articles",
        "You may also like",
        "Das könnte Sie auch interessieren",
        "関連記事",
        "Mehr zum Thema",
    ],
    "promo": [
        "Read more: Ferry sinks off Harbourtown",
        "READ ALSO: Mayor resigns",
        "Lesen Sie auch: Fähre gesunken",
        "Lire aussi : Le port est fermé",
        "Lee también: El puerto está cerrado",
        "Читайте также: Порт закрыт",
        "Baca juga: Pelabuhan ditutup",
        "Les også: Ferja sank",
    ],
    "tag_list": [
        "Tags: ferry, harbour, mayor",
        "Filed under: Harbour",
        "#harbour #ferry #mayor",
        "Schlagworte: Hafen, Fähre",
    ],
    "reading_time": ["5 min read", "Lesezeit: 3 Minuten", "Temps de lecture : 4 min."],
    "photo_counter": ["1 of 12", "Image 3 of 8", "Bild 2 von 7"],
    "media_player": ["Play Video", "Current Time 0:00", "Listen to this article", "Video abspielen", "Loaded: 12%"],
    "language_switch": ["Français", "Türkçe", "日本語"],
    "site_credit": ["Proudly powered by WordPress", "%d bloggers like this:"],
    "masthead": ["Ansvarig utgivare: Ann Roe", "Direttore responsabile: Anna Rossi", "Главный редактор: А. Роу"],
    "archive_list": ["► November (2)", "May 2016 (14)"],
    "pagination": ["1 2 3 4 5 … 12", "1 2 3 Next"],
    "weather": ["Harbourtown 14°C", "7° / 12°"],
    "breadcrumb": ["Home > News > Harbour news of the week", "Startseite » Politik » Hafen"],
    "navigation": [
        "Skip to main content",
        "Menu",
        "Close",
        "Vis mer",
        "Mehr anzeigen",
        "Back to top",
        "Nach oben",
        "Home | Search | Contact",
        "Accueil",
        "На главную",
        "トップページへ",
        "الصفحة الرئيسية",
    ],
    "symbols": ["×", "* * *", "|"],
}

PROSE = """
The ferry left the harbour at noon with forty people on board, and the mayor waved from the pier.
She signed up for the navy at seventeen and never looked back.
Cookies were sold at the church fair, and the money went to the lifeboat crew.
He shared the letter with the council on Tuesday, according to two people who were there.
The app that the city launched last year has been downloaded 12,000 times.
Facebook said on Monday that it would close its office in Harbourtown.
Twitter users were quick to notice the missing bell.
Readers of the Gazette raised money for the lifeboat, the paper said in its newsletter.
“Follow us,” the guide said, and walked into the fog.
More than 300 people have signed the petition against the new pier.
Subscribers to the old telephone company will get their money back, a court ruled.
Share prices fell by three per cent after the accident.
Comments by the minister caused anger among fishermen.
The video shows the boat drifting towards the rocks.
Read aloud, the letter took four minutes.
Save the harbour, the children had written on their posters.
Support for the mayor has fallen to 40 per cent, a poll showed.
Donations have paid for the new lifeboat.
The copyright on the song ran out in 2019, the court held.
Home to 4,000 people, the island has no doctor.
Die Anzeige gegen den Kapitän ist bei der Polizei eingegangen, teilte die Stadt mit.
Mehr als 300 Menschen kamen am Sonntag zum Hafen, um die Fähre zu sehen.
Der Kommentar des Ministers sorgte bei den Fischern für Ärger.
Die Werbung für das neue Hotel kostete die Stadt 20.000 Euro.
Spenden für das Rettungsboot kamen aus dem ganzen Land.
Le port restera fermé jusqu'à la fin du mois, a annoncé la mairie lundi.
Les abonnés au gaz recevront une aide de cent euros.
El puerto seguirá cerrado hasta finales de mes, anunció el alcalde el lunes.
Siga o no el alcalde, el puerto abrirá en mayo.
Il porto resterà chiuso fino alla fine del mese, ha detto il sindaco.
O porto ficará fechado até o fim do mês, disse o prefeito na segunda-feira.
Havnen holder stengt ut måneden, sier ordføreren til avisa.
Port będzie zamknięty do końca miesiąca, poinformował burmistrz.
Порт останется закрытым до конца месяца, сообщил мэр в понедельник.
Liman ay sonuna kadar kapalı kalacak, dedi belediye başkanı.
سيبقى الميناء مغلقا حتى نهاية الشهر، قال رئيس البلدية يوم الاثنين.
הנמל יישאר סגור עד סוף החודש, אמר ראש העיר ביום שני.
市長は月曜日、港は月末まで閉鎖されると述べた。
市长星期一说，港口将关闭到月底。
시장은 월요일 항구가 월말까지 폐쇄된다고 말했다.
© 2012 Roe/dpa
Kermit Holm
2. The harbour
HDI (2017)
14/7
""".strip().splitlines()


def rules_of(*texts):
    lines = [read_line(number, text) for number, text in enumerate(texts, 1)]
    said = [NOTHING, *map(told, lines), NOTHING]
    return [boilerplate(line, *around) for line, *around in zip(lines, said[1:], said, said[2:], strict=False)]


def rule_of(text):
    return rules_of(text)[0]


@pytest.mark.parametrize(("rule", "text"), [(rule, text) for rule, texts in EXAMPLES.items() for text in texts])
def test_what_sites_say_is_named_by_its_rule(rule, text):
    assert rule_of(text) == rule


def test_every_rule_has_an_example_but_those_that_are_hints_alone():
    assert {rule.name for rule in RULES} - set(EXAMPLES) == {"section_menu"}


@pytest.mark.parametrize("text", PROSE)
def test_what_authors_write_is_left_alone(text):
    assert rule_of(text) is None


@pytest.mark.parametrize("path", sorted(PHRASES.glob("*.txt")), ids=lambda path: path.stem)
class TestFileOfPhrases:
    def test_it_is_named_after_a_rule(self, path):
        assert path.stem in {rule.name for rule in RULES}

    def test_each_of_its_phrases_is_found_by_some_rule_or_hints_at_one(self, path):
        for phrase in read_phrases(path):
            line = read_line(1, phrase.words)
            assert "<" in phrase.words or rule_of(phrase.words) or told(line).hints, phrase

    def test_no_phrase_is_too_long_to_be_looked_for(self, path):
        assert max(len(phrase.words) for phrase in read_phrases(path)) <= LONGEST_PHRASE

    def test_no_phrase_stands_twice_in_a_section(self, path):
        phrases = list(read_phrases(path))
        assert len(phrases) == len(set(phrases))

    def test_a_line_that_is_no_phrase_is_a_comment_or_a_section(self, path):
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("# ")
        assert all(line.startswith("# ") or line in SECTIONS or line[0] != "[" or len(line) > 6 for line in lines)


def test_a_hint_is_enough_between_two_lines_that_are_boilerplate():
    assert rules_of("Save") == [None]
    assert rules_of("Facebook", "Save", "Print")[1] == "share_prompt"


def test_a_hint_is_said_alone_and_not_in_prose():
    assert told(read_line(1, "Politik")).hints
    assert not told(read_line(1, "The ferry left the harbour at noon.")).hints


def test_what_is_said_behind_a_long_sentence_of_a_long_line_is_no_phrase():
    prose = "The ferry left the harbour at noon with forty people on board. " * 8
    notice = "We use cookies to give you the best experience on our site. "
    assert told(read_line(1, notice + prose)).site == {"cookie_notice"}
    assert not told(read_line(1, prose + notice)).site


def test_a_photo_credit_with_the_sign_is_no_copyright_notice():
    assert rule_of("© Getty Images") is None
    assert rule_of("© Ann Roe / Harbour Pictures") is None


def test_code_at_one_end_of_a_long_line_does_not_cost_the_article_in_it():
    article = "The ferry left the harbour at noon with forty people on board. " * 100
    code = "window.ads = window.ads || []; document.getElementById('x').innerHTML = ''; "
    assert rule_of(code + article) is None
    assert rule_of(code * 100) == "raw_javascript"


@pytest.mark.parametrize(
    "path", sorted((*PHRASES.glob("*.txt"), *NOTE_PHRASES.glob("*.txt"))), ids=lambda path: path.stem
)
def test_lines_say_together_what_each_says_alone(path):
    said = [phrase.words for phrase in read_phrases(path)]
    prose = "The ferry left the harbour at noon. "
    around = ["{}", "» {}!", "12 {} 3", "Harbour Gazette: {} Harbour Gazette", "{}. " + prose * 12, prose * 3 + "{}"]
    lines = [read_line(1, form.format(words)) for words in said for form in around]

    assert told_by_all(lines) == tuple(map(told, lines))


@given(st.lists(st.text(min_size=1, max_size=80).map(lambda text: read_line(1, text + "x")), max_size=8))
def test_any_lines_say_together_what_each_says_alone(lines):
    assert told_by_all(lines) == tuple(map(told, lines))


def test_a_sieve_finds_the_lines_that_hold_a_word_and_what_is_said_with_it():
    sieve = Sieve.of({"ferry": ["the ferry", "a ferry"], "訂": ["訂正"], "ab": []})
    lines = ["the ferry left", "ferryboat", "再訂正", "ab, ferry", "the harbour", "", "\U0001f6a2 ferry"]
    ferry = ("the ferry", "a ferry")

    assert list(sieve.held(lines)) == [(0, ferry), (2, ("訂正",)), (3, ()), (3, ferry), (6, ferry)]
    assert list(sieve.held([])) == []


@pytest.mark.parametrize("unit", ["a", "Read more ", "((((", "<a ", "{", "#a ", "» ", "1 ", "A. ", "ไ", "\u00ad"])
def test_a_line_of_five_megabytes_is_read(unit):
    assert rule_of(unit * (5_000_000 // len(unit))) in {None, *(rule.name for rule in RULES)}


@given(st.text(max_size=400), st.text(max_size=60), st.text(max_size=60))
def test_any_line_gets_the_name_of_a_rule_or_none(text, above, below):
    assert {*rules_of(above + "x", text + "x", below + "x")} <= {None, *(rule.name for rule in RULES)}


def test_the_real_inputs_lose_their_boilerplate_and_nothing_else(shared: Path):
    gold = yaml.safe_load((shared / "seeds" / "gold.yaml").read_text(encoding="utf-8"))
    for name, right in gold.items():
        raw = (shared / "seeds" / name).read_text(encoding="utf-8").split("\n")
        lines = [(number, text) for number, text in enumerate(raw, 1) if text.strip()]
        found = rules_of(*(text for _, text in lines))
        assert [line[0] for line, rule in zip(lines, found, strict=True) if rule] == right.get("removed", [])
