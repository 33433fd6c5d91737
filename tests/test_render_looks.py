"""What a template takes in: a change in it is a change in how pages look."""

import pytest

from newsarchive.render import template_files
from newsarchive.render.looks import template_looks

FILES = {
    "base.html": b"{% include 'partials/nav.html' %}",
    "front.html": b'{%- extends "base.html" -%}{% block main %}{% endblock %}',
    "listing.html": b'{% extends "base.html" %}{% from "partials/rows.html" import row, head as h with context %}',
    "partials/nav.html": b"nav",
    "partials/rows.html": b"{% import 'partials/nav.html' as nav %}rows",
    "partials/other.html": b"other",
    "assets/style.css": b"p {}",
}


def changed(**files):
    """The page templates that look otherwise with other files; None: a file that is there no more."""
    now = {name: content for name, content in (FILES | files).items() if content is not None}
    before, after = template_looks(FILES), template_looks(now)
    return {name for name in before if before[name] != after[name] and "/" not in name}


def test_a_change_reaches_what_extends_includes_and_imports_it():
    assert changed(**{"partials/nav.html": b"nav 2"}) == {"base.html", "front.html", "listing.html"}
    assert changed(**{"partials/rows.html": b"rows 2"}) == {"listing.html"}
    assert changed(**{"front.html": b"front"}) == {"front.html"}
    assert changed(**{"partials/other.html": b"other 2", "assets/style.css": b"q {}"}) == set()


def test_a_file_of_the_user_comes_goes_and_builds_on_the_default():
    own = {
        "own/base.html": b"{% extends 'default/base.html' %}{% block nav %}{% include 'partials/mine.html' %}{% endblock %}"
    }
    assert changed(**own) == {"base.html", "front.html", "listing.html"}
    files = FILES | own
    for name in ("partials/nav.html", "own/partials/mine.html", "base.html"):
        assert template_looks(files)["front.html"] != template_looks(files | {name: b"other"})["front.html"]
    assert template_looks(files)["front.html"] == template_looks(files | {"own/listing.html": b"mine"})["front.html"]


@pytest.mark.parametrize(
    "tag",
    [
        "{% include name %}",
        "{% include 'partials/' ~ name %}",
        "{% extends 'base.html' if page else 'front.html' %}",
        "{% include ['partials/mine.html', 'partials/nav.html'] %}",
        "{% import 'a%}b' as b %}",
        "{%+ from view.name import row %}",
    ],
)
def test_a_template_that_takes_in_what_nobody_can_tell_may_show_any_file(tag):
    files = FILES | {"front.html": tag.encode()}
    assert template_looks(files)["front.html"] != template_looks(files | {"partials/other.html": b"2"})["front.html"]


@pytest.mark.parametrize(
    "tag", ["{% include 'partials/nav.html' ignore missing %}", "{% include 'partials/nav.html' without context %}"]
)
def test_a_name_that_is_written_there_is_told_whatever_follows_it(tag):
    files = FILES | {"front.html": tag.encode()}
    assert template_looks(files)["front.html"] == template_looks(files | {"partials/other.html": b"2"})["front.html"]
    assert template_looks(files)["front.html"] != template_looks(files | {"partials/nav.html": b"2"})["front.html"]


def test_no_default_template_takes_in_what_nobody_can_tell():
    files = template_files(None)
    before, after = template_looks(files), template_looks(files | {"partials/new.html": b"new"})
    assert {name: look for name, look in after.items() if name in before} == before
