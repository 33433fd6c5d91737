"""The whole site, page by page."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from newsarchive.model import Archive, Article, Page, Site
from newsarchive.render.about import about_sheet, missing_sheet
from newsarchive.render.article import article_sheet
from newsarchive.render.front import front_sheet
from newsarchive.render.groups import author_sheets, outlet_sheets
from newsarchive.render.press import Press
from newsarchive.render.sheet import Plan, Sheet, make_plan
from newsarchive.render.times import time_sheets
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
    yield from map(press.print, _article_sheets(plan, articles))
    yield from map(press.print, _list_sheets(plan))
    yield from map(press.print, (about_sheet(plan, about), missing_sheet(plan)))
    yield from press.assets()


def _article_sheets(plan: Plan, articles: Iterable[Article]) -> Iterator[Sheet]:
    entries = {entry.card.source: entry for entry in plan.archive.entries.values()}
    return (article_sheet(plan, entries[article.source], article) for article in articles)


def _list_sheets(plan: Plan) -> Iterator[Sheet]:
    return chain(
        (front_sheet(plan),), time_sheets(plan), undated_sheets(plan), outlet_sheets(plan), author_sheets(plan)
    )
