"""The keys of config.yaml that hold keys of their own."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, model_validator

from newsarchive.config.values import Count, Day, Phrase, Text, YesOrNo, one_of
from newsarchive.model import Edition
from newsarchive.text.author_names import bare_name
from newsarchive.text.fold import fold

_EDITION = Edition()
Shown = Annotated[Literal["full", "excerpt", "facts"], BeforeValidator(one_of("full", "excerpt", "facts"))]


class Keys(BaseModel):
    """Keys and values; a key that is not known is refused, since it is a slip."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Period(Keys):
    """A span of days."""

    first: Day = Field(alias="from", description="the first day")
    last: Day = Field(alias="to", description="the last day")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError("a period that does not end before it begins")
        return self


class Publish(Keys):
    """What readers are shown."""

    text: Shown = Field(
        default=_EDITION.text,
        description="full, excerpt (the first words) or facts (headline, outlet, date and the like)",
    )
    words: Count = Field(default=_EDITION.words, description="how many words an excerpt has")
    source_view: YesOrNo = Field(
        default=_EDITION.source_view, description="every line of the file, with what was made of it"
    )
    left_out_view: YesOrNo = Field(default=_EDITION.left_out_view, description="the lines that were left out, and why")
    data_files: YesOrNo = Field(default=_EDITION.data_files, description="the records in data/, for other programs")
    review_pages: YesOrNo = Field(
        default=_EDITION.review_pages, description="the pages of what wants a look; a working copy has them always"
    )


class Outlet(Keys):
    """An outlet that somebody knows."""

    name: Text = Field(description="its name, as pages show it")
    aliases: list[Text] = Field(default=[], description="other spellings of its name")
    files: list[Text] = Field(
        default=[], description="its folders or files below articles: gazette, 2023/*-gazette.txt"
    )
    leave_out: list[Phrase] = Field(default=[], description="as leave_out below, for this outlet alone")
    keep: list[Phrase] = Field(default=[], description="as keep below, for this outlet alone")
    publish: Publish | None = Field(
        default=None, description="as publish above, for this outlet; what is not set is as above"
    )


def _each_once(outlets: list[Outlet]) -> list[Outlet]:
    names = [outlet.name.casefold() for outlet in outlets]
    twice = sorted({outlet.name for outlet in outlets if names.count(outlet.name.casefold()) > 1})
    if twice:
        raise ValueError(f"each outlet once, but {', '.join(twice)} are the same")
    return outlets


Outlets = Annotated[list[Outlet], AfterValidator(_each_once)]


def _under_one_name(authors: dict[str, list[str]]) -> dict[str, list[str]]:
    """No spelling under two names, and no name among the spellings of another."""
    under: dict[str, str] = {}
    for name, others in authors.items():
        for spelling in (name, *others):
            first = under.setdefault(fold(spelling), name)
            if first != name:
                twice = f'"{spelling}" belongs to {first} and to {name}: take it out of one'
                raise ValueError(f"each spelling under one name, but {twice}")
    return authors


def _not_together(name: str, info: ValidationInfo) -> str:
    authors = info.data.get("authors") or {}
    together = next((each for each, others in authors.items() if fold(name) in map(fold, (each, *others))), None)
    if together is not None:
        raise ValueError(f"a spelling that authors does not put together with {together}: take it out there or here")
    return name


def _is_a_name(name: str) -> str:
    if not bare_name(name):
        raise ValueError("a name")
    return name


Name = Annotated[Text, AfterValidator(_is_a_name)]
AuthorNames = Annotated[dict[Name, list[Name]], AfterValidator(_under_one_name)]
NameApart = Annotated[Name, AfterValidator(_not_together)]
