"""Related articles: by content, near-linear, and changed only where what is shared has changed."""

import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.link import card, link
from newsarchive.link import nearness as module
from newsarchive.link.terms import key_terms
from newsarchive.model import Article, Block, Problem
from newsarchive.pipeline import find_archive
from newsarchive.pipeline.records import archive_records, extract_alone
from tests.cards import archive_of, make_card

PROJECT = Path(__file__).parents[1]


def about(name, terms, **fields):
    return make_card(f"{name}.txt", headline=name, terms=tuple(terms.split()), **fields)


def related(*cards):
    """The names of the related articles of each, by its name."""
    archive = archive_of(*cards)
    names = {entry.id: entry.card.source.removesuffix(".txt") for entry in archive.entries.values()}
    return {names[entry.id]: [names[other] for other in entry.related] for entry in archive.entries.values()}


def test_articles_that_share_what_few_others_say_are_related():
    found = related(
        about("flood", "river bridge ostry dyke pumps"),
        about("repairs", "river bridge ostry dyke budget"),
        about("match", "goal referee ostry river"),
        about("recipe", "flour butter sugar"),
    )
    assert found == {"flood": ["repairs"], "repairs": ["flood"], "match": [], "recipe": []}


def test_the_nearest_come_first_and_there_are_at_most_four():
    terms = [*"abcdefghij"]
    cards = [about(f"{count}", " ".join(terms[:count])) for count in range(4, 11)]
    assert related(*cards, about("whole", " ".join(terms)))["whole"] == ["10", "9", "8", "7"]


def test_of_equals_the_first_in_the_order_of_time_comes_first_whatever_the_order_of_the_cards():
    cards = [about(name, "a b c d e f g", published=f"20{10 + number}") for number, name in enumerate("zyxwvuts")]
    found = related(*cards)
    assert found["s"] == list("zyxw")
    for seed in range(5):
        random.Random(seed).shuffle(cards)
        assert related(*cards) == found


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        ("2023-03-29", "2023-03-31", "near"),
        ("2023-03-29?", "2023-04-20", "near"),
        ("[2023-03-28..2023-03-29]", "2023-03-30", "near"),
        ("2023-03-29", "2023-06-29", "much"),
        ("2023", "2023", "much"),
        (None, None, "much"),
        ("[2023-03-29..]", "2023-03-29", "much"),
    ],
)
def test_the_same_days_bring_articles_nearer(one, other, first):
    cards = [
        about("report", "a b c d e f", published=one),
        about("near", "a b c d e", published=other),
        about("much", "a b c d e f", published="1999-01-01"),
    ]
    assert related(*cards)["report"][0] == first


def test_a_term_that_more_articles_share_than_the_cap_says_nothing():
    common = " ".join(f"common{number}" for number in range(40))
    below = [about(f"{number}", common) for number in range(127)]
    assert all(len(others) == 4 for others in related(*below).values())
    assert not any(related(*below, about("one more", common)).values())


def test_a_copy_is_never_related_and_of_copies_the_first_alone_is_listed():
    copies = [about(f"copy {number}", "a b c d", published=f"202{number}", body_hash="same") for number in range(4)]
    found = related(*copies, about("report", "a b c d e", body_hash="other"))
    assert found["report"] == ["copy 0"]
    assert all(found[name] == ["report"] for name in found if name.startswith("copy"))


def test_copies_do_not_make_a_term_common():
    copies = [about(f"copy {number:03}", "a b c d", body_hash="same") for number in range(200)]
    assert related(*copies, about("report", "a b c d"))["report"] == ["copy 000"]


def test_articles_without_a_body_are_no_copies_of_each_other():
    assert related(about("one", "a b c d"), about("two", "a b c d")) == {"one": ["two"], "two": ["one"]}


CARDS = st.lists(
    st.tuples(
        st.sets(st.sampled_from("abcdefgh"), max_size=5),
        st.sampled_from([None, "2023-03-29", "2023-03-30", "2023-04-29", "2023"]),
        st.sampled_from(["", "", "", "same", "other"]),
    ),
    min_size=1,
    max_size=12,
)
STEPS = 4  # with which a term of eight articles says nothing


def _firsts(archive):
    return [entry.card for entry in archive.entries.values() if not entry.is_copy]


