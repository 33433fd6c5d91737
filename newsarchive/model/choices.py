"""What a stage needs of the configuration."""

from dataclasses import dataclass, field
from typing import ClassVar, Literal


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet that a person named: its other spellings, and the folders or files (glob patterns) that are its own."""

    name: str
    aliases: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrases:
    """Lines a person settled: `leave_out` never belongs to an article, `keep` always does.

    Each is a phrase (the whole line, folded) or a /pattern/ (found anywhere in the line). `outlet` None: for all.
    """

    leave_out: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Authors:
    """What a person said of the spellings of authors: `together`, a name with others of the same author; and those that
    are authors `apart`, however much they look like another.
    """

    together: tuple[tuple[str, tuple[str, ...]], ...] = ()
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """What label, extract and link need to know of the user's choices.

    `collected` is the last day on which texts were collected (ISO 8601): nothing is dated after it.
    `period` is the span that the archive covers (ISO days, both ends included). `timezone` is the
    IANA name of the zone that its outlets are in (None: not known). `authors` are for link alone.
    """

    outlets: tuple[Outlet, ...] = ()
    phrases: tuple[Phrases, ...] = ()
    collected: str | None = None
    period: tuple[str, str] | None = None
    timezone: str | None = None
    authors: Authors = field(default=Authors())
    none: ClassVar["Choices"]


Choices.none = Choices()


@dataclass(frozen=True, slots=True)
class Edition:
    """What is shown of an article, for the archive or for one outlet.

    `text`: the whole body, its first `words` words, or no body at all. `source_view` and `left_out_view` say whether
    the page shows the lines of the file and the lines that were left out; both need the full text. `data_files` and
    `review_pages` say whether it stands in data/ and in review/; a working copy has both.
    """

    text: Literal["full", "excerpt", "facts"] = "full"
    words: int = 60
    source_view: bool = True
    left_out_view: bool = True
    data_files: bool = True
    review_pages: bool = False


@dataclass(frozen=True, slots=True)
class Site:
    """What render needs to know of the user's choices. `editions` holds the outlets that differ from `edition`.

    A working copy is a site of which nobody has said yet what is to be published: it is not for publication.
    `has_search`: it can be searched, with a page and an index for it.
    """

    title: str = "News archive"
    description: str | None = None
    url: str | None = None
    language: str = "en"
    collected: str | None = None
    period: tuple[str, str] | None = None
    rights: str | None = None
    contact: str | None = None
    coverage: str | None = None
    robots: str = "noindex"
    listing_size: int = 50
    is_working_copy: bool = True
    has_search: bool = True
    edition: Edition = field(default=Edition())
    editions: tuple[tuple[str, Edition], ...] = ()
