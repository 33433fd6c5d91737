"""A shell that was edited is put around what stands of a page, where that depends on nothing of it."""

from itertools import chain
from typing import NamedTuple

import jinja2
import pytest

from newsarchive.model import Page, Site
from newsarchive.render import Desk, excerpt, press
from newsarchive.render.press import Press
from newsarchive.render.seams import kept_fillings
from newsarchive.render.sheet import Sheet
from newsarchive.render.shells import FILLED_BY_DEFAULT, filled_blocks
from newsarchive.render.templates import default_folder, template_names
from newsarchive.render.words import load_words
from tests.town import archive_of, whole_town

BASE = (default_folder() / "base.html").read_text(encoding="utf-8")
MAIN = "{% block main %}{% endblock %}"
CHILD = '{% extends "base.html" %}{% block main %}{{ view.words }}{% endblock %}'
SITE = Site(title="The <Lamp>", url="https://a.example", listing_size=2)


class View(NamedTuple):
    words: str = "A & B"


SHEET = Sheet("index.html", "front.html", "The “front”", View, section="front")


@pytest.fixture(params=["plain", "quick"], autouse=True)
def _kind(request, monkeypatch):
    if request.param == "quick":
        monkeypatch.setattr(press, "_WORTH_QUICK", 0)


def templates(folder, **files):
    for name, content in files.items():
        file = folder / f"{name.replace('__', '/')}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return folder


def front(folder):
    return Press(SITE, load_words("en"), folder).print(SHEET)


def front_again(folder, before):
    return Press(SITE, load_words("en"), folder).rewrap(SHEET, before.content, before.seams)


def town(folder, before=None):
    """All pages of a site by path: printed, or where some stand, rewrapped (None: that cannot be)."""
    articles, desk = whole_town(), Desk(SITE, folder)
    plan = desk.plan(archive_of(articles))
    sheets = list(chain.from_iterable(lot.make() for lot in desk.lots(plan, "# About")))
    by_source = {article.source: article for article in articles}
    known = {identity: by_source[entry.card.source] for identity, entry in plan.archive.entries.items()}
    part = excerpt(plan, known)
    if before is None:
        return {page.path: page for page in chain(map(desk.print, sheets), desk.articles(part, known, known, None))}
    stood = [(identity, before[plan.entry(identity).url]) for identity in known]
    again = desk.rewrap_articles(part, ((identity, page.content, page.seams) for identity, page in stood))
    made = {sheet.path: desk.rewrap(sheet, before[sheet.path].content, before[sheet.path].seams) for sheet in sheets}
    return made | {plan.entry(identity).url: page for identity, page in again}


@pytest.mark.parametrize(
    "after",
    [
        {"base": BASE.replace("</head>", "<!-- {{ page.title }} --></head>")},
        {"base": "<p>{{ page.root }}{% block main %}{% endblock %}{% block head %}{% endblock %}</p>"},
        {"base": '{% extends "default/base.html" %}{% block masthead %}<p>{{ super() }}</p>{% endblock %}'},
        {"base": BASE, "partials__foot": "<p>{{ site.title }}</p>"},
    ],
)
def test_every_page_is_the_one_that_is_printed(tmp_path, after):
    before = town(templates(tmp_path / "a", base=BASE))
    folder = templates(tmp_path / "b", **after)
    now, again = town(folder), town(folder, before)
    assert {path for path, page in again.items() if page is None} == {"404.html"}
    assert again == now | {"404.html": None}
    assert all(
        now[path].content != page.content for path, page in before.items() if path not in {"404.html", "index.html"}
    )


def test_what_the_default_templates_fill_is_told_as_it_is():
    def part(name):
        return jinja2.Environment().parse((default_folder() / name).read_text(encoding="utf-8"))  # noqa: S701 - for no page

    filled = {name: filled_blocks(name, part) for name in template_names() if "/" not in name}
    assert {name: blocks for name, blocks in filled.items() if blocks} == FILLED_BY_DEFAULT


def test_the_first_shell_of_ones_own_is_put_around_what_the_default_one_was(tmp_path):
    folder = templates(tmp_path, base=BASE.replace("</main>", "</main>More"))
    again = town(folder, town(None))
    assert again == town(folder) | {"404.html": None}


