"""What a query says, and how the controls beside the field write it."""

import json

import pytest

from tests.page_scripts import run

SHOWN = """parsed(text, false).map((group) => group.map(({ not, field, words, isPrefix }) =>
    `${not ? "-" : ""}${field}${field && ":"}${words.join("+")}${isPrefix ? "*" : ""}`).join(" | "))"""


def shown(*queries):
    return run(SHOWN, queries)


def test_words_phrases_alternatives_and_what_is_not_wanted():
    assert shown("ferry storm", '"old ferry" storm', "ferry OR boat storm", '-ferry -"old boat"', "or OR and") == [
        ["ferry", "storm"],
        ["old+ferry", "storm"],
        ["ferry | boat", "storm"],
        ["-ferry", "-old+boat"],
        ["or | and"],
    ]


def test_fields():
    assert shown('outlet:"The Lamp" author:Rook from:2019-03 to:2021', "title:ferry date:none lang:de in:removed") == [
        ["outlet:the+lamp", "author:rook", "from:2019+03", "to:2021"],
        ["title:ferry", "date:none", "lang:de", "in:removed"],
    ]


def test_beginnings():
    assert shown("embass*", "-embass*", '"embass*"', "title:emb*", "co-op*") == [
        ["embass*"],
        ["-embass*"],
        ["embass"],
        ["title:emb*"],
        ["co+op*"],
    ]


def test_what_looks_like_syntax_and_is_none():
    assert shown("http://a.example", "OR", "ferry OR", "OR ferry", '"', "- & *", "don’t", "東京都", 'say "no') == [
        ["http+a+example"],
        ["or"],
        ["ferry"],
        ["or", "ferry"],
        [],
        [],
        ["don+t"],
        ["東京+京都"],
        ["say", "no"],
    ]


def test_the_last_word_may_go_on_while_one_types():
    typing = "parsed(text, true).flat().map(({ isPrefix }) => isPrefix)"
    assert run(typing, ["old ferr", "old ferr ", '"old ferr', "old f", "outlet:lam"]) == [
        [False, True],
        [False, False],
        [False],
        [False, False],
        [False],
    ]


@pytest.mark.parametrize(
    ("control", "value", "query"),
    [
        ("phrase", "old ferry", '"old ferry"'),
        ("any", "boat ferry", "boat OR ferry"),
        ("without", "boat ferry", "-boat -ferry"),
        ("begins", "embass", "embass*"),
        ("title", "old ferry", "title:old title:ferry"),
        ("outlet", "The Lamp", 'outlet:"The Lamp"'),
        ("author", "Rook", "author:Rook"),
        ("from", "2019-03", "from:2019-03"),
        ("to", "2021", "to:2021"),
        ("date", "none", "date:none"),
        ("lang", "de", "lang:de"),
        ("in", "removed", "in:removed"),
    ],
)
def test_each_control_writes_what_it_reads_and_can_take_it_away(control, value, query):
    change = f"""(() => {{
        const made = changed(parsed("storm", false), {json.dumps(control)}, text);
        return [made, shownIn({json.dumps(control)}, parsed(made, false)), changed(parsed(made, false), {json.dumps(control)}, "")];
    }})()"""
    assert run(change, [value]) == [[f"storm {query}", value, "storm"]]


def test_the_nearest_word():
    far = "distance([...text.split(' ')[0]], [...text.split(' ')[1]], 2)"
    assert run(far, ["ferry ferry", "ferry fery", "ferry frery", "ferry merry", "ferry boats"]) == [0, 1, 1, 1, None]


def test_days():
    days = "[dayOf(text, false), dayOf(text, true)]"
    assert run(days, ["2019-03", "2020-02", "2019-03-05", "0001"]) == [
        [737119, 737149],
        [737456, 737484],
        [737123, 737123],
        [1, 365],
    ]
