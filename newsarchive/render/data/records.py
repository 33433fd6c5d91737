"""The records of an archive as JSON Lines, split by the order in which articles came: an edit rewrites little."""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from newsarchive.model import Article, Entry, Page
from newsarchive.model.record import record
from newsarchive.render.data.paths import is_in_data, record_path
from newsarchive.render.edition import shown
from newsarchive.render.sheet import Plan

# Many programs end a line at some of these, or act on them; JSON may write them as escapes, and only text holds them.
_JSON = json.JSONEncoder(ensure_ascii=False)
_C1 = re.compile(b"\xc2[\x80-\x9f]")  # U+0080 to U+009F
_CONTROLS = re.compile("[\x7f-\x9f\u2028\u2029]")


def record_files(plan: Plan) -> dict[str, tuple[str, ...]]:
    """The files of records by path, each with the ids of all articles that are numbered for it, in their order.

    Some of these articles, or all, may not be in the data files: it is also how articles are parted to be worked on.
    """
    files: defaultdict[str, list[str]] = defaultdict(list)
    entries = plan.archive.entries
    for row in sorted(plan.archive.addresses, key=lambda row: row.number):
        if row.id in entries:
            files[record_path(row.number)].append(row.id)
    return {path: tuple(identities) for path, identities in files.items()}


def has_records(plan: Plan, identities: Iterable[str]) -> bool:
    """Whether any of these articles stands in the data files."""
    return any(is_in_data(plan, identity) for identity in identities)


def record_page(plan: Plan, path: str, articles: Mapping[str, Article]) -> Page | None:
    """The file of the records of some articles, which go by id; None where none of them may stand in one."""
    lines = [
        record_line(plan, plan.entry(identity), article)
        for identity, article in articles.items()
        if is_in_data(plan, identity)
    ]
    return Page(path, b"".join(lines)) if lines else None


def record_line(plan: Plan, entry: Entry, article: Article) -> bytes:
    """The record of an article as its edition shows it: one line of JSON."""
    said = record(shown(article, plan.edition(entry.id)), item=entry.id, url=entry.url)
    content = f"{_JSON.encode(said)}\n".encode("utf-8", "replace")
    # looking at bytes is many times faster, and nearly every record has none of these
    if b"\x7f" in content or b"\xe2\x80\xa8" in content or b"\xe2\x80\xa9" in content or _C1.search(content):
        return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", content.decode()).encode()
    return content
