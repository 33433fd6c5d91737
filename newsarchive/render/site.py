"""The whole site, page by page."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from newsarchive.model import Archive, Article, Page, Site
from newsarchive.render.about import about_sheet, missing_sheet
from newsarchive.render.article import article_sheet
from newsarchive.render.data import Records, data_pages
from newsarchive.render.front import front_sheet
from newsarchive.render.groups import author_sheets, outlet_sheets
from newsarchive.render.left_out import left_out_sheet
from newsarchive.render.machine.files import machine_files
from newsarchive.render.method import method_sheet
from newsarchive.render.press import Press
from newsarchive.render.review import review_sheets
from newsarchive.render.sheet import Plan, Sheet, make_plan
from newsarchive.render.times import time_sheets
from newsarchive.render.titles import title_sheets
from newsarchive.render.undated import undated_sheets
from newsarchive.render.words import load_words


def render(
    archive: Archive,
    articles: Iterable[Article],
    site: Site,
    *,
    templates: Path | None = None,
    about: str | None = None,
) -> Iterator[Page]:
    """The pages of a site: one for each article as it comes, then the lists, then what all of them load.

    `articles` may be some of the archive's; each is let go when its page is made. `templates` is a folder whose files
    replace default templates of the same name; `about` is the hand-written page about the archive, as Markdown.
    TemplateError where a template cannot be followed.
    """
    plan = make_plan(archive, site, load_words(site.language))
    press = Press(plan, templates)
    yield from _article_pages(plan, press, articles)
    listings: list[str] = []
    for sheet in chain(_list_sheets(plan), (about_sheet(plan, about), missing_sheet(plan))):
        listings.append(sheet.path)
        yield press.print(sheet)
    yield from data_pages(plan)
    yield from machine_files(plan, listings)
    yield from press.assets()


def _article_pages(plan: Plan, press: Press, articles: Iterable[Article]) -> Iterator[Page]:
    """The page of each article as it comes, and each file of records that it completes."""
    entries = {entry.card.source: entry for entry in plan.archive.entries.values()}
    records = Records(plan)
    for article in articles:
        entry = entries[article.source]
        yield press.print(article_sheet(plan, entry, article))
        yield from records.take(entry, article)


def _list_sheets(plan: Plan) -> Iterator[Sheet]:
    return chain(
        (front_sheet(plan),),
        time_sheets(plan),
        undated_sheets(plan),
        outlet_sheets(plan),
        author_sheets(plan),
        title_sheets(plan),
        review_sheets(plan),
        (method_sheet(plan), left_out_sheet(plan)),
    )
