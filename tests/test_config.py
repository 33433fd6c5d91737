"""config.yaml: what it says, and what is said of one that cannot be followed."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.config import Config, load, plain
from newsarchive.config.explain import explained
from newsarchive.config.schema import Schema
from newsarchive.config.yaml_lines import parse_yaml
from newsarchive.errors import ConfigError
from newsarchive.model import Authors, Choices, Edition, Outlet, Phrases, Site
from tests.command import ROOT, write

EXAMPLES = Path(__file__).parent / "config"


def complaints(folder, text):
    write(folder, {"config.yaml": text})
    with pytest.raises(ConfigError) as raised:
        load(folder / "config.yaml")
    return list(raised.value.complaints)


def test_every_key_reaches_the_values_that_the_stages_take(tmp_path):
    write(
        tmp_path,
        {"config.yaml": (EXAMPLES / "whole.yaml").read_bytes(), "texts/a.txt": "", "mine/a": "", "pages/a": ""},
    )
    edition = Edition(text="excerpt", words=40, review_pages=True)

    assert load(tmp_path / "config.yaml") == Config(
        file=tmp_path / "config.yaml",
        root=tmp_path,
        site=Site(
            title="007",
            description="Papers of a harbour town",
            url="https://example.org/archive/",
            collected="2023-12-31",
            period=("2019-01-01", "2019-01-01"),
            rights="All rights with the outlets.",
            contact="archive@example.org",
            coverage="Two weeklies.",
            robots="index, nofollow",
            is_working_copy=False,
            has_search=False,
            listing_size=20,
            edition=edition,
            editions=(
                ("The Gazette", Edition(text="full", words=10, review_pages=True)),
                ("The Herald", Edition(text="excerpt", words=40, review_pages=True, data_files=False)),
            ),
        ),
        choices=Choices(
            outlets=(
                Outlet("The Gazette", ("Gazette", "No"), ("gazette", "2023/*-gazette.txt")),
                Outlet("The Packet"),
                Outlet("The Herald"),
            ),
            phrases=(
                Phrases(("Read more in our app", "/(?i)sign up/")),
                Phrases(("/^Advert: /",), (), "The Gazette"),
                Phrases((), ("Letters to the editor",), "The Packet"),
            ),
            collected="2023-12-31",
            period=("2019-01-01", "2019-01-01"),
            timezone="Europe/Berlin",
            authors=Authors((("Ada Rook", ("A. Rook", "Ada B. Rook")), ("Bo Quill", ())), ("Jose Pena",)),
        ),
        articles=tmp_path / "texts",
        output=tmp_path / "../site",
        templates=tmp_path / "mine",
        pages=tmp_path / "pages",
    )


def test_every_complaint_is_told_at_once_with_line_key_and_what_was_expected(tmp_path):
    told = complaints(tmp_path, (EXAMPLES / "wrong.yaml").read_text("utf-8"))

    assert told == (EXAMPLES / "wrong.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: A: B\n", "config.yaml:1: cannot be read as YAML: mapping values are not allowed here"),
        ("title: A\n- b\n", "config.yaml:2: cannot be read as YAML: "),
        (
            "keep: &a [x]\nleave_out: *a\n",
            "config.yaml:2: cannot be read as YAML: *a stands for another value; write that value",
        ),
        ("title: " + "[" * 2000, "config.yaml:1: cannot be read as YAML: it is nested too deep"),
        ("[a]: b\n", "config.yaml:1: cannot be read as YAML: a key must be a word"),
        (
            "title: x\noutlets:\n  - name: A\n  - name: a\n",
            "config.yaml:2: outlets: expected each outlet once, but A, a are the same",
        ),
        (
            "authors:\n  A. Rook: [Ada]\n  Ann: [a. rook]\n",
            'config.yaml:1: authors: expected each spelling under one name, but "a. rook" belongs to A. Rook and to Ann: take',
        ),
        (
            "authors: {Ada: [A. Rook]}\nauthors_apart:\n  - Bo\n  - a. rook\n",
            "config.yaml:4: authors_apart[2]: expected a spelling that authors does not put together with Ada: take it out",
        ),
        ("- a\n", "config.yaml:1: the file: expected keys and values, found a list"),
        ("title: \x07\n", "config.yaml:1: cannot be read as YAML: "),
    ],
)
def test_a_file_that_is_no_configuration_is_one_complaint(tmp_path, text, expected):
    (told,) = complaints(tmp_path, text)

    assert told.startswith(expected)


def test_a_file_that_is_not_utf_8_or_not_there_is_said_to_be_so(tmp_path):
    assert complaints(tmp_path, "title: Café\n".encode("cp1252")) == [
        "config.yaml: is not UTF-8 (byte 10): save it as UTF-8"
    ]
    with pytest.raises(ConfigError, match=r"nowhere\.yaml: cannot be read"):
        load(tmp_path / "nowhere.yaml")


@pytest.mark.parametrize("text", ["", "# nothing\n", "\ufefftitle:\npublish:\n", "---\n{}\n"])
def test_an_empty_configuration_means_the_defaults(tmp_path, text):
    write(tmp_path, {"config.yaml": text})
    config = load(tmp_path / "config.yaml")

    assert (config.site, config.choices) == (Site(), Choices())
    assert (config.articles, config.output) == (tmp_path / "articles", tmp_path / "output")
    assert (config.templates, config.pages) == (None, None)
    assert config.is_archive


def test_a_folder_of_texts_needs_no_configuration(tmp_path):
    config = plain(tmp_path / "texts")

    assert (config.site, config.choices, config.is_archive) == (Site(), Choices.none, False)
    assert (config.articles, config.output) == (tmp_path / "texts", tmp_path / "texts-site")


def test_an_output_that_is_named_on_the_command_line_counts(tmp_path, monkeypatch):
    write(tmp_path, {"config.yaml": "output: elsewhere\n"})
    monkeypatch.chdir(tmp_path)

    assert load(Path("config.yaml"), output=Path("site")).output == tmp_path / "site"
    assert plain(Path(), output=Path("site")).output == tmp_path / "site"


def test_the_sample_archives_configuration_explains_every_key_and_can_be_followed():
    text = (ROOT / "config.yaml").read_text("utf-8")

    assert text == explained(parse_yaml(text)[0])
    assert load(ROOT / "config.yaml").articles == ROOT / "articles"


def test_every_default_can_be_uncommented(tmp_path):
    lines = explained({}).splitlines()
    uncommented = "\n".join(re.sub("^#(?! [^ ])", "", line) for line in lines)
    write(tmp_path, {"config.yaml": uncommented})
    keys, _ = parse_yaml(uncommented)

    assert list(keys) == list(Schema.model_fields)
    assert load(tmp_path / "config.yaml").site.edition == Edition()


def test_the_version_is_told_without_the_library_that_validates():
    code = "import newsarchive.cli, sys; sys.exit('pydantic' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0  # noqa: S603


def test_a_configuration_is_read_without_plugins_of_other_packages():
    code = (
        "import importlib.metadata, newsarchive.config\n"
        "importlib.metadata.entry_points = lambda **_: 1 / 0\n"
        "import newsarchive.config.schema"
    )

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0  # noqa: S603


yaml_like = st.text(st.sampled_from("titlepubshworkeyn: -[]{},&*!|>'\"#\n\t0é"), max_size=80)


@given(yaml_like)
def test_any_text_is_a_configuration_or_complaints(tmp_path_factory, text):
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_text(text, "utf-8")
    told, config = [], None
    try:
        config = load(file)
    except ConfigError as error:
        told = error.complaints

    assert bool(told) != bool(config)
    assert [complaint for complaint in told if not complaint.startswith("any.yaml")] == []


@pytest.mark.parametrize("key", ["url: https://example.org/archive/", "robots: index"])
def test_what_is_meant_for_readers_needs_a_choice_of_what_they_may_see(tmp_path, key):
    write(tmp_path, {"config.yaml": f"{key}\n"})
    config = load(tmp_path / "config.yaml")
    (problem,) = config.problems

    assert (problem.reason, problem.where) == ("no_choice_of_what_to_publish", "config.yaml")
    assert config.site.is_working_copy
    assert config.site.robots == "noindex"


def test_a_choice_of_what_to_publish_ends_the_working_copy(tmp_path):
    write(tmp_path, {"config.yaml": "url: https://example.org/archive/\nrobots: index\npublish:\n  text: full\n"})
    config = load(tmp_path / "config.yaml")

    assert (config.problems, config.site.is_working_copy, config.site.robots) == ((), False, "index")
