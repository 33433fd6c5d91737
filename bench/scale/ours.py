"""What newsarchive costs at one size: built cold, and again after each kind of change."""

import shutil
import statistics
import sys
from dataclasses import asdict
from pathlib import Path

import made
from checks import WrongError, bytes_of, check, heaviest, pages_of, spread, weights
from cost import cost_of, median
from snapshot import by_kind, changes, digest, snapshot

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build.py"
BARE = Path(__file__).with_name("bare.py")


class Archive:
    """One made-up archive in a folder of its own, which is built again and again."""

    def __init__(self, folder, texts, gold, asked):
        self.folder, self.texts, self.gold, self.asked = folder, texts, gold, asked
        self.site = folder / "site"
        self.held_back = gold[-asked.repeat :]
        made.lay_out(folder, texts, gold[: -asked.repeat])

    def build(self):
        command = [sys.executable, BUILD, self.folder, "-o", self.site, "--quiet"]
        return cost_of(command, limit=self.asked.limit)

    def cold(self):
        """The row of a cold build, with the memory over time."""
        costs = []
        for _ in range(self.asked.repeat):
            made.forget(self.folder, addresses=False)
            costs.append(self.build())
        files, size = bytes_of(self.site)
        return {**asdict(median(costs)), "files": files, "bytes": size, "beside": made.beside(self.folder)}

    def after(self, change):
        """The row of a build after each of some changes: what it costs, and what it wrote (of the last)."""
        costs, counts = [], []
        for number in range(self.asked.repeat):
            before = snapshot(self.site)
            change(number)
            costs.append(self.build())
            written, gone = changes(before, snapshot(self.site))
            counts.append(len(written))
        row = {**asdict(median(costs)), "over_time": ()}
        return {**row, "wrote": statistics.median(counts), "kinds": by_kind(written), "gone": by_kind(gone)}

    def checked(self):
        """What was checked, in words, and what article pages weigh. WrongError where the site is not as it is to be."""
        pages = pages_of(self.folder / "addresses.csv", self.site)
        said = check(pages, self.site, self.gold[: -self.asked.repeat])
        return said, {**weights(pages, self.folder / "articles"), "heaviest": heaviest(pages, self.site)}

    def compared(self):
        """Whether the site as it is after all changes equals one that is built clean."""
        kept = digest(self.site)
        made.forget(self.folder, addresses=True)
        self.build()
        if digest(self.site) != kept:
            raise WrongError("the site after all changes is not that of a clean build")
        return "after all changes the site equals a clean build, byte for byte"

    def beside(self):
        """Rows of what is no building: the same bytes with nothing done to them, and a copy of the site."""
        copy = self.folder / "copy"
        commands = {
            "texts read, as many bytes written": [sys.executable, BARE, self.folder / "articles", self.site, copy],
            "`cp -r` of the site": ["cp", "-r", self.site, copy],
        }
        rows = {}
        for name, command in commands.items():
            costs = []
            for _ in range(self.asked.repeat):
                shutil.rmtree(copy, ignore_errors=True)
                costs.append(cost_of(command))
            rows[name] = {**asdict(median(costs)), "over_time": ()}
        shutil.rmtree(copy)
        return rows


def measure(archive):
    """({case: row}, {what else was seen}) of one size."""
    rows, tell = {}, lambda name: print(f"  newsarchive, {name}", flush=True)
    tell("cold")
    rows["newsarchive, cold"] = archive.cold()
    checked, weight = archive.checked()
    rows |= archive.beside()
    for name, change in _changes(archive):
        tell(name)
        rows[f"newsarchive, {name}"] = archive.after(change)
    tell("compared with a clean build")
    return rows, {"checked": [checked, archive.compared()], "weights": weight}


def _changes(archive):
    """(name, what is done before a build); each time another article."""
    folder, repeat = archive.folder, archive.asked.repeat
    chosen = spread(archive.gold[: -repeat - 1], 3 * repeat + 1)[-3 * repeat :]
    return (
        ("nothing changed", lambda _: None),
        ("one body edited", lambda number: made.edit_body(folder, chosen[3 * number])),
        ("one headline edited", lambda number: made.edit_headline(folder, chosen[3 * number + 1])),
        ("one article added", lambda number: made.put(folder, archive.texts, archive.held_back[number])),
        ("one article removed", lambda number: made.take_away(folder, chosen[3 * number + 2])),
        ("a template edited", lambda number: made.edit_template(folder, BUILD, number)),
    )
