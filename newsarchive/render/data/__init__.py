"""data/: what the pages say, for other programs: a table, the records, their schema, and what each file is."""

from collections.abc import Iterator, Mapping

from newsarchive.model import Page
from newsarchive.model.record import record_schema
from newsarchive.render.data.paths import ARTICLES, README, RECORDS, SCHEMA, has_data
from newsarchive.render.data.readme import readme
from newsarchive.render.data.records import has_records, record_files, record_page
from newsarchive.render.data.table import articles_csv, table_row
from newsarchive.render.sheet import Plan

__all__ = [
    "ARTICLES",
    "README",
    "RECORDS",
    "SCHEMA",
    "data_pages",
    "has_data",
    "has_records",
    "record_files",
    "record_page",
    "table_row",
]


def data_pages(plan: Plan, rows: Mapping[str, bytes]) -> Iterator[Page]:
    """The files of data/ but the records; none where no article may stand in one. `rows` are those of the table."""
    if has_data(plan):
        yield Page(README, readme(plan))
        yield Page(SCHEMA, record_schema())
        yield Page(ARTICLES, articles_csv(plan, rows))
