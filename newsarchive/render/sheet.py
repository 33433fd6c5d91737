"""A page before it is printed: what its template is told, without any HTML."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Literal, NamedTuple

from newsarchive.model import Archive, Doubt, Edition, Entry, Group, Site
from newsarchive.render.edition import edition_for
from newsarchive.render.link import Link
from newsarchive.render.words import Words

DoubtsOf = Callable[[str], tuple[Doubt, ...]]
ARTICLE = "article.html"
"""The template of the articles' own pages."""
Section = Literal["front", "years", "outlets", "authors", "titles", "search", "about", ""]


class Sheet(NamedTuple):
    """What a page is to say. `make` makes what its template shows; `section` is the part of the site it belongs to.

    `trail` leads up from it; `before` and `after` are its neighbours. `entries` are the ids of all articles of which
    the page says anything, and `facts` what else it says: as long as these stay, and those articles, so does the page.
    Without `entries` it may say something of any article.
    """

    path: str
    template: str
    title: str
    make: Callable[[], object]
    section: Section = ""
    trail: tuple[Link, ...] = ()
    before: Link | None = None
    after: Link | None = None
    entries: tuple[str, ...] | None = None
    facts: tuple[object, ...] = ()

    @property
    def view(self) -> object:
        """What its template shows."""
        return self.make()


class Lot(NamedTuple):
    """Sheets that are made together, under a name that no other lot has.

    `entries` are the ids of all articles of which they say anything, and `facts` what else they say: as long as these
    stay, and those articles, so do the sheets, and need not be made. A lot without `entries` may say something of any
    article.
    """

    name: str
    make: Callable[[], Iterable[Sheet]]
    entries: tuple[str, ...] | None = None
    facts: tuple[object, ...] = ()


def lot_of(sheet: Sheet) -> Lot:
    """A sheet that is made alone."""
    return Lot(sheet.path, partial(tuple, (sheet,)), sheet.entries, sheet.facts)


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """What every page is made from: the archive, the user's choices, the words; outlets by id, authors by spelling.

    `doubts_of` gives the doubts of an article in full by the path of its text; None where they stand on its card.
    A plan is like no other, so that what was counted of it can be kept with it.
    """

    archive: Archive
    site: Site
    words: Words
    outlets: Mapping[str, Group] = field(repr=False)
    author_groups: Mapping[str, Group] = field(repr=False)
    doubts_of: DoubtsOf | None = field(default=None, repr=False)

    @property
    def language(self) -> str:
        """The language of pages: the site's where its words are written, else that of the words."""
        return self.words.own(self.site.language)

    def entry(self, identity: str) -> Entry:
        """The entry of an id."""
        return self.archive.entries[identity]

    def edition(self, identity: str) -> Edition:
        """What is shown of an article."""
        if not self.site.editions:
            return self.site.edition
        outlet = self.outlets.get(identity)
        return edition_for(self.site, outlet.name if outlet else None)

    def is_reviewed(self, identity: str) -> bool:
        """Whether an article is shown to who works on the archive: what wants a look in it, and how to mend that."""
        return self.site.is_working_copy or self.edition(identity).review_pages

    def authors(self, identity: str) -> tuple[Group, ...]:
        """The authors of an article, in the order of its byline."""
        names = self.entry(identity).card.authors
        if len(names) == 1:  # as in most bylines
            group = self.author_groups.get(names[0])
            return (group,) if group else ()
        groups = (group for name in names if (group := self.author_groups.get(name)))
        return tuple({group.slug: group for group in groups}.values())


def make_plan(archive: Archive, site: Site, words: Words, doubts_of: DoubtsOf | None = None) -> Plan:
    """The plan of an archive's pages."""
    outlets = {identity: group for group in archive.outlets for identity in group.entries}
    authors = {spelling: group for group in archive.authors for spelling in group.spellings}
    return Plan(archive, site, words, outlets, authors, doubts_of)
