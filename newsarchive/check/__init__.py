"""check: the output folder → what is wrong in it.

    for told in check(output, made, url, each):    # Finding | Unchecked, and at the end one Checked
        ...

Files are looked at one at a time, in any process (`look`); what is kept of each is some hundreds of bytes, by which the
whole is judged at the end (`Whole`). Nothing is written, and no address on the web is asked for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Protocol

from newsarchive.check.folder import ours, walk
from newsarchive.check.ledger import ledger
from newsarchive.check.look import look
from newsarchive.check.made import missing
from newsarchive.check.paths import unfit_paths
from newsarchive.check.records import RECORDS
from newsarchive.check.site import Look, Site
from newsarchive.check.site_map import ROBOTS, site_url
from newsarchive.check.whole import Whole
from newsarchive.model import Checked, Finding, Unchecked

__all__ = ["CHECKS", "Each", "Look", "Site", "Task", "check", "ledger"]

CHECKS: Mapping[str, str] = {
    "dead_link": "a link names a file that is there",
    "missing_id": "a link to a place in a page names an id that is there",
    "folder_link": "a link names a file, not a folder",
    "absolute_link": "a link within the site is relative",
    "outside_request": "nothing is loaded from outside the site",
    "inline_code": "no script and no style stands in a page",
    "policy": "each page has the policy that keeps it from loading anything else",
    "orphan": "one comes to each page by links from the front page",
    "unclosed": "each element is closed, and each page whole",
    "id_twice": "no id stands twice in a page",
    "heavy": "no page but an article's has over 150 kB of HTML",
    "long_path": "no path is longer than 100 characters",
    "clashing_path": "no two paths are one on a disk that knows no capital letters",
    "json_ld": "JSON-LD can be read, and says only what a record can vouch for",
    "facts": "machines are told what the record holds as stated or given",
    "feed": "the feed is as RFC 4287 says",
    "site_map": "the site map is as sitemaps.org says, and names files that are there",
    "records": "each record is of a page that is there",
    "table": "each row of data/articles.csv says what the record says",
    "search_index": "each file of the search index is whole, and those that it names are there",
    "missing": "each file that the build wrote is there",
    "changed": "each file that the build wrote holds what it wrote",
    "unreadable": "each file can be read",
    "ledger": "every character of a text lies in one piece of its article",
}
"""What is checked, by the name that findings are counted by."""

_TOGETHER = 64


Task = Callable[[Site, str], Sequence[Look]]


class Each(Protocol):
    """Does a task for each of some files, so many `together`, here or in other processes: the results, in order."""

    def __call__(self, task: Task, site: Site, paths: Sequence[str], together: int) -> Iterator[Sequence[Look]]: ...


def check(
    output: Path, made: Mapping[str, str] | None, url: str | None, each: Each
) -> Iterator[Finding | Unchecked | Checked]:
    """What is wrong in an output folder, as it is found; what could not be checked; at the end, how much was.

    `made` is what the manifest says of the files that the build wrote (None: there is none, and all files are taken for
    its own); `url` where the site stands on the web, if that is known.
    """
    folder = walk(output)
    yield from folder.findings
    numbers = {path: number for number, path in enumerate(folder.files)}
    site = Site(output, numbers, [made.get(path, "") if made else "" for path in numbers], url or _url(output, numbers))
    own = list(ours(site, made))
    if made is None:
        yield from (
            Unchecked(name, "there is no list of the files that the build wrote") for name in ("missing", "changed")
        )
    else:
        yield from missing(made, numbers)
    yield from unfit_paths(own)
    if not any(path.startswith(RECORDS) for path in own):
        yield Unchecked("facts", f"there are no records ({RECORDS}) to hold pages against")
    whole = Whole(site)
    yield from _looked(whole, each(look, site, [path for path in own if path.startswith(RECORDS)], 1))
    yield from _looked(whole, each(look, site, [path for path in own if not whole.is_seen(path)], _TOGETHER))
    yield from whole.findings()
    pages = sum(path.endswith(".html") for path in own)
    yield Checked(pages=pages, files=len(own) - pages, links=whole.links, left_alone=len(numbers) - len(own))


def _looked(whole: Whole, looks: Iterable[Sequence[Look]]) -> Iterator[Finding]:
    return chain.from_iterable(map(whole.take, chain.from_iterable(looks)))


def _url(output: Path, numbers: Mapping[str, int]) -> str | None:
    """The address of a site that nobody names, as its robots.txt has it."""
    if ROBOTS not in numbers:
        return None
    try:
        return site_url((output / ROBOTS).read_text("utf-8", "replace"))
    except OSError:
        return None
