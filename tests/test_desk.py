"""The desk: what a page of review/ offers settles what it is offered for, and a text that changed under it is back."""

import html
import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from newsarchive import pipeline
from newsarchive.config import load
from newsarchive.render.doubts import reason_path
from newsarchive.render.strength import FIELD_OF
from newsarchive.render.words import load_words
from tests.findings import LINKS, findings

BODY = """\
The ferry that has tied Quarrow to its islands since the herring years made its last crossing before a silent crowd.

“We carried brides and coffins on the same deck,” said Odalys Brenn, who has steered the boat for nineteen years.

The council voted eleven to four for the bridge, whose cost has grown from 40 to 61 million crowns since the first plan.

Work on the piers begins in the spring, the harbour master said, and the first cars are to cross before the winter."""
HEADLINE, BYLINE, DATE = "Council votes for the new bridge", "By Maren Oduya", "29 March 2023"

# A text for each reason, with the sidecar that it is about where it is about one.
TEXTS = {
    "no_date": f"{HEADLINE}\n{BYLINE}\n\n{BODY}",
    "contradicting_dates": f"{HEADLINE}\n{BYLINE}\nPosted Monday, December 18, 2023\nPublished 19 December 2023\n\n{BODY}",
    "ambiguous_date": f"{HEADLINE}\n{BYLINE}\n03/04/2023\n\n{BODY}",
    "date_outside_period": f"{HEADLINE}\n{BYLINE}\n29 March 2003\n\n{BODY}",
    "date_inferred": f"{HEADLINE}\n{BYLINE}\n\nQUARROW, March 7 — {BODY}\n\nPhoto taken in 2023 by the harbour office.",
    "no_outlet": f"{HEADLINE}\n{BYLINE}\n{DATE}\n\n{BODY}",
    "outlet_inferred": f"{HEADLINE}\n{BYLINE}\n{DATE}\n\n{BODY}\n\nSign up for The Harbour Lamp newsletter",
    "no_byline": f"{HEADLINE}\n{DATE}\n\n{BODY}",
    "byline_inferred": f"{HEADLINE}\nXola Ndabeni\n\n{BODY}",
    "no_headline": BODY,
    "no_body": f"{HEADLINE}\n{BYLINE}\n{DATE}\n\nShare this story with your friends",
    "doubtful_lines": f"{HEADLINE}\nHome\nNews",  # where nothing is like a body, what is left is kept, in doubt
    "changed_text": f"{HEADLINE}\n{BYLINE}\n{DATE}\n\n{BODY}",
    "bad_yaml": f"{HEADLINE}\n{BYLINE}\n{DATE}\n\n{BODY}",
    "bad_value": f"{HEADLINE}\n{BYLINE}\n{DATE}\n\n{BODY}",
}
SIDECARS = {
    "changed_text": f"section: Harbour\nfor: {'0' * 16}\n",
    "bad_yaml": "headline: [A\n",
    "bad_value": "section: Harbour\npublished: some day\n",
}
# What nobody can settle by a sidecar of ours: a file is to be mended by hand.
BY_HAND = {
    "doubtful_bytes": "saved as UTF-8",
    "unknown_field": "the line taken out",
    "stated_twice": "one of the two taken out",
    "unreadable_file": "the file opened to the program",
}
# Found in texts that were labelled by somebody else's program alone: a build states each headline that it finds.
NEVER_BUILT = {"headline_inferred"}
FILLED = {
    "published": "2023-05-05",
    "authors": '["Ada Rook"]',
    "outlet": "The Harbour Lamp",
    "headline": "A bridge for Quarrow",
}


class Offer(NamedTuple):
    """What an entry of the desk says: all its words, what it offers, its lines by number and anchor."""

    words: str
    says: str
    text: str
    lines: tuple[tuple[str, str], ...]


