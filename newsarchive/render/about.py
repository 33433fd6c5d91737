"""The page about the archive, written by hand, and the page for addresses that lead nowhere."""

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from newsarchive.render.direction import text_attributes
from newsarchive.render.link import Link, page_address
from newsarchive.render.sheet import Plan, Sheet
from newsarchive.text.language import guess_language
from newsarchive.text.markdown import markdown_blocks, plain_text, to_html


class Statement(NamedTuple):
    """Something the configuration says of the archive: what it is about, and the words."""

    name: str
    text: str


class AboutView(NamedTuple):
    """A page written by hand: its heading, the rest as sanitised HTML, or what the configuration says instead.

    `attributes` are those of its language, which may be another than the page's.
    """

    heading: str
    html: Markup | None
    attributes: Mapping[str, str]
    statements: tuple[Statement, ...]


class MissingView(NamedTuple):
    """Where the page that is not there can send a reader: nowhere, unless the address of the site is known."""

    home: Link | None
    stylesheet: str | None


def about_sheet(plan: Plan, about: str | None) -> Sheet:
    """about.html, of hand-written Markdown; its heading is the first heading, or "About" and the title of the site."""
    heading = plan.words.say("about", "title", title=plan.site.title)
    html = None
    if about is not None:
        first, html = _written(about)
        heading = first or heading
    make = partial(_view, plan, heading, html)
    return Sheet(path="about.html", template="about.html", title=heading, make=make, section="about")


def missing_sheet(plan: Plan) -> Sheet:
    """404.html. It is served at any depth, so its links are absolute, or it has none."""
    title = plan.words.say("missing", "title")
    return Sheet(path="404.html", template="404.html", title=title, make=partial(_missing_view, plan))


def _view(plan: Plan, heading: str, html: Markup | None) -> AboutView:
    return AboutView(heading, html, _attributes(plan, html), () if html else _statements(plan))


def _missing_view(plan: Plan) -> MissingView:
    words, url = plan.words, plan.site.url
    home = page_address(url, "index.html")
    return MissingView(
        Link(words.say("missing", "home"), home) if home else None, page_address(url, "assets/style.css")
    )


def _written(about: str) -> tuple[str | None, Markup]:
    """The first heading of a hand-written page where it begins with one, and the rest of it as HTML."""
    lines = about.splitlines()
    blocks = markdown_blocks(lines)
    heading = plain_text(blocks[0].html) if blocks and blocks[0].kind == "heading" else None
    for block in blocks:
        if block.kind == "heading" and lines[block.first - 1].startswith("# "):
            lines[block.first - 1] = f"#{lines[block.first - 1]}"  # a page has one heading of the first rank: its own
    rest = lines[blocks[0].last :] if heading else lines
    # a person wrote it as Markdown, and to_html has sanitised it
    return heading, Markup(to_html("\n".join(rest)))  # noqa: S704


def _attributes(plan: Plan, html: Markup | None) -> Mapping[str, str]:
    text = plain_text(html) if html else ""
    language = guess_language(text)
    return text_attributes(text, language, plan.language) if language else {}


def _statements(plan: Plan) -> tuple[Statement, ...]:
    site, words = plan.site, plan.words
    texts = {"description": site.description, "coverage": site.coverage, "collected": site.collected}
    texts |= {"rights": site.rights, "contact": site.contact}
    written = tuple(Statement(words.say("about", key), text) for key, text in texts.items() if text)
    return (*written, Statement(words.say("about", "missing"), words.say("about", "unwritten")))
