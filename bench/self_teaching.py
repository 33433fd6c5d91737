"""What the archive teaches itself: a made-up archive whose boilerplate is made of words that no list knows.

    python bench/self_teaching.py ../shared/bench/make_corpus.py [--articles 1600] [--show 20]

Writes an archive with make_corpus.py, all its outlets in one folder, and puts invented words for those of their
boilerplate, the same ones wherever an outlet prints them. Prints how many lines of boilerplate the habits of the
archive know, how many of them label leaves out, with habits and without, and how many lines of a body are lost.
"""

import argparse
import hashlib
import importlib.util
import json
import re
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from newsarchive.label import label
from newsarchive.model import BODY_LABELS, Habits, Source
from newsarchive.survey import habits_of
from newsarchive.text.fold import fold
from newsarchive.text.recurrence import recurring

_WORD = re.compile(r"[^\W\d_]+")
_SYLLABLES = [a + b for a in ("br", "d", "f", "gw", "h", "j", "k", "l") for b in ("ab", "elm", "ist", "on", "ux")]


@dataclass(frozen=True, slots=True)
class Written:
    """A text of the archive, and which of its lines are boilerplate and which its body."""

    source: Source
    boilerplate: list[str]
    body: list[str]


def invented(outlet, text):
    """A text with each of its words made another one, the same for the same word of an outlet."""

    def other(found):
        seed = hashlib.sha256(f"{outlet}/{found[0].casefold()}".encode()).digest()
        word = "".join(_SYLLABLES[byte % len(_SYLLABLES)] for byte in seed[: 1 + len(found[0]) // 3])
        return word.upper() if found[0].isupper() else word.capitalize() if found[0][0].isupper() else word

    return _WORD.sub(other, text)


def write(script, count, folder):
    """The texts that make_corpus.py writes, with invented words for its boilerplate."""
    spec = importlib.util.spec_from_file_location("make_corpus", script)
    corpus = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(corpus)
    boilerplate, printed = corpus.boilerplate, []

    def with_invented_words(outlet, rng, date):
        head, foot = ([invented(outlet, line) for line in lines] for lines in boilerplate(outlet, rng, date))
        printed.append([*head, *foot])
        return head, foot

    corpus.boilerplate = with_invented_words
    sys.argv = [str(script), str(count), str(folder)]
    corpus.main()
    rows = (folder / "gold.jsonl").read_text("utf-8").splitlines()
    for lines, row in zip(printed, map(json.loads, rows), strict=True):
        text = (folder / "articles" / row["path"]).read_text("utf-8")
        source = Source(f"scraped/{Path(row['path']).name}", text, "utf-8", "")
        yield Written(source, lines, row["body"])


def is_left_out(written, habits):
    """For each line of a text whether label leaves it out."""
    out = {}
    for span in label(written.source, habits):
        out[span.text] = out.get(span.text, True) and span.label == "boilerplate"
        if span.label in BODY_LABELS:
            out[span.text] = False
    return out


def tally(texts, knows, show):
    """How many lines of boilerplate are known, and how many lines of a body."""
    missed, lost, lines = [], [], 0
    for written in texts:
        known = knows(written)
        lines += len(written.boilerplate)
        missed += [line for line in written.boilerplate if not known(line)]
        lost += [line for line in written.body if known(line)]
    for what, some in (("missed", missed), ("lost", lost)):
        for line in sorted(set(some))[:show]:
            print(f"    {what}: {line[:150]}")
    return f"{1 - len(missed) / lines:.4f} of {lines} lines of boilerplate, {len(lost)} lines of a body"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("script", type=Path, help="make_corpus.py")
    parser.add_argument("--articles", type=int, default=1600)
    parser.add_argument("--show", type=int, default=0, help="lines to print of what is missed and lost")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        texts = list(write(args.script, args.articles, Path(folder)))
    start = time.process_time()
    habits = habits_of(written.source for written in texts)
    cpu = 1000 * (time.process_time() - start) / len(texts)
    print(f"{len(texts)} articles, survey {cpu:.2f} ms CPU an article, {len(habits.edge_lines)} lines recur")
    print("habits know", tally(texts, lambda _: lambda line: recurring((fold(line),), habits).at_edges, args.show))
    for what, chosen in (("without habits", Habits.none), ("with habits", habits)):
        said = tally(texts, lambda text, chosen=chosen: is_left_out(text, chosen).get, args.show)
        print(f"label, {what}, leaves out {said}")


if __name__ == "__main__":
    main()