def _weights(cards):
    counts = Counter(term for card in cards for term in card.terms)
    return {term: max(0, STEPS - count.bit_length()) if count > 1 else 0 for term, count in counts.items()}


@given(CARDS)
def test_another_article_changes_only_lists_of_those_that_share_a_changed_term_or_a_used_one_with_it(rows):
    cards = [
        about(f"{number}", " ".join(sorted(terms)), published=published, body_hash=body_hash)
        for number, (terms, published, body_hash) in enumerate(rows)
    ]
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("_STEPS", STEPS), ("_LEAST", 3), ("_LIKELY", 2)):
            patch.setattr(module, name, value)
        before, after = archive_of(*cards[1:]), archive_of(*cards)
    old, new = _weights(_firsts(before)), _weights(_firsts(after))
    used = {term for weights in (old, new) for term in weights if weights[term]}
    crossed = {term for term in used if old.get(term, 0) != new.get(term, 0)}
    come_or_gone = [card for card in cards if (card in _firsts(before)) != (card in _firsts(after))]
    shared = {term for card in come_or_gone for term in card.terms} & used
    moved = {entry.id for entry in after.entries.values() if entry.card in come_or_gone}
    for entry in before.entries.values():
        was, now = entry.related, after.entries[entry.id].related
        if (crossed | shared).isdisjoint(entry.card.terms):
            assert now == was
        if crossed.isdisjoint(entry.card.terms):  # all that changes is who came and who went
            stayed = list(zip(*([other for other in ids if other not in moved] for ids in (was, now)), strict=False))
            assert all(one == other for one, other in stayed)


@given(CARDS)
def test_no_list_holds_the_article_itself_a_copy_of_it_or_two_copies_of_one_text(rows):
    cards = [
        about(f"{number}", " ".join(sorted(terms)), published=published, body_hash=body_hash)
        for number, (terms, published, body_hash) in enumerate(rows)
    ]
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("_LEAST", 1), ("_LIKELY", 1)):
            patch.setattr(module, name, value)
        archive = archive_of(*cards)
    for entry in archive.entries.values():
        listed = [archive.entries[identity] for identity in entry.related]
        hashes = [other.card.body_hash for other in (entry, *listed) if other.card.body_hash]
        assert entry not in listed
        assert len(hashes) == len(set(hashes))
        assert not any(other.is_copy for other in listed)


TEXTS = {
    "ar flood": "فيضان نهر أوستري يغمر سوق المدينة. وقال عمدة أوستري إن الفيضان غمر السوق والجسر القديم، وإن السد انهار.",
    "ar dyke": "انهيار السد في أوستري. غمر الفيضان السوق، وأغلق الجسر القديم أمام سكان أوستري، كما قال العمدة.",
    "ar match": "فاز فريق برندل بالبطولة بعد مباراة طويلة، وسجل المهاجم هدفين في الشوط الثاني أمام جمهور كبير.",
    "de flood": "Hochwasser in Ostry: Der Deich an der Marl ist gebrochen, der Marktplatz steht unter Wasser. Bürgermeisterin Brandle ließ die Brücke sperren.",
    "de dyke": "Nach dem Hochwasser in Ostry wird der gebrochene Deich geflickt. Die Brücke über die Marl bleibt gesperrt, sagte Bürgermeisterin Brandle.",
    "de match": "Der Turnverein Holm gewinnt das Pokalspiel nach Verlängerung. Zwei Tore schoss Stürmer Lund, den Trainer freute die Abwehr.",
    "zh flood": "奧斯特里市發生洪水，河堤決口，舊橋封閉，市場被淹。市長布蘭德說，河堤將重建。",
    "zh dyke": "洪水過後，奧斯特里市開始修復河堤。市長布蘭德宣布舊橋繼續封閉，市場清理淤泥。",
    "zh match": "霍爾姆隊贏得足球錦標賽，前鋒隆德在加時賽射入兩球，教練稱讚後衛表現。",
}


