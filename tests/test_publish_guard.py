"""Which output folders publish refuses, before it takes the first page."""

from pathlib import Path

import pytest

from newsarchive.errors import PublishError
from newsarchive.model import Page
from newsarchive.publish import publish, recover


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "paper" / "articles"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("text")
    return folder


def refused(output, articles, why):
    def untouched():
        pytest.fail("a page was asked for")
        yield Page("index.html", b"")

    with pytest.raises(PublishError, match=why):
        publish(untouched(), output, articles=articles)


def link(place, target):
    try:
        place.symlink_to(target, target_is_directory=True)
    except OSError:
        pytest.skip("this system lets nobody make links")
    return place


def test_the_folder_of_the_articles_is_refused(articles):
    refused(articles, articles, "this is the folder of the articles")


def test_a_folder_that_contains_the_articles_is_refused(articles, tmp_path):
    refused(articles.parent, articles, "contains the articles")
    refused(tmp_path, articles, "contains the articles")
    refused(articles.parent / "none" / "..", articles, "contains the articles")


def test_a_folder_inside_the_articles_is_refused(articles):
    refused(articles / "site", articles, "lies inside the articles")
    refused(articles / "not" / "there", articles, "lies inside the articles")
    assert [path.name for path in articles.iterdir()] == ["a.txt"]


def test_links_hide_none_of_this(articles, tmp_path):
    refused(link(tmp_path / "one", articles), articles, "this is the folder")
    refused(link(tmp_path / "two", articles.parent), articles, "contains the articles")
    refused(link(tmp_path / "three", articles) / "site", articles, "lies inside")
    home = tmp_path / "home"
    home.mkdir()
    refused(home, link(home / "texts", articles), "contains the articles")


def test_another_case_hides_none_of_this_where_the_disk_ignores_case(articles, monkeypatch):
    def same_but_for_case(one, other):
        return str(one).lower() == str(other).lower()

    monkeypatch.setattr(Path, "samefile", same_but_for_case)
    shouted = articles.parent / "ARTICLES"
    refused(shouted, articles, "this is the folder of the articles")
    refused(shouted / "site", articles, "lies inside the articles")
    refused(Path(str(articles.parent).upper()), articles, "contains the articles")


def test_the_root_of_the_disk_is_refused(articles):
    refused(Path(articles.anchor), None, "root of a disk")


def test_the_home_folder_is_refused_but_not_one_inside_it(tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    refused(tmp_path, None, "home folder")
    assert publish([Page("index.html", b"1")], tmp_path / "site", articles=None).new == 1


def test_a_file_is_refused(tmp_path):
    (tmp_path / "file").write_text("x")
    refused(tmp_path / "file", None, "file is not a folder")
    refused(tmp_path / "file" / "site", None, "file is not a folder")
    (tmp_path / ".newsarchive").write_text("x")
    refused(tmp_path, None, r"\.newsarchive must be a folder")


def test_a_link_that_leads_back_to_itself_is_refused(tmp_path):
    refused(link(tmp_path / "circle", tmp_path / "circle"), None, "circle")


def test_what_publishing_keeps_is_not_kept_behind_a_link(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "journal.json").write_text("{}")
    (tmp_path / "output").mkdir()
    link(tmp_path / "output" / ".newsarchive", tmp_path / "elsewhere")
    refused(tmp_path / "output", None, "must be a folder")
    with pytest.raises(PublishError, match="must be a folder"):
        recover(tmp_path / "output")
    (tmp_path / "output" / ".newsarchive").unlink()
    (tmp_path / "output" / ".newsarchive").mkdir()
    link(tmp_path / "output" / ".newsarchive" / "staging", tmp_path / "elsewhere")
    refused(tmp_path / "output", None, "staging must be a folder")


def test_a_folder_beside_the_articles_is_fine(articles):
    assert publish([Page("index.html", b"1")], articles.parent / "articles-site", articles=articles).new == 1


def test_recovering_makes_nothing_where_there_is_nothing(tmp_path):
    assert recover(tmp_path / "nowhere") is False
    assert list(tmp_path.iterdir()) == []
