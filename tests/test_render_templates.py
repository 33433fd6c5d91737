"""Templates: where they are found, how a user replaces one, and what is said when one is wrong."""

import pytest

from newsarchive.errors import TemplateError
from newsarchive.model import Site
from newsarchive.render.templates import find_templates
from tests.town import article_page, make_article, pages

ARTICLE = make_article("a.txt", [("headline", "A headline"), ("paragraph", "Words.")])


def fault(folder):
    with pytest.raises(TemplateError) as raised:
        pages([ARTICLE], templates=folder)
    return str(raised.value)


def test_the_defaults_lie_beside_the_package_in_a_project_and_inside_it_when_installed(tmp_path):
    package = tmp_path / "newsarchive"
    for folder in (tmp_path / "templates", package / "templates"):
        folder.mkdir(parents=True)
        (folder / "base.html").touch()
        assert find_templates(package) == folder


def test_a_broken_install_says_what_to_do(tmp_path):
    with pytest.raises(TemplateError, match=r"the default templates are missing: .* install again"):
        find_templates(tmp_path / "newsarchive")


def test_a_folder_of_the_user_replaces_single_files(tmp_path):
    (tmp_path / "partials").mkdir()
    (tmp_path / "partials" / "foot.html").write_text("<footer>Mine, {{ site.title }}</footer>")
    made = pages([ARTICLE], Site(title="A & B"), templates=tmp_path)
    assert all(
        "<footer>Mine, A &amp; B</footer>" in made[path] for path in ("index.html", "about.html", "outlets/index.html")
    )
    assert "A headline" in made["index.html"]


def test_a_template_may_build_on_the_default_that_it_replaces(tmp_path):
    (tmp_path / "base.html").write_text(
        '{% extends "default/base.html" %}{% block head %}<meta name="x" content="y">{% endblock %}'
    )
    made = pages([ARTICLE], templates=tmp_path)
    assert '<meta name="x" content="y">' in made["index.html"]
    assert "<h1>News archive</h1>" in made["index.html"]


def test_assets_of_the_user_replace_the_defaults_and_come_beside_them(tmp_path):
    (tmp_path / "assets" / "fonts").mkdir(parents=True)
    (tmp_path / "assets" / "style.css").write_text("p { color: red }")
    (tmp_path / "assets" / "fonts" / "a.txt").write_text("a font")
    made = pages([], templates=tmp_path)
    assert made["assets/style.css"] == "p { color: red }"
    assert made["assets/fonts/a.txt"] == "a font"


@pytest.mark.parametrize(
    ("name", "template", "place"),
    [
        ("article.html", "{{ page.title }}\n{% if view %}\n\n{% for %}", "article.html:4: "),
        ("listing.html", "one\n\n{{ view.nothing }}", "listing.html:3: "),
        ("about.html", "{{ view.heading|no_such_filter }}", "about.html:1: "),
        ("front.html", "\n{{ 1 / 0 }}", "front.html:2: division by zero"),
        ("partials/near.html", "\n\n\n{{ unknown }}", "partials/near.html:4: 'unknown' is undefined"),
        ("404.html", '{% include "no-such.html" %}', "there is no template named no-such.html"),
    ],
)
def test_a_fault_in_a_template_names_the_file_and_the_line(tmp_path, name, template, place):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(template)
    said = fault(tmp_path)
    assert place in said
    assert "Traceback" not in said


def test_a_template_that_is_no_text_is_named(tmp_path):
    (tmp_path / "about.html").write_bytes(b"\xff\xfe\x00")
    assert fault(tmp_path).startswith("about.html: ")


def test_a_value_is_escaped_even_where_a_template_of_the_user_shows_it(tmp_path):
    (tmp_path / "article.html").write_text("{{ view.head.headline }}{{ page.title }}")
    hostile = make_article("a.txt", [("headline", "<script>")])
    made = pages([hostile], templates=tmp_path)
    assert "<script>" not in next(content for path, content in made.items() if path.startswith("articles/"))


@pytest.mark.parametrize(
    "template",
    [
        '<i>{{ words.nav.skip }}</i>{% set words = {"nav": {"skip": "mine"}} %}<b>{{ words.nav.skip }}</b>',
        '{% macro b(words) %}<b>{{ words.nav.skip }}</b>{% endmacro %}{{ b({"nav": {"skip": "mine"}}) }}',
        '{% for words in [{"nav": {"skip": "mine"}}] %}<b>{{ words.nav.skip }}</b>{% endfor %}',
        '{% import "mine.html" as words %}<b>{{ words.nav }}</b>',
        '{% from "mine.html" import nav as words %}<b>{{ words }}</b>',
    ],
)
def test_a_template_may_give_the_name_of_the_words_a_meaning_of_its_own(tmp_path, template):
    (tmp_path / "partials").mkdir()
    (tmp_path / "mine.html").write_text('{% set nav = "mine" %}')
    (tmp_path / "partials" / "foot.html").write_text(template)
    assert "<b>mine</b>" in pages([ARTICLE], templates=tmp_path)["index.html"]


def test_the_page_about_the_archive_is_markdown_with_its_first_heading_on_top():
    html = pages([], about="# What *this* is\n\nHello [you](https://a.example).\n\n# Rights\n\nNone.")["about.html"]
    assert "<h1>What this is</h1>" in html
    assert '<p>Hello <a href="https://a.example" rel="noreferrer">you</a>.</p>' in html
    assert "<h2>Rights</h2>" in html
    assert html.count("<h1>") == 1


def test_the_page_about_the_archive_runs_nothing():
    html = pages([], about="Hi <script>alert(1)</script> <img src=x onerror=alert(2)> [x](javascript:alert(3))")[
        "about.html"
    ]
    assert "About News archive" in html
    assert "alert(1)" not in html
    assert "onerror" not in html
    assert "javascript:" not in html


def test_without_a_page_about_the_archive_the_configuration_speaks():
    html = pages([], Site(rights="All theirs.", coverage="Two towns."))["about.html"]
    assert '<dd dir="auto">All theirs.</dd>' in html
    assert '<dd dir="auto">Two towns.</dd>' in html
    assert "Nobody has written yet what this archive holds" in html


def test_the_page_for_dead_addresses_has_absolute_links_or_none():
    assert "href" not in pages([])["404.html"]
    html = pages([], Site(url="https://papers.example/quarrow"))["404.html"]
    assert 'href="https://papers.example/quarrow/index.html"' in html
    assert 'href="https://papers.example/quarrow/assets/style.css"' in html


def test_a_character_that_no_page_may_hold_is_replaced():
    html = article_page(make_article("a\x00\udcff.txt", [("paragraph", "a\x0cb\ufffe")]))
    assert "a\ufffdb\ufffd" in html
    assert "a\ufffd\ufffd.txt" in html
