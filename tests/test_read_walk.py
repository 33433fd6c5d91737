"""Which files of a folder are texts, and what is said of the others."""

import os
import pickle
import sys

import pytest

from newsarchive.errors import InputError
from newsarchive.model import Problem, Source
from newsarchive.read import decode, read
from tests.command import write

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs links, pipes and free file names")


def paths(reading):
    return [text.path for text in reading.texts]


def reasons(problems):
    return [(problem.reason, problem.where) for problem in problems]


def test_texts_are_found_in_every_folder_in_the_order_of_their_paths(tmp_path):
    write(tmp_path, dict.fromkeys(["b/2.TXT", "b.txt", "a.md", "b/1.text", "B/x.Markdown", "é/東京.txt"], "words"))

    assert paths(read(tmp_path)) == ["B/x.Markdown", "a.md", "b.txt", "b/1.text", "b/2.TXT", "é/東京.txt"]
    assert read(tmp_path).problems == ()


def test_hidden_files_and_a_readme_and_licence_at_the_top_are_no_articles(tmp_path):
    write(
        tmp_path, dict.fromkeys([".x.txt", ".git/y.txt", "README.md", "LICENSE.txt", "Licence", "config.yaml"], "words")
    )
    write(tmp_path, dict.fromkeys(["town/readme.txt", "license fees rise.txt"], "words"))

    assert paths(read(tmp_path)) == ["license fees rise.txt", "town/readme.txt"]
    assert read(tmp_path).problems == ()


def test_other_files_are_counted_and_not_named_one_by_one(tmp_path):
    write(tmp_path, dict.fromkeys(["a.txt", "1.pdf", "2.PDF", "x/3.pdf", "4.docx", "Makefile"], "words"))
    (problem,) = read(tmp_path).problems

    assert problem.reason == "not_texts"
    assert problem.text.endswith(": 3 .pdf, 1 .docx, 1 without an ending")


@posix
def test_links_are_followed_to_texts_inside_and_never_outside_or_round(tmp_path):
    folder = write(tmp_path / "texts", {"a.txt": "words", "town/b.txt": "words"})
    write(tmp_path, {"secret.txt": "secret", "other/c.txt": "secret"})
    (folder / "inside.txt").symlink_to(folder / "town" / "b.txt")
    (folder / "outside.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "outside.yaml").symlink_to(tmp_path / "secret.txt")
    (folder / "away").symlink_to(tmp_path / "other")
    (folder / "town" / "round").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "broken.txt").symlink_to(folder / "gone.txt")
    (folder / "picture.png").symlink_to(tmp_path / "secret.txt")
    reading = read(folder)

    assert paths(reading) == ["a.txt", "inside.txt", "town/b.txt"]
    assert reasons(reading.problems) == [
        ("outside_link", "away"),
        ("unreadable_file", "broken.txt"),
        ("outside_link", "outside.txt"),
        ("outside_link", "outside.yaml"),
        ("unreadable_file", "self.txt"),
        ("folder_link", "town/round"),
        ("not_texts", ""),
    ]


@posix
def test_a_folder_that_is_a_link_itself_is_read(tmp_path):
    write(tmp_path / "texts", {"a.txt": "words"})
    (tmp_path / "link").symlink_to(tmp_path / "texts")

    assert paths(read(tmp_path / "link")) == ["a.txt"]


@posix
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")

    assert reasons(read(tmp_path).problems) == [("no_file", "pipe.txt")]


@pytest.mark.skipif(sys.platform != "linux", reason="needs file names that are any bytes")
def test_a_file_name_that_is_no_text_is_a_problem_that_shows_it(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("words")
    (tmp_path / os.fsdecode(b"\xff")).mkdir()
    (tmp_path / "new\nline.txt").write_text("words")
    reading = read(tmp_path)

    assert paths(reading) == ["new\nline.txt"]
    assert reasons(reading.problems) == [("bad_file_name", "\\udcff"), ("bad_file_name", "caf\\udce9.txt")]


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_a_problem_that_names_it(tmp_path):
    write(tmp_path, {"a.txt": "words", "closed/b.txt": "words"})
    (tmp_path / "a.txt").chmod(0)
    (tmp_path / "closed").chmod(0)
    reading = read(tmp_path)

    assert reasons(reading.problems) == [("unreadable_folder", "closed")]
    assert decode(reading.texts[0]).reason == "unreadable_file"


def test_a_text_that_goes_while_it_is_read_is_a_problem_that_names_it(tmp_path):
    write(tmp_path, {"a.txt": "words", "b.txt": "words", "b.yaml": "headline: B"})
    reading = read(tmp_path)
    (tmp_path / "a.txt").unlink()
    (tmp_path / "b.yaml").unlink()
    gone, kept = map(decode, reading.texts)

    assert (gone.reason, gone.where) == ("unreadable_file", "a.txt")
    assert kept.text == "words"
    assert reasons(kept.problems) == [("unreadable_file", "b.yaml")]


def test_one_file_is_read_with_its_sidecar_and_without_a_table(tmp_path):
    write(tmp_path, {"a.story": "words", "a.yaml": "headline: A", "articles.csv": "path,deck\na.story,D\n"})
    (text,) = read(tmp_path / "a.story").texts

    assert [(given.field, given.value) for given in decode(text).given] == [("headline", "A")]


def test_what_is_not_there_is_an_input_error(tmp_path):
    with pytest.raises(InputError, match="nowhere: there is no such file or folder"):
        read(tmp_path / "nowhere")


def test_an_empty_folder_holds_no_texts(tmp_path):
    assert read(tmp_path).texts == ()


def test_texts_can_be_sent_to_another_process(tmp_path):
    write(tmp_path, {"a.txt": "words", "articles.csv": "path,headline\na.txt,A\n"})
    sent = pickle.loads(pickle.dumps(read(tmp_path)))  # noqa: S301  our own

    assert sent == read(tmp_path)
    assert isinstance(decode(sent.texts[0]), Source)


@pytest.mark.slow
def test_fifty_thousand_files_in_one_folder_are_found(tmp_path):
    for number in range(50_000):
        (tmp_path / f"{number}.txt").touch()
    reading = read(tmp_path)

    assert len(reading.texts) == 50_000
    assert all(isinstance(decode(text), Problem) for text in reading.texts[:10])
