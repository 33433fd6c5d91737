"""Quick templates print what plain Jinja prints, and give way to it where they cannot tell."""

import pytest

from newsarchive.model import Site
from newsarchive.render import press
from newsarchive.render.content import encoded
from newsarchive.render.quick import QuickEnvironment
from tests.town import make_article, pages, whole_town

ARTICLE = make_article("a.txt", [("headline", "A <b> & “c”'s"), ("paragraph", "Words.")])


def front(folder, template):
    (folder / "front.html").write_text(template)
    return pages([ARTICLE], templates=folder)["index.html"]


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    """The first page of a template is printed by its quick one already."""
    monkeypatch.setattr(press, "_WORTH_QUICK", 0)


@pytest.mark.parametrize("language", ["en", "he"])
def test_every_page_is_what_plain_jinja_prints(monkeypatch, language):
    town, site = whole_town(), Site(language=language, title='A & "B" <c>', url="https://a.example", listing_size=2)
    quick = pages(town, site)
    with monkeypatch.context() as patch:
        patch.setattr(QuickEnvironment, "written", None)  # no quick template serves any more
        assert pages(town, site) == quick
    monkeypatch.undo()
    assert pages(town, site) == quick


def test_a_key_is_found_where_there_is_no_such_attribute(tmp_path):
    assert front(tmp_path, '{% set a = {"key": "<b>"} %}{{ a.key }}') == "&lt;b&gt;"


def test_what_is_not_there_can_be_asked_for(tmp_path):
    assert front(tmp_path, "{% if view.nothing is defined %}a{% else %}b{% endif %}{{ nothing|default('c') }}") == "bc"


def test_a_value_that_is_no_text_is_written(tmp_path):
    assert front(tmp_path, "{{ 1 + 1 }} {{ none }} {{ [view.list_heading[:0] ~ '<'] }}") == "2 None [&#39;&lt;&#39;]"


def test_a_text_that_was_made_content_is_not_escaped_twice(tmp_path):
    assert front(tmp_path, "{% set a = '<'|text %}{{ a }}{{ '<'|isolate }}{{ '<'|text|upper }}") == "&lt;&lt;&LT;"


def test_a_macro_keeps_its_defaults_and_can_be_handed_on(tmp_path):
    macro = "{% macro a(b, c='<') %}{{ b }}{{ c }}{% endmacro %}"
    assert front(tmp_path, macro + "{{ a('>') }}{{ a('>', '&') }}") == "&gt;&lt;&gt;&amp;"
    assert front(tmp_path, macro + "{{ a('>') ~ '<' }}{% set d = a %}{{ d('1', c='2') }}") == "&gt;&lt;&lt;12"


def test_a_macro_of_ones_own_stands_beside_one_of_its_name_that_another_macro_calls(tmp_path):
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials" / "a.html").write_text(
        "{% macro a() %}theirs{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}"
    )
    assert front(
        tmp_path, '{% macro a() %}mine{% endmacro %}{% from "partials/a.html" import b %}{{ a() }} {{ b() }}'
    ) == ("mine theirs")


def test_what_is_included_keeps_its_names_to_itself(tmp_path):
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials" / "a.html").write_text("{% set b = 2 %}{{ b }}{{ c }}")
    assert (
        front(tmp_path, '{% set b = 1 %}{% for c in "x" %}{% include "partials/a.html" %}{% endfor %}{{ b }}') == "2x1"
    )


def test_a_part_may_hold_itself(tmp_path):
    (tmp_path / "partials").mkdir()
    part = '{{ n }}{% if n %}{% set n = n - 1 %}{% include "partials/a.html" %}{% endif %}'
    (tmp_path / "partials" / "a.html").write_text(part)
    assert front(tmp_path, '{% set n = 2 %}{% include "partials/a.html" %}') == "210"


@pytest.mark.parametrize("unfit", ["\x00", "\x1f", "\x7f", "\x85", "\ufdd0", "\ufffe", "\ud800"])
def test_what_no_page_may_hold_is_marked(unfit):
    assert encoded(f"a{unfit}b · é，\n") == "a\ufffdb · é，\n".encode()
