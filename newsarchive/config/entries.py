"""The keys of config.yaml that hold keys of their own."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from newsarchive.config.values import Count, Day, Phrase, Text, YesOrNo, one_of
from newsarchive.model import Edition

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
