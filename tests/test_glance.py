"""A glance at an edited text: its page as the next build makes it, as far as the last one can tell."""

import os
import sys

import pytest

from newsarchive.config import load
from newsarchive.pipeline import build
from newsarchive.pipeline.glance import Memory, get_ready, glance
from newsarchive.store import load_addresses
from tests.command import write

LAMP = "The lamp is lit\n\nBy Ada Rook\n14 March 2023\n\nThe lamp of berth four was lit on Tuesday, as it was in the days of old.\n"
FERRY = (
    "The ferry stops\n\nBy Tom Vane\n15 March 2023\n\nThe ferry will not sail again before spring, the office said.\n"
)


class Served:
    """An archive that is built, and glanced at, by one process."""

    def __init__(self, root):
        texts = {"articles/lamp.txt": LAMP, "articles/town/ferry.txt": FERRY}
        self.root = write(root, {"config.yaml": "title: Papers\n", **texts})
        self.memory = Memory()
        self.build()

    def config(self):
        return load(self.root / "config.yaml")

    def build(self):
        build(self.config(), workers=1, distrust=False, progress=lambda items, *_: iter(items), memory=self.memory)

    def put(self, name, text):
        return write(self.root, {f"articles/{name}": text}) / "articles" / name

    def glance(self, *files):
        return {page.path: page.content for page in glance(self.config(), self.memory, files)}

    def page(self, name):
        """The path of the page of a text."""
        return next(row.address for row in load_addresses(self.root / "addresses.csv") if row.path == name)

    def stands(self, path):
        return (self.root / "output" / path).read_bytes()


@pytest.fixture
def served(tmp_path):
    return Served(tmp_path / "archive")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("lamp.txt", LAMP.replace("on Tuesday", "<b>late</b> on Tuesday & again")),
        ("lamp.txt", LAMP.replace("The lamp is lit", "The lamp is out")),
        ("town/ferry.txt", f"{FERRY}\nA second paragraph says when the ferry will sail again, and for whom.\n"),
        ("lamp.yaml", "authors: [Tom Vane]\n"),
        ("lamp.txt.yaml", "headline: The lamp of berth four\n"),
    ],
)
def test_the_page_of_an_edited_text_is_the_one_that_is_built_next(served, name, text):
    path = served.page(name if "/" in name else "lamp.txt")
    before = served.stands(path)
    found = served.glance(served.put(name, text))
    served.build()
    assert list(found) == [path]
    assert found[path] != before
    assert found[path] == served.stands(path)


def test_nothing_is_written_and_nothing_remembered(served):
    edited = served.put("lamp.txt", LAMP.replace("lit", "out"))
    files = {path: path.stat().st_mtime_ns for path in served.root.rglob("*") if path.is_file()}
    served.glance(edited)
    assert {path: path.stat().st_mtime_ns for path in served.root.rglob("*") if path.is_file()} == files


def test_several_texts_are_glanced_at_and_very_many_left_to_the_build(served):
    lamp, ferry = served.put("lamp.txt", LAMP * 2), served.put("town/ferry.txt", FERRY * 2)
    assert len(served.glance(lamp, ferry, lamp)) == 2
    many = [served.put(f"{number}.txt", f"{number} {LAMP}") for number in range(9)]
    served.build()
    assert served.glance(*many) == {}


def test_there_is_no_page_of_what_the_last_build_did_not_have_and_of_what_is_none(served):
    assert served.glance(served.put("new.txt", LAMP)) == {}
    assert served.glance(served.root / "articles" / "away.txt", served.root / "config.yaml", served.root.parent) == {}
    assert served.glance(served.put("lamp.txt", f"---\ndraft: true\n---\n{LAMP}")) == {}
    (served.root / "articles" / "lamp.txt").unlink()
    assert served.glance(served.root / "articles" / "lamp.txt") == {}
    (served.root / "articles" / "lamp.txt").write_bytes(bytes(range(256)) * 8)
    assert served.glance(served.root / "articles" / "lamp.txt") == {}


def test_before_a_build_nothing_is_known(served):
    served.memory = Memory()
    assert served.glance(served.put("lamp.txt", LAMP * 2)) == {}


def test_a_site_that_stands_as_it_should_is_known_too(served):
    served.memory = Memory()
    served.build()
    assert len(served.glance(served.put("lamp.txt", LAMP * 2))) == 1


def test_what_it_takes_is_loaded_once_and_whatever_is_wrong_is_no_matter(served, monkeypatch):
    glances = []
    module = sys.modules[get_ready.__module__]
    monkeypatch.setattr(module, "glance", lambda *told: glances.append(told) or 1 / 0)
    nothing = Memory()
    get_ready(served.config(), nothing)
    assert (glances, nothing.is_ready) == ([], False)
    for _ in range(2):
        get_ready(served.config(), served.memory)
    ((_, memory, (file,)),) = glances
    assert memory is served.memory
    assert file.is_file()


def test_other_choices_and_a_table_wait_for_the_build(served):
    edited = served.put("lamp.txt", LAMP * 2)
    assert served.glance(edited)
    table = served.put("Articles.csv", "path,outlet\nlamp.txt,The Lamp\n")
    assert served.glance(edited) == {}
    table.unlink()
    write(served.root, {"config.yaml": "title: Other papers\n"})
    assert served.glance(edited) == {}


@pytest.mark.skipif(os.name == "nt", reason="Windows lets not everybody make links")
def test_no_link_is_followed(served, tmp_path):
    write(tmp_path, {"secret.yaml": "headline: Secret\n", "secret.txt": "Secret\n\nA secret text of many words.\n"})
    (served.root / "articles" / "lamp.yaml").symlink_to(tmp_path / "secret.yaml")
    assert served.glance(served.put("lamp.txt", LAMP * 2)) == {}
    (served.root / "articles" / "lamp.yaml").unlink()
    (served.root / "articles" / "lamp.txt").unlink()
    (served.root / "articles" / "lamp.txt").symlink_to(tmp_path / "secret.txt")
    assert served.glance(served.root / "articles" / "lamp.txt") == {}