def test_what_lies_between_seams_is_what_the_template_fills_in(tmp_path):
    shell = "<b>é{% block head %}{% endblock %}</b>" + MAIN
    page = front(templates(tmp_path, base=shell, front=CHILD + "{% block head %}ö<{% endblock %}"))
    assert page.content == "<b>éö<</b>A &amp; B".encode()
    assert kept_fillings(page.content, page.seams) == {"head": "ö<".encode(), "main": b"A &amp; B"}


APART = [
    ("a condition", "{% if page.section %}{% block main %}{% endblock %}{% else %}none{% endif %}", CHILD),
    ("a block of its own", MAIN + "{% block more %}{{ page.title }}{% endblock %}", CHILD),
    ("a loop beside it", "{% for link in page.nav %}{{ link.text }}{{ loop.index }}{% endfor %}" + MAIN, CHILD),
    ("a name that nobody else has", "{% set far = page.root %}{{ far }}" + MAIN, CHILD),
    ("a macro", "{% macro a(b) %}{{ b }}{{ caller() }}{% endmacro %}{% call a(1) %}x{% endcall %}" + MAIN, CHILD),
]


@pytest.mark.parametrize(("base", "child"), [case[1:] for case in APART], ids=[case[0] for case in APART])
def test_a_shell_that_knows_nothing_of_what_fills_it_is_put_around_it(tmp_path, base, child):
    folder = templates(tmp_path, base=base, front=child)
    before = front(folder)
    assert before.seams
    templates(tmp_path, base=f"{base}<i>")
    assert front_again(folder, before) == front(folder)


TOGETHER = [
    ("it knows the view", "{{ view.words }}" + MAIN, CHILD),
    ("a part of it knows the view", "{% include 'partials/seek.html' %}" + MAIN, CHILD),
    ("a name that the other gives", "{% set far = 1 %}" + MAIN, CHILD.replace("view.words", "far|default(2)")),
    ("a name that it takes", "{{ far }}" + MAIN, "{% set far = 1 %}" + CHILD),
    ("a name in both", "{% set a, far = 1, 2 %}" + MAIN, "{% set far = 3 %}" + CHILD.replace("view.words", "far")),
    ("a macro of the other", "{% macro far() %}1{% endmacro %}" + MAIN, CHILD.replace("view.words", "far()")),
    ("what is told is told anew", "{% set page = page %}" + MAIN, CHILD.replace("view.words", "page.title")),
    ("a loop", "{% for a in 'ab' %}{% if a %}" + MAIN + "{% endif %}{% endfor %}", CHILD),
    ("a filter", "{% filter upper %}" + MAIN + "{% endfilter %}", CHILD),
    ("twice", MAIN + "{{ self.main() }}", CHILD),
    ("what stood there", "{% block main %}x{% endblock %}", CHILD.replace("{% endblock", "{{ super() }}{% endblock")),
    ("something that changes", MAIN, "{% set n = namespace(a=1) %}" + CHILD.replace("view.words", "n.a")),
    (
        "a block below",
        MAIN + "{% block a %}{% endblock %}",
        CHILD.replace("{% endblock", "{% block a %}{% endblock %}{% endblock"),
    ),
    ("a template that is worked out", "{% set far = 'foot' %}{% include 'partials/' ~ far ~ '.html' %}" + MAIN, CHILD),
    ("the view at the top", MAIN, "{% set far = view.words %}" + CHILD.replace("view.words", "far")),
    ("nothing extended", MAIN, "<p>{{ view.words }}</p>"),
]


@pytest.mark.parametrize(("base", "child"), [case[1:] for case in TOGETHER], ids=[case[0] for case in TOGETHER])
def test_where_one_may_know_of_the_other_the_whole_page_is_printed(tmp_path, base, child):
    templates(tmp_path, base=base, front=child, partials__seek="{{ view.words }}")
    assert front(tmp_path).seams == ()
    whole = front(templates(tmp_path / "b", base=MAIN, front=CHILD))
    assert front_again(tmp_path, whole) is None


def test_room_for_what_was_not_kept_prints_the_whole_page(tmp_path):
    child = CHILD + "{% block head %}x{% endblock %}"
    before = front(templates(tmp_path, base=MAIN, front=child))
    folder = templates(tmp_path, base=MAIN + "{% block head %}{% endblock %}")
    assert [seam.block for seam in before.seams] == ["main"]
    assert front_again(folder, before) is None


def test_a_text_that_holds_the_mark_of_a_seam_has_none(tmp_path):
    folder = templates(tmp_path, base=MAIN, front=CHILD.replace("view.words", "'a\ufdd0b'"))
    assert front(folder) == Page("index.html", "a\ufffdb".encode())
