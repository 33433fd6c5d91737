"""Where the data files stand below output/, and which articles stand in them."""

from newsarchive.render.sheet import Plan

README = "data/README.txt"
ARTICLES = "data/articles.csv"
SCHEMA = "data/record.schema.json"
RECORDS = "data/records"

_TOGETHER = 100  # records of one file: an edit rewrites two files of about half a megabyte at most


def record_path(number: int) -> str:
    """The file of the record of an article by its number in addresses.csv: 101 -> "data/records/0002.jsonl"."""
    return f"{RECORDS}/{(number - 1) // _TOGETHER + 1:04}.jsonl"


def is_in_data(plan: Plan, identity: str) -> bool:
    """Whether an article stands in the data files."""
    return plan.edition(identity).data_files


def has_data(plan: Plan) -> bool:
    """Whether there are any data files."""
    return any(is_in_data(plan, identity) for identity in plan.archive.order)
