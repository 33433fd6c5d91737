"""What only the whole site tells: ids on other pages, pages that nothing leads to, records and rows that disagree."""

from array import array
from collections import deque
from collections.abc import Iterator

from newsarchive.check.links import MISSING_PAGE
from newsarchive.check.look import fragment_hash, missing_id
from newsarchive.check.records import RECORDS, TABLE, differing
from newsarchive.check.search_files import FOLDER as SEARCH
from newsarchive.check.site import AGAIN, Look, Row, Site
from newsarchive.check.site_map import ROBOTS, SITE_MAPS
from newsarchive.model import Finding, Unchecked

FRONT_PAGE = "index.html"

# What hosts, search engines and scripts ask for by its name, or the README of the data tells of.
_FOUND_OTHERWISE = (MISSING_PAGE, ".", ROBOTS, SITE_MAPS, SEARCH, RECORDS, "addresses.csv", "assets/")
_LEAD = "Let a template link to it, or build again with --full so that it goes if it is no page any more"


class Whole:
    """Gathers what was looked at, in some hundreds of bytes a page: the site itself is never in memory."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._paths = list(site.numbers)
        self._targets: dict[int, bytes] = {}
        self._ids: dict[int, bytes] = {}
        self._fragments: dict[str, int] = {}
        self._far = array("I")  # page, target, fragment, line, one after another
        self._records: dict[int, Row] = {}
        self._rows: dict[int, Row] = {}
        self._seen = bytearray(len(self._paths))
        self._unread = False
        self.links = 0

    def take(self, look: Look) -> Iterator[Finding]:
        """Remembers what was seen of a file, and says what is wrong with it as far as it is known by now."""
        path = self._paths[look.number]
        if self._seen[look.number]:  # two records are of it, which is said of them
            return
        self._seen[look.number] = 1
        yield from look.findings
        self.links += look.links
        if look.ids is not None:
            self._targets[look.number], self._ids[look.number] = look.targets, look.ids
        elif path.endswith(".html"):
            self._unread = True
        for target, fragment, line in look.far:
            self._far.extend((look.number, target, self._fragments.setdefault(fragment, len(self._fragments)), line))
        if look.rows:
            yield from self._told_of(path, look.rows)

    def is_seen(self, path: str) -> bool:
        """Whether a file was looked at."""
        return bool(self._seen[self._site.numbers[path]])

    def findings(self) -> Iterator[Finding | Unchecked]:
        """What is wrong with the site as a whole, once all was looked at."""
        yield from self._missing_ids()
        if self._unread or FRONT_PAGE not in self._site.numbers:
            yield Unchecked("orphan", "pages that would have to be followed are not there or cannot be read")
        else:
            yield from self._orphans()
        yield from self._disagreeing()

    def _told_of(self, path: str, rows: tuple[Row, ...]) -> Iterator[Finding]:
        is_table = path == TABLE
        known = self._rows if is_table else self._records
        for row in rows:
            if row.page in known:
                page, kind = self._paths[row.page], "row" if is_table else "record"
                cause = f"another {kind} is of the page {page!r} already"
                yield Finding("table" if is_table else "records", path, row.line, cause, AGAIN)
            known.setdefault(row.page, row)

    def _missing_ids(self) -> Iterator[Finding]:
        """Links to ids that other pages do not have. Of pages that are not the build's nothing is known."""
        names = list(self._fragments)
        hashes = list(map(fragment_hash, names))
        links = sorted(zip(*(self._far[place::4] for place in range(4)), strict=True), key=lambda link: link[1])
        known, ids = -1, frozenset[int]()
        found = []
        for page, target, fragment, line in links:
            if target != known:
                known, ids = target, frozenset(array("Q", self._ids.get(target, b"")))
            if target in self._ids and hashes[fragment] not in ids:
                found.append((page, line, fragment, target))
        for page, line, fragment, target in sorted(found):
            yield missing_id(self._paths[page], line, names[fragment], self._paths[target])

    def _orphans(self) -> Iterator[Finding]:
        """Pages, and files for people, that one does not come to by following links from the front page."""
        start = self._site.numbers[FRONT_PAGE]
        reached = bytearray(len(self._paths))
        reached[start] = 1
        waiting = deque([start])
        while waiting:
            for target in array("I", self._targets.get(waiting.popleft(), b"")):
                if not reached[target]:
                    reached[target] = 1
                    waiting.append(target)
        for number, path in enumerate(self._paths):
            if self._seen[number] and not reached[number] and not path.startswith(_FOUND_OTHERWISE):
                yield Finding("orphan", path, None, "no way by links leads from the front page to it", _LEAD)

    def _disagreeing(self) -> Iterator[Finding]:
        """Records and rows that do not agree, or of which there is only one of the two."""
        if TABLE not in self._site.numbers and not self._records:
            return
        for page, record in self._records.items():
            url, row = self._paths[page], self._rows.get(page)
            if row is None:
                yield Finding("table", TABLE, None, f"no row is of the page {url!r}, of which there is a record", AGAIN)
            elif columns := differing(row.fields, record.fields):
                cause = f"in {', '.join(columns)} this row says something else than the record of {url!r}"
                yield Finding("table", TABLE, row.line, cause, AGAIN)
        for page, row in self._rows.items():
            if page not in self._records:
                cause = f"this row is of the page {self._paths[page]!r}, of which {RECORDS} has no record"
                yield Finding("records", TABLE, row.line, cause, AGAIN)
