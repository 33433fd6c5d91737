"""Sheets become pages: the one module that knows Jinja."""

import traceback
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import NamedTuple, TypeVar

import jinja2
from jinja2 import nodes
from jinja2.filters import do_xmlattr
from jinja2.nodes import EvalContext
from markupsafe import Markup

from newsarchive.errors import TemplateError
from newsarchive.model import Page, Seam, Site
from newsarchive.render.compiled import Compiled
from newsarchive.render.content import isolate, text_content
from newsarchive.render.link import Link, href, page_address, root_of
from newsarchive.render.quick import QuickEnvironment
from newsarchive.render.seams import NotKeptError, kept_fillings, print_filled
from newsarchive.render.sheet import ARTICLE, Sheet
from newsarchive.render.shells import FILLED_BY_DEFAULT, filled_blocks
from newsarchive.render.templates import default_folder
from newsarchive.render.words import Words

# What a page may load: nothing but the site's own scripts, styles and pictures.
# Marked as HTML, since it stands between double quotes and holds none.
POLICY = Markup("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'")
# The search page reads articles, for the lines that it shows of them: in frames from disk, else it fetches them.
_SEARCH_POLICY = POLICY + Markup("; frame-src 'self'; connect-src 'self'")

E = TypeVar("E", bound=jinja2.Environment)

_WORTH_QUICK = 50
"""Pages of a template after which it is compiled for speed: that takes as long as plain Jinja needs for so many."""

# What a template can run into; anything else is a fault of this program.
_FAULTS = (jinja2.TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


class Frame(NamedTuple):
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


_SECTIONS = {
    "years": "years/index.html",
    "outlets": "outlets/index.html",
    "authors": "authors/index.html",
    "titles": "titles/index.html",
    "search": "search.html",
    "about": "about.html",
}


class Press:
    """Prints sheets with the default templates, single ones of which a folder of the user's may replace.

    What is compiled of the default templates is kept for a `version` of the program, where one is named.
    """

    def __init__(self, site: Site, words: Words, templates: Path | None, version: str | None = None) -> None:
        self._site = site
        self._words = words
        self._folders = [*([templates] if templates else []), default_folder()]
        self._version = version
        sections = [name for name in _SECTIONS if site.has_search or name != "search"]
        self._nav = lru_cache(256)(partial(_nav, words, sections))
        self._has_own = templates is not None and any(templates.rglob("*.html"))
        self._printed = Counter[str]()
        self._filled = lru_cache(None)(self._filled_blocks)
        self._part = lru_cache(None)(self._parsed)

    def print(self, sheet: Sheet) -> Page:
        """A page of a sheet. TemplateError where a template cannot be followed, with its name and line."""
        return self._page(sheet, {"page": self._frame(sheet), "view": sheet.view})

    def rewrap(self, sheet: Sheet, content: bytes, seams: Sequence[Seam]) -> Page | None:
        """The page of a sheet whose shell was edited, around what lies between the seams of its `content`: its view is
        not asked for. None where a page cannot be made so. TemplateError as `print`.
        """
        if not self._filled(sheet.template):
            return None
        try:
            return self._page(sheet, {"page": self._frame(sheet)}, kept_fillings(content, seams))
        except NotKeptError:
            return None

    def assets(self) -> Iterator[Page]:
        """The files beside the templates that pages load."""
        files: dict[str, Path] = {}
        for folder in reversed(self._folders):
            files |= {
                path.relative_to(folder).as_posix(): path for path in (folder / "assets").rglob("*") if path.is_file()
            }
        for name in sorted(files):
            yield Page(name, files[name].read_bytes())

    def _page(self, sheet: Sheet, told: Mapping[str, object], fillings: Mapping[str, bytes] | None = None) -> Page:
        template = sheet.template
        blocks = self._filled(template)
        self._printed[template] += 1
        if self._printed[template] <= _WORTH_QUICK:
            content, seams = self._in_plain_jinja(template, told, blocks, fillings)
        else:
            try:
                content, seams = print_filled(self._quick.get_template(template), told, blocks, fillings)
            except _FAULTS:
                content, seams = self._in_plain_jinja(template, told, blocks, fillings)
        return Page(sheet.path, content, "article" if template == ARTICLE else "listing", seams)

    def _in_plain_jinja(
        self, template: str, told: Mapping[str, object], blocks: Sequence[str], fillings: Mapping[str, bytes] | None
    ) -> tuple[bytes, tuple[Seam, ...]]:
        """A page for which no quick template serves: it is not compiled yet, is wrong, or does what only plain Jinja
        knows.
        """
        try:
            return print_filled(self._plain.get_template(template), told, blocks, fillings)
        except _FAULTS as fault:
            raise TemplateError(f"{_place(fault, template, self._folders)}: {_words(fault)}") from fault

    def _filled_blocks(self, template: str) -> tuple[str, ...]:
        """The blocks that a template fills with what does not depend on its shell."""
        if self._has_own:
            return filled_blocks(template, self._part)
        return FILLED_BY_DEFAULT.get(template, ())

    def _parsed(self, name: str) -> nodes.Template:
        source, file, _ = self._loader.get_source(self._plain, name)
        return self._plain.parse(source, name, file)

    @cached_property
    def _plain(self) -> jinja2.Environment:
        environment = self._environment(jinja2.Environment)
        if self._version:
            # what a filter makes of a constant stands in the code, and one of them knows the direction
            version = f"{self._version} {self._words.direction}"
            environment.bytecode_cache = Compiled(self._folders[-1], version)
        return environment

    @cached_property
    def _quick(self) -> QuickEnvironment:
        environment = self._environment(QuickEnvironment)
        attributes = partial(do_xmlattr, EvalContext(environment))
        environment.write_by(
            text=text_content,
            isolate=partial(isolate, direction=self._words.direction),
            xmlattr=lambda names: attributes(names) if names else "",
        )
        return environment

    @cached_property
    def _loader(self) -> jinja2.BaseLoader:
        """By it "default/base.html" is the default even where the user has a base.html, which may extend it."""
        defaults = jinja2.PrefixLoader({"default": jinja2.FileSystemLoader(self._folders[-1])})
        return jinja2.ChoiceLoader([jinja2.FileSystemLoader(self._folders), defaults])

    def _environment(self, kind: type[E]) -> E:
        environment = kind(
            loader=self._loader,
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        direction = self._words.direction
        environment.filters["text"] = lambda text: Markup(text_content(text))  # noqa: S704 - escaped there
        environment.filters["isolate"] = lambda text: Markup(isolate(text, direction))  # noqa: S704 - escaped there
        environment.globals |= {"site": self._site, "words": self._words.table}
        return environment

    def _frame(self, sheet: Sheet) -> Frame:
        site, words = self._site, self._words
        path = sheet.path
        return Frame(
            root=root_of(path),
            address=page_address(site.url, path),
            title=sheet.title,
            language=words.own(site.language),
            direction=words.direction,
            policy=_SEARCH_POLICY if sheet.section == "search" else POLICY,
            robots=site.robots,
            section=sheet.section,
            # from all pages of a folder that are none of the sections' own, the ways are the same
            nav=self._nav(path if path in _SECTIONS.values() else path[: path.rfind("/") + 1]),
            trail=sheet.trail,
            before=sheet.before,
            after=sheet.after,
        )


def _nav(words: Words, sections: Sequence[str], page: str) -> tuple[Link, ...]:
    """The ways from a page to the sections."""
    paths = {section: _SECTIONS[section] for section in sections}
    return tuple(Link(words.say("nav", name), href(page, path), current=path == page) for name, path in paths.items())


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
