"""A fresh archive: what is laid out, and that nothing is overwritten."""

import pytest

from newsarchive.config import lay_out, load
from newsarchive.config.schema import Schema
from newsarchive.errors import InputError
from newsarchive.model import Choices, Site
from tests.command import tree, write

QUESTIONS = [
    "What it is",
    "Who made it",
    "How the texts were collected",
    "What is missing",
    "Rights and contact",
    "How to cite",
]


def test_a_fresh_archive_has_articles_a_configuration_and_a_page_about_it(tmp_path):
    made = lay_out(tmp_path / "new" / "archive")

    assert made == tuple(tmp_path / "new" / "archive" / name for name in ("articles", "config.yaml", "pages/about.md"))
    assert made[0].is_dir()
    about = made[2].read_text("utf-8")
    assert [question for question in QUESTIONS if f"## {question}\n" not in about] == []


def test_a_fresh_configuration_explains_every_key_and_means_the_defaults(tmp_path):
    lay_out(tmp_path)
    text = (tmp_path / "config.yaml").read_text("utf-8")
    config = load(tmp_path / "config.yaml")

    assert [name for name in Schema.model_fields if f"\n#{name}:" not in text] == []
    assert (config.site, config.choices) == (Site(), Choices())
    assert config.pages == tmp_path / "pages"


def test_nothing_is_overwritten_and_all_that_is_in_the_way_is_named(tmp_path):
    write(tmp_path, {"config.yaml": "title: Mine\n", "pages/about.md": "# Mine\n", "articles/a.txt": "words"})
    before = tree(tmp_path)
    with pytest.raises(InputError) as raised:
        lay_out(tmp_path)

    assert [
        str(tmp_path / name) in text
        for name, text in zip(["config.yaml", "pages"], raised.value.complaints, strict=True)
    ] == [
        True,
        True,
    ]
    assert tree(tmp_path) == before


def test_texts_that_are_there_already_stay(tmp_path):
    write(tmp_path, {"articles/a.txt": "words"})
    lay_out(tmp_path)

    assert (tmp_path / "articles" / "a.txt").read_text("utf-8") == "words"
    assert (tmp_path / "config.yaml").is_file()


def test_a_file_where_a_folder_must_be_is_said_to_be_in_the_way(tmp_path):
    write(tmp_path, {"articles": "words"})
    with pytest.raises(InputError, match="articles: is there already"):
        lay_out(tmp_path)
    write(tmp_path / "b", {"pages": "words"})
    with pytest.raises(InputError, match="cannot be written"):
        lay_out(tmp_path / "b")
