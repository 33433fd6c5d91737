"""Where pages are made: the words, the templates, the user's choices. One in each process that makes any."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from newsarchive.model import Archive, Article, Page, Seam, Site
from newsarchive.render.about import about_sheet, missing_sheet
from newsarchive.render.article import article_sheet, outline
from newsarchive.render.coverage import coverage_lots
from newsarchive.render.data import data_pages, record_page
from newsarchive.render.everything import everything_sheet
from newsarchive.render.excerpt import Excerpt, plan_of
from newsarchive.render.front import front_sheet
from newsarchive.render.groups import author_lots, outlet_lots
from newsarchive.render.left_out import left_out_sheet
from newsarchive.render.machine.files import machine_files
from newsarchive.render.method import method_sheet
from newsarchive.render.on_this_day import on_this_day_lots
from newsarchive.render.press import Press
from newsarchive.render.review import review_lots
from newsarchive.render.search import search_sheet
from newsarchive.render.sheet import DoubtsOf, Lot, Plan, Sheet, lot_of, make_plan
from newsarchive.render.times import time_lots
from newsarchive.render.titles import title_lots
from newsarchive.render.undated import undated_lots
from newsarchive.render.words import load_words


class Desk:
    """Makes the pages of a site. `templates` is a folder whose files replace default templates of the same name.

    What is compiled of the default templates is kept for a `version` of the program, where one is named.
    """

    def __init__(self, site: Site, templates: Path | None = None, version: str | None = None) -> None:
        self._site = site
        self._words = load_words(site.language)
        self._press = Press(site, self._words, templates, version)

    def plan(self, archive: Archive, doubts_of: DoubtsOf | None = None) -> Plan:
        """What every page of an archive is made from.

        `doubts_of` gives the doubts of an article in full, by the path of its text, where its card does not.
        """
        return make_plan(archive, self._site, self._words, doubts_of)

    def print(self, sheet: Sheet) -> Page:
        """The page of a sheet. TemplateError where a template cannot be followed, with its name and line."""
        return self._press.print(sheet)

    def rewrap(self, sheet: Sheet, content: bytes, seams: Sequence[Seam]) -> Page | None:
        """The page of a sheet whose shell was edited, around what lies between the seams of its `content`.

        None where a page cannot be made so. TemplateError where a template cannot be followed, with its name and line.
        """
        return self._press.rewrap(sheet, content, seams)

    def rewrap_articles(
        self, part: Excerpt, standing: Iterable[tuple[str, bytes, Sequence[Seam]]]
    ) -> Iterator[tuple[str, Page | None]]:
        """The pages of some articles of an excerpt, by id, as `rewrap`: of each its id, its content and its seams."""
        plan = plan_of(part, self._site, self._words)
        for identity, content, seams in standing:
            yield identity, self.rewrap(outline(plan, plan.entry(identity)), content, seams)

    def articles(
        self, part: Excerpt, articles: Mapping[str, Article], printed: Iterable[str], record_file: str | None
    ) -> Iterator[Page]:
        """The pages of those articles of an excerpt that are to be `printed`, by id, and the file of all their records
        where it is to be written. `articles` go by id, in the order of their numbers.
        """
        plan = plan_of(part, self._site, self._words)
        for identity in printed:
            yield self.print(article_sheet(plan, plan.entry(identity), articles[identity]))
        if record_file and (page := record_page(plan, record_file, articles)):
            yield page

    def lots(self, plan: Plan, about: str | None) -> Iterator[Lot]:
        """Every page beside those of articles. `about` is the hand-written page about the archive, as Markdown."""
        last = (
            everything_sheet(plan),
            method_sheet(plan),
            left_out_sheet(plan),
            about_sheet(plan, about),
            missing_sheet(plan),
        )
        first = (front_sheet(plan), *((search_sheet(plan),) if plan.site.has_search else ()))
        return chain(
            map(lot_of, first),
            time_lots(plan),
            coverage_lots(plan),
            on_this_day_lots(plan),
            undated_lots(plan),
            outlet_lots(plan),
            author_lots(plan),
            title_lots(plan),
            review_lots(plan),
            map(lot_of, last),
        )

    def files(self, plan: Plan, listings: Sequence[str], rows: Mapping[str, bytes]) -> Iterator[Page]:
        """What is no page: data, what machines read, what pages load.

        `listings` are the paths of all sheets, `rows` those of the table of articles by id.
        """
        yield from data_pages(plan, rows)
        yield from machine_files(plan, listings)
        yield from self._press.assets()