class Desk:
    """An archive in a folder, and what its pages of review/ say."""

    def __init__(self, root: Path, **choices: object) -> None:
        self.root = root
        chosen = {"period": {"from": "2023-01-01", "to": "2023-12-31"}, "collected": "2023-12-31", **choices}
        (root / "articles").mkdir(parents=True)
        (root / "config.yaml").write_text(yaml.safe_dump(chosen), "utf-8")

    def write(self, name: str, content: str) -> None:
        (self.root / "articles" / name).write_text(content, "utf-8")

    def read(self, name: str) -> str:
        return (self.root / "articles" / name).read_text("utf-8")

    def build(self) -> dict[tuple[str, str], Offer]:
        """Builds, and gives each entry of the desk by its reason and the name of its file."""
        config = load(self.root / "config.yaml")
        pipeline.build(config, workers=1, distrust=False, progress=lambda items, *_: iter(items))
        found = {}
        for page in sorted((self.root / "output" / "review").rglob("*.html")):
            reason = page.relative_to(self.root / "output" / "review").parts[0].removesuffix(".html").replace("-", "_")
            for entry in page.read_text("utf-8").split('<li class="entry">')[1:]:
                file = re.search(r'<p class="file">.*?<code>(.*?)</code>', entry)[1]
                says = re.search(r'<p class="settling">(.*?)</p>', entry)
                text = re.search(r'<pre class="settling"[^>]*>(.*?)</pre>', entry, re.DOTALL)
                words = html.unescape(re.sub("<[^>]*>", "", entry))
                offered = (html.unescape(one[1]) if one else "" for one in (says, text))
                lines = re.findall(r'<li><a href="[^"]*#(L\d+)">line (\d+)</a> <q[^>]*>.+?</q></li>', entry)
                found[reason, html.unescape(file)] = Offer(words, *offered, tuple(lines))
        return found

    def take(self, offer: Offer) -> str:
        """Does what an entry says, and fills in what is left empty. Gives the name of the sidecar."""
        text = "\n".join(map(_filled, offer.text.split("\n")))
        name = re.search(r"[\w.-]+\.ya?ml", offer.says)[0]
        file = self.root / "articles" / name
        if found := re.search(r"instead of line (\d+)", offer.says):
            lines = file.read_text("utf-8").split("\n")
            lines[int(found[1]) - 1] = text
            text = "\n".join(lines)
        elif offer.says.startswith("Add"):
            text = f"{file.read_text('utf-8')}{text}\n"
        else:
            assert file.exists() == ("instead" in offer.says), offer.says
        file.write_text(text, "utf-8")
        return name


def _filled(line: str) -> str:
    field, _, value = line.partition(":")
    return f"{field}: {FILLED[field]}" if field in FILLED and not value.partition("#")[0].strip() else line


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    made = Desk(tmp_path_factory.mktemp("desk") / "archive")
    for name, text in TEXTS.items():
        made.write(f"{name}.txt", f"{text}\n")
    for name, text in SIDECARS.items():
        made.write(f"{name}.yaml", text)
    return made


@pytest.fixture(scope="module")
def story(desk):
    """The desk as it stands; when all that it offers was done, once a reason; and when all these texts changed."""
    before = desk.build()
    assert [found for found in findings(desk.root / "output", *LINKS) if found.page.startswith("review/")] == []
    for reason in TEXTS:
        desk.take(before[reason, f"{reason}.txt"])
    after = desk.build()
    for reason in TEXTS:
        desk.write(f"{reason}.txt", f"{desk.read(f'{reason}.txt')}\nThe ferry is to be sold.\n")
    return before, after, desk.build()


def test_every_reason_is_told_here():
    assert TEXTS.keys() | BY_HAND.keys() | NEVER_BUILT == set(load_words("en").table["problems"])


@pytest.mark.parametrize("reason", TEXTS)
def test_what_an_entry_offers_settles_it(story, reason):
    before, after, _ = story
    assert (reason, f"{reason}.txt") in before
    assert (reason, f"{reason}.txt") not in after


@pytest.mark.parametrize("reason", TEXTS)
def test_what_an_entry_offers_brings_nothing_else_onto_the_desk(story, reason):
    before, after, _ = story
    known = {"no_byline"} if reason == "no_headline" else set()  # a headline that is given is none of the paragraphs
    of = [{key for key, file in entries if file == f"{reason}.txt"} for entries in (before, after)]
    assert of[1] - of[0] <= known


@pytest.mark.parametrize("reason", TEXTS)
def test_when_the_text_changes_the_entry_is_back_and_says_so(story, reason):
    back = story[2]["changed_text", f"{reason}.txt"]
    assert "the text under this correction has changed" in back.words
    assert re.fullmatch("for: [0-9a-f]{16}", back.text)


def test_what_came_back_is_settled_by_the_new_hash(desk, story):
    for reason in TEXTS:
        desk.take(story[2]["changed_text", f"{reason}.txt"])
    assert "changed_text" not in {reason for reason, _ in desk.build()}


@pytest.mark.parametrize("reason", [reason for reason in TEXTS if reason not in SIDECARS])
def test_an_entry_shows_the_lines_that_speak(story, reason):
    lines = story[0][reason, f"{reason}.txt"].lines
    assert lines
    assert all(anchor == f"L{number}" for anchor, number in lines)


