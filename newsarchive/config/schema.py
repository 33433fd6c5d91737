"""config.yaml: its keys, what they mean, and what they are where nobody says otherwise."""

from pydantic import Field

from newsarchive.config.entries import AuthorNames, Keys, NameApart, Outlets, Period, Publish
from newsarchive.config.values import Count, Day, Folder, Language, Phrase, Robots, Text, TimeZone, WebAddress, YesOrNo
from newsarchive.model import Site
from newsarchive.text.words import spoken

_SITE = Site()


class Schema(Keys):
    """The keys of config.yaml, in the order of the sample."""

    title: Text = Field(default=_SITE.title, description="The name of the archive, on every page.")
    description: Text | None = Field(
        default=None,
        description="One sentence about the archive, for its front page and for search engines.",
        examples=["What the papers of a harbour town printed, 2019 to 2021."],
    )
    url: WebAddress | None = Field(
        default=None,
        description="The address where the archive is put online. It works from disk without one.",
        examples=["https://example.org/archive/"],
    )
    language: Language = Field(
        default=_SITE.language, description=f"The language of the pages: {', '.join(spoken())}. Texts may be in any."
    )
    timezone: TimeZone | None = Field(
        default=None,
        description="The time zone of the outlets: a post that a text embeds is dated by the day that it was there.",
        examples=["Europe/Berlin"],
    )
    collected: Day | None = Field(
        default=None,
        description="The last day on which texts were collected: nothing is dated after it.",
        examples=["2023-12-31"],
    )
    period: Period | None = Field(
        default=None,
        description="The days that the archive covers. A date outside them is looked at twice.",
        examples=[{"from": "2019-01-01", "to": "2021-12-31"}],
    )
    publish: Publish = Field(
        default=Publish(),
        description="What readers are shown. What is withheld here is in no file of the output at all. Until this is "
        "set, the site is a working copy: it shows everything, and every page says that it is not for publication.",
    )
    rights: Text | None = Field(
        default=None,
        description="Whose the texts are and what may be done with them; on every article.",
        examples=["All rights with the outlets. For research and teaching alone."],
    )
    contact: Text | None = Field(
        default=None,
        description="Whom to write to about an article; on every article.",
        examples=["archive@example.org"],
    )
    coverage: Text | None = Field(
        default=None,
        description="What the archive holds and what it does not, in a sentence or two.",
        examples=["Two weeklies and a radio station; their sports pages were not collected."],
    )
    outlets: Outlets = Field(
        default=[],
        description="Outlets that you know. A text of one is recognised by its name, an alias, or where its file lies.",
        examples=[[{"name": "The Harbour Gazette", "aliases": ["Harbour Gazette"], "files": ["gazette"]}]],
    )
    authors: AuthorNames = Field(
        default={},
        description="Authors that are spelt in more than one way: the name to show, and its other spellings. What "
        "differs in capitals, accents, dots, hyphens or blanks alone is put together without being named here.",
        examples=[{"Ada Rook": ["A. Rook", "Ada B. Rook"]}],
    )
    authors_apart: list[NameApart] = Field(
        default=[],
        description="Spellings that would be put together with others and are an author of their own.",
        examples=[["Jose Pena"]],
    )
    leave_out: list[Phrase] = Field(
        default=[],
        description="Lines that never belong to an article, before every rule: a phrase (a whole line) or a /pattern/.",
        examples=[["Read more in our app", "/^Advert: /"]],
    )
    keep: list[Phrase] = Field(
        default=[],
        description="Lines that always belong to the article they stand in, written in the same way.",
        examples=[["Letters to the editor"]],
    )
    articles: Folder = Field(default="articles", description="The folder of the texts. Nothing is ever written to it.")
    output: Text = Field(default="output", description="The folder that the site is written to.")
    templates: Folder = Field(
        default="templates",
        description="The folder of your own templates, if there is one; each stands for ours of that name.",
    )
    pages: Folder = Field(
        default="pages", description="The folder of pages written by hand, if there is one: about.md."
    )
    listing_size: Count = Field(
        default=_SITE.listing_size, description="How many articles a page of a list holds at most."
    )
    search: YesOrNo = Field(
        default=_SITE.has_search,
        description="Whether the archive can be searched. The index adds about half of the size of the texts.",
    )
    robots: Robots = Field(
        default=_SITE.robots,
        description="What search engines are told: noindex keeps it out of them, index lets it in. A working copy is "
        "kept out of them whatever stands here.",
    )
