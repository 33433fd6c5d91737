"""The records of an archive as JSON Lines, split by the order in which articles came: an edit rewrites little."""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from newsarchive.model import Article, Entry, Page
from newsarchive.model.record import record
from newsarchive.render.data.paths import is_in_data, record_path
from newsarchive.render.edition import shown
from newsarchive.render.sheet import Plan

# Many programs end a line at some of these, or act on them; JSON may write them as escapes, and only text holds them.
_CONTROLS = re.compile("[\x7f-\x9f\u2028\u2029]")


class Records:
    """Collects the record of each article as it passes; a file of them is a page as soon as its last article has.

    Files are held no longer than that, so memory is bounded where articles come in the order of their numbers.
    """

    def __init__(self, plan: Plan) -> None:
        entries = plan.archive.entries
        self._plan = plan
        self._numbers = {
            row.id: row.number for row in plan.archive.addresses if row.id in entries and is_in_data(plan, row.id)
        }
        self._awaited = Counter(map(record_path, self._numbers.values()))
        self._lines: defaultdict[str, dict[int, bytes]] = defaultdict(dict)

    def take(self, entry: Entry, article: Article) -> Iterator[Page]:
        """The file that an article completes, if it does."""
        number = self._numbers.get(entry.id)
        if number is None:
            return
        path = record_path(number)
        self._lines[path][number] = record_line(self._plan, entry, article)
        if len(self._lines[path]) == self._awaited[path]:
            lines = self._lines.pop(path)
            yield Page(path, b"".join(lines[number] for number in sorted(lines)))


def record_line(plan: Plan, entry: Entry, article: Article) -> bytes:
    """The record of an article as its edition shows it: one line of JSON."""
    said = record(shown(article, plan.edition(entry.id)), item=entry.id, url=entry.url)
    line = _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(said, ensure_ascii=False))
    return f"{line}\n".encode("utf-8", "replace")