def test_what_is_to_be_mended_by_hand_is_gone_when_it_is(tmp_path):
    made = Desk(tmp_path / "archive")
    raw = f"{HEADLINE}\n{BYLINE}\n{DATE}\n\n{BODY}\n\nLe café, déjà fermé, était plein d’élèves — à côté.\n".encode()
    (made.root / "articles" / "bytes.txt").write_bytes(raw.replace("élèves".encode(), b"\xe9l\xc3\xa8ves"))
    for name, text in {"unknown_field": "outlett: x\n", "stated_twice": "section: A\nsection: B\n"}.items():
        made.write(f"{name}.txt", TEXTS["no_outlet"])
        made.write(f"{name}.yaml", text)
    before = made.build()
    found = {reason for reason, _ in before} & BY_HAND.keys()
    assert found == {"doubtful_bytes", "unknown_field", "stated_twice"}
    assert {offer.text for (reason, _), offer in before.items() if reason in found} == {""}
    (made.root / "articles" / "bytes.txt").write_bytes(raw)
    made.write("unknown_field.yaml", "")
    made.write("stated_twice.yaml", "section: A\n")
    assert {reason for reason, _ in made.build()} & BY_HAND.keys() == set()


def test_a_sidecar_that_stands_there_is_added_to(tmp_path):
    made = Desk(tmp_path / "archive")
    made.write("a.txt", TEXTS["doubtful_lines"])
    made.write("a.txt.yaml", "section: Harbour\nlines: {2: removed}\n")
    before = made.build()
    outlet, lines = before["no_outlet", "a.txt"], before["doubtful_lines", "a.txt"]
    assert outlet.says == "Add this to a.txt.yaml, which stands beside the text:"
    assert lines.says == "In a.txt.yaml, write this instead of what stands there under lines:"
    assert lines.text == "lines:\n  2: removed\n  3: paragraph"
    assert made.take(outlet) == "a.txt.yaml"
    after = made.build()
    assert ("no_outlet", "a.txt") not in after
    made.write("a.txt.yaml", made.read("a.txt.yaml").replace("lines: {2: removed}", lines.text))
    assert ("doubtful_lines", "a.txt") not in made.build()


def test_a_text_of_which_nothing_may_be_an_article_is_made_a_draft(tmp_path):
    made = Desk(tmp_path / "archive")
    made.write("a.txt", f"{HEADLINE}\n{BYLINE}\n{DATE}\n")
    offer = made.build()["no_body", "a.txt"]
    assert offer.text.startswith("draft: true\nfor: ")
    made.take(offer)
    assert made.build() == {}


def test_a_sidecar_of_two_texts_of_one_name_says_which_is_meant(tmp_path):
    made = Desk(tmp_path / "archive")
    made.write("quay.txt", TEXTS["no_outlet"])
    made.write("quay.md", f"# Fog\n\n{BODY}\n")
    before = made.build()
    assert {made.take(before["no_outlet", name]) for name in ("quay.txt", "quay.md")} == {
        "quay.txt.yaml",
        "quay.md.yaml",
    }
    assert "no_outlet" not in {reason for reason, _ in made.build()}


@pytest.mark.parametrize("reason", ["no_date", "no_outlet", "no_byline", "no_headline"])
def test_that_there_is_none_settles_what_was_not_found(tmp_path, reason):
    made = Desk(tmp_path / "archive", url="https://papers.example/")
    made.write("a.txt", f"{TEXTS[reason]}\n")
    field, told = FIELD_OF[reason], "the sidecar says that there is none"
    assert (reason, "a.txt") in made.build()
    remedy = (made.root / "output" / reason_path(reason)).read_text("utf-8")
    assert f"{field}: none" in remedy
    made.write("a.yaml", f"{field}: none\n")
    assert (reason, "a.txt") not in made.build()
    page = next((made.root / "output" / "articles").glob("*.html")).read_text("utf-8")
    assert (f"Given: {told}" in page) == (field != "headline")  # the place of the headline says so itself
    assert findings(made.root / "output") == []
    record = json.loads(next((made.root / "output" / "data" / "records").glob("*.jsonl")).read_text("utf-8"))
    assert (not record[field], record["evidence"][field]["certainty"], record["evidence"][field]["why"]) == (
        True,
        "given",
        told,
    )


@pytest.mark.parametrize("field", ["outlet", "published", "authors", "headline"])
def test_that_there_is_none_goes_before_what_the_text_says(tmp_path, field):
    made = Desk(tmp_path / "archive")
    made.write(
        "a.txt", f"The Harbour Lamp\n\n{HEADLINE}\n{BYLINE}\n{DATE}\n\n{BODY}\n\nSubscribe to The Harbour Lamp\n"
    )
    made.write("a.yaml", f"{field}: none\n")
    made.build()
    record = json.loads(next((made.root / "output" / "data" / "records").glob("*.jsonl")).read_text("utf-8"))
    assert not record[field]
