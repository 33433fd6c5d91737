"""README.txt: what each data file is, in plain words and the language of the pages."""

from collections.abc import Iterator
from textwrap import TextWrapper

from newsarchive.render.data.paths import ARTICLES, RECORDS, SCHEMA
from newsarchive.render.sheet import Plan

_PLAIN = TextWrapper(78, break_long_words=False, break_on_hyphens=False)
_INDENTED = TextWrapper(78, break_long_words=False, break_on_hyphens=False, initial_indent="  ", subsequent_indent="  ")


def readme(plan: Plan) -> bytes:
    """The text. It tells no number and no day of the archive, so that it changes when the choices do and never else."""
    return "\n\n".join(_paragraphs(plan)).encode("utf-8", "replace") + b"\n"


def _paragraphs(plan: Plan) -> Iterator[str]:
    site, say = plan.site, plan.words.say
    yield _PLAIN.fill(say("data", "title", title=site.title))
    if site.is_working_copy:
        yield say("foot", "working_copy")
    yield _PLAIN.fill(say("data", "about"))
    if site.url:
        yield say("data", "address", url=site.url)
    yield _section(_name(ARTICLES), say("data", "articles"), say("data", "formulas"))
    yield _section(f"{_name(RECORDS)}/", say("data", "records"))
    yield _section(_name(SCHEMA), say("data", "schema"))
    yield _section(say("data", "dates"), *(say("data", form) for form in ("whole", "between", "later")))
    for key, text in (("rights", site.rights), ("contact", site.contact)):
        if text:
            yield _section(say("foot", key), text)


def _section(heading: str, *paragraphs: str) -> str:
    return "\n".join((heading, *map(_INDENTED.fill, paragraphs)))


def _name(path: str) -> str:
    """As it is called beside the README: "data/articles.csv" -> "articles.csv"."""
    return path.rpartition("/")[2]