def test_texts_of_every_language_find_those_about_the_same():
    cards = [
        make_card(
            f"{name}.txt",
            terms=key_terms(
                Article(
                    source="x",
                    sha256="0",
                    encoding="utf-8",
                    language=name[:2],
                    body=(Block("paragraph", text, 1),),
                )
            ),
        )
        for name, text in TEXTS.items()
    ]
    found = related(*cards)
    for language in ("ar", "de", "zh"):
        assert found[f"{language} flood"] == [f"{language} dyke"]
        assert found[f"{language} dyke"] == [f"{language} flood"]
        assert found[f"{language} match"] == []


@pytest.fixture(scope="module")
def samples():
    """The related articles of the sample archive: paths by path."""
    config = find_archive(PROJECT, None, None)
    articles = [article for article in archive_records(config) if not isinstance(article, Problem)]
    archive = link([card(article) for article in articles], (), config.choices)
    source = {entry.id: entry.card.source for entry in archive.entries.values()}
    return {source[entry.id]: [source[other] for other in entry.related] for entry in archive.entries.values()}


UNDATED = "000_4c1f9a7be2d05836.txt"
GERMAN = "kessenhafener-bote (de)/000_c20b7e5fa1438d96.txt"
CLOSURE = {
    UNDATED,
    GERMAN,
    "003_17d8c2ab905e4f63.txt",
    "006_4ee1ab6622488ec6.txt",
    "vennmouthpacket.example/000_6d1f83a0c95be274.txt",
    "vennmouthpacket.example/005_33df20eba7deefbb.txt",
}
FLOOD = {
    "008_0ca6d728c4bd1c95.txt",
    "marrish weekly/000_71e4c8b25fd0936a.txt",
    "vennmouthpacket.example/002_03be85d7ac914f6d.txt",
    "vennmouthpacket.example/006_076738b31d174ed8.txt",
}
ELECTION = {
    "005_2f7ce6180b9da543.txt",
    "010_fac78731521a7e06.txt",
    "vennmouthpacket.example/007_ae65f9fc5c50f90c.txt",
}
AUCTION = {
    "KEEL+CARGO/000_a5d40c97e61b38f2.txt",
    "KEEL+CARGO/002_0cb467332903a7f4.txt",
    "KEEL+CARGO/010_4c86e1fb3a9d0725.txt",
}


@pytest.mark.parametrize("event", [FLOOD, ELECTION, AUCTION], ids=["flood", "election", "auction"])
def test_the_reports_of_one_event_list_each_other_first(samples, event):
    for report in event:
        assert set(samples[report][:2]) <= event


def test_the_reports_of_the_closure_that_are_of_one_day_and_one_language_list_each_other_first(samples):
    for report in CLOSURE - {UNDATED, GERMAN}:
        assert set(samples[report][:2]) <= CLOSURE


@pytest.mark.parametrize("report", [UNDATED, GERMAN], ids=["undated", "German"])
def test_a_report_that_shares_less_with_the_others_lists_two_of_them(samples, report):
    assert len(set(samples[report][:4]) & CLOSURE) >= 2


def test_a_text_that_shares_nothing_with_any_other_has_no_related_articles(samples):
    assert samples["as-sari (ar)/000_2d97b0e5c84f1a63.txt"] == []


@pytest.mark.slow
def test_five_texts_about_one_thing_find_each_other_among_many(shared, tmp_path):
    count = 1_500  # bench/related_cost.py does it for ten thousand and more
    subprocess.run([sys.executable, shared / "bench" / "make_corpus.py", str(count), tmp_path], check=True)  # noqa: S603
    lines = (tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    cards = [made_up(json.loads(line)) for line in lines]
    seeds = [card(article) for article in extract_alone(sorted((shared / "seeds").glob("*.txt")), workers=1)]

    found = related(*cards, *seeds)

    names = {seed.source.removesuffix(".txt") for seed in seeds}
    assert len(cards) == count
    for name in names:
        assert set(found[name][:4]) == names - {name}
    assert sum(map(bool, found.values())) < len(names) + count // 100


def made_up(gold):
    article = Article(
        source=gold["path"],
        sha256="0",
        encoding="utf-8",
        language="en",
        headline=gold["headline"],
        deck=gold["deck"],
        body=tuple(Block("paragraph", text, line) for line, text in enumerate(gold["body"], 1)),
    )
    return make_card(gold["path"], terms=key_terms(article), headline=gold["headline"], published=gold["date"])
