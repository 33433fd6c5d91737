"""Sheets become pages: the one module that knows Jinja."""

import re
import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import jinja2
from markupsafe import Markup

from newsarchive.errors import TemplateError
from newsarchive.model import Page, Site
from newsarchive.render.direction import isolated
from newsarchive.render.known import KnowingEnvironment
from newsarchive.render.link import Link, href, page_address, root_of
from newsarchive.render.sheet import Sheet
from newsarchive.render.templates import default_folder
from newsarchive.render.words import Words

# What a page may load: nothing but the site's own scripts, styles and pictures.
# Marked as HTML, since it stands between double quotes and holds none.
POLICY = Markup("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'")

_NOT_IN_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")

# What a template can run into; anything else is a fault of this program.
_FAULTS = (jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every template is told of its page, as `page`. `root` is the way up to the top of the site ("../").

    `address` is where the page stands on the web, None where the address of the site is not known.
    """

    root: str
    address: str | None
    title: str
    language: str
    direction: str
    policy: str
    robots: str
    section: str
    nav: tuple[Link, ...]
    trail: tuple[Link, ...]
    before: Link | None
    after: Link | None


class Press:
    """Prints sheets with the default templates, single ones of which a folder of the user's may replace."""

    def __init__(self, site: Site, words: Words, templates: Path | None) -> None:
        self._site = site
        self._words = words
        self._folders = [*([templates] if templates else []), default_folder()]
        defaults = jinja2.FileSystemLoader(self._folders[-1])
        self._environment = KnowingEnvironment(
            # "default/base.html" is the default even where a template of the user's has its name, and may extend it
            loader=jinja2.ChoiceLoader(
                [jinja2.FileSystemLoader(self._folders), jinja2.PrefixLoader({"default": defaults})]
            ),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        direction = words.direction
        self._environment.filters |= {"text": text_content, "isolate": lambda text: isolate(text, direction)}
        self._environment.know(site=site, words=words.table)

    def print(self, sheet: Sheet) -> Page:
        """A page of a sheet. TemplateError where a template cannot be followed, with its name and line."""
        try:
            html = self._environment.get_template(sheet.template).render(page=self._frame(sheet), view=sheet.view)
        except _FAULTS as fault:
            raise TemplateError(f"{_place(fault, sheet.template, self._folders)}: {_words(fault)}") from fault
        content = _NOT_IN_HTML.sub("\ufffd", html).encode()
        return Page(sheet.path, content, "article" if sheet.template == "article.html" else "listing")

    def assets(self) -> Iterator[Page]:
        """The files beside the templates that pages load."""
        files: dict[str, Path] = {}
        for folder in reversed(self._folders):
            files |= {
                path.relative_to(folder).as_posix(): path for path in (folder / "assets").rglob("*") if path.is_file()
            }
        for name in sorted(files):
            yield Page(name, files[name].read_bytes())

    def _frame(self, sheet: Sheet) -> Frame:
        site, words = self._site, self._words
        sections = {"years": "years/index.html", "outlets": "outlets/index.html", "authors": "authors/index.html"}
        sections |= {"titles": "titles/index.html", "about": "about.html"}
        return Frame(
            root=root_of(sheet.path),
            address=page_address(site.url, sheet.path),
            title=sheet.title,
            language=words.own(site.language),
            direction=words.say("form", "direction"),
            policy=POLICY,
            robots=site.robots,
            section=sheet.section,
            nav=tuple(
                Link(words.say("nav", section), href(sheet.path, path), current=path == sheet.path)
                for section, path in sections.items()
            ),
            trail=sheet.trail,
            before=sheet.before,
            after=sheet.after,
        )


def text_content(text: str) -> Markup:
    """A text as the content of an element, where a quote needs no escape; never for an attribute."""
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))  # noqa: S704 - escaped here


def isolate(text: str, direction: str) -> Markup:
    """A text as the content of an element, in a `<bdi>` where a part of it runs the other way than the page."""
    content = text_content(text)
    return content if isolated(text, direction) == text else Markup("<bdi>{}</bdi>").format(content)


def _place(fault: BaseException, template: str, folders: Sequence[Path]) -> str:
    """Where in which template a fault lies: "partials/near.html:12"."""
    if isinstance(fault, jinja2.TemplateSyntaxError):
        return f"{fault.name or template}:{fault.lineno}"
    for frame in reversed(traceback.extract_tb(fault.__traceback__)):
        for folder in folders:
            if Path(frame.filename).is_relative_to(folder):
                return f"{Path(frame.filename).relative_to(folder).as_posix()}:{frame.lineno}"
    return template


def _words(fault: BaseException) -> str:
    if isinstance(fault, jinja2.TemplateNotFound):
        return f"there is no template named {fault}"
    if isinstance(fault, jinja2.UndefinedError):
        return f"{fault.message}: a template knows page, view, site and words, and what they hold"
    return str(fault) or type(fault).__name__
