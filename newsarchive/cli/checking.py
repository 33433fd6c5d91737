"""What `check` says: on the terminal the first findings of each check and how many more, as JSON every one."""

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from pathlib import Path

import click

from newsarchive.check import CHECKS
from newsarchive.cli.tell import Stopwatch, so_many
from newsarchive.model import Checked, Finding, Unchecked
from newsarchive.model.report import LISTED

Told = Iterable[Finding | Unchecked | Checked]


def tell_findings(told: Told, stopwatch: Stopwatch, *, quiet: bool) -> bool:
    """Print what was found, by check, and how much was looked at; whether anything was found."""
    counts: Counter[str] = Counter()
    listed: list[Finding] = []
    rest: list[Unchecked | Checked] = []
    for item in told:
        if not isinstance(item, Finding):
            rest.append(item)
            continue
        counts[item.check] += 1
        if counts[item.check] <= LISTED:
            listed.append(item)
    for line in chain(_listed(listed, counts), () if quiet else _end(rest, counts, stopwatch)):
        click.echo(line)
    return bool(counts)


def write_findings(told: Told, output: Path) -> bool:
    """Write the report as one JSON object, each finding as it is found; whether anything was found.

    {"site": …, "findings": [{"check": …, "page": …, "line": …, "cause": …, "remedy": …}], "counts": {check: number},
    "not_checked": [{"check": …, "why": …}], "checked": {"pages": …, "files": …, "links": …, "left_alone": …}}
    """
    counts: Counter[str] = Counter()
    rest: list[Unchecked | Checked] = []
    _write(f'{{"site": {json.dumps(str(output))}, "findings": [')
    for item in told:
        if isinstance(item, Finding):
            _write(("," if counts else "") + "\n" + json.dumps(item._asdict()))
            counts[item.check] += 1
        else:
            rest.append(item)
    end = {
        "counts": {check: counts[check] for check in CHECKS},
        "not_checked": [item._asdict() for item in rest if isinstance(item, Unchecked)],
        "checked": next(item._asdict() for item in rest if isinstance(item, Checked)),
    }
    _write(f"],\n{json.dumps(end)[1:]}\n")
    return bool(counts)


def _write(text: str) -> None:
    sys.stdout.write(text)  # all of it is ASCII


def _listed(listed: Iterable[Finding], counts: Counter[str]) -> Iterator[str]:
    order = list(CHECKS)
    for check, findings in groupby(sorted(listed, key=lambda one: order.index(one.check)), lambda one: one.check):
        yield from (f"{finding} [{check}]" for finding in findings)
        if counts[check] > LISTED:
            yield f"... and {counts[check] - LISTED:,} more of the kind: {check}"


def _end(rest: Iterable[Unchecked | Checked], counts: Counter[str], stopwatch: Stopwatch) -> Iterator[str]:
    for item in rest:
        if isinstance(item, Unchecked):
            yield f"Not checked: {item.check}: {item.why}."
            continue
        looked_at = (
            f"{so_many(item.pages, 'page')}, {so_many(item.files, 'other file')} and {so_many(item.links, 'link')}"
        )
        yield f"Checked {looked_at} in {stopwatch}: {so_many(counts.total(), 'finding')}."
        if item.left_alone:
            yield f"Left alone: {so_many(item.left_alone, 'file')} that the build did not write."
