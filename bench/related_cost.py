"""Time and memory of related articles in made-up archives, and whether five texts about one thing find each other.

    python bench/related_cost.py ../shared/bench/make_corpus.py [--seeds ../shared/seeds] [--counts 1000 10000 100000]

The articles are made in memory, not read from raw text, so only key terms and related articles are measured: CPU
seconds of this process, and what it holds at most (Linux counts in kilobytes). One run a process: call it once for each
count to compare memory. With seeds, says how many of their related articles are the other seeds. Prints rows for
RESULTS.md.
"""

import argparse
import datetime as dt
import hashlib
import importlib.util
import random
import resource
import time
from pathlib import Path

from newsarchive.link import card
from newsarchive.link.copies import find_copies
from newsarchive.link.placed import Placed
from newsarchive.link.related import relate_all
from newsarchive.link.terms import key_terms
from newsarchive.model import Article, Block
from newsarchive.pipeline.records import extract_alone


def made_up(make_corpus, count):
    """The articles that make_corpus.py would write, without their boilerplate."""
    spec = importlib.util.spec_from_file_location("make_corpus", make_corpus)
    corpus = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(corpus)
    chance = random.Random(20231121)  # noqa: S311  # as make_corpus.py has it
    words = corpus.Words(chance)
    surnames = [word.capitalize() for word in words.words[500:2000] if len(word) > 4]
    people = [f"{chance.choice(corpus.FIRST)} {chance.choice(surnames)}" for _ in range(2000)]
    for number in range(count):
        start = dt.date(2004, 1, 1)
        _, gold = corpus.article(number, chance, words, people, people[:300], start, 20 * 365)
        yield Article(
            source=f"{number:07}.txt",
            sha256=hashlib.sha256(str(number).encode()).hexdigest(),
            encoding="utf-8",
            language="en",
            headline=gold["headline"],
            deck=gold["deck"],
            published=gold["date"],
            body=tuple(Block("paragraph", text, line) for line, text in enumerate(gold["body"], 1)),
        )


def megabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def seconds(work):
    """The CPU seconds of some work, and its result."""
    start = time.process_time()
    result = work()
    return time.process_time() - start, result


def row(make_corpus, seeds, count):
    """A row of the table: articles, CPU of terms and of related, an article of both, memory, how many have any."""
    spent, cards = 0.0, []
    for article in made_up(make_corpus, count):
        spent += seconds(lambda article=article: key_terms(article))[0]
        cards.append(card(article))
    cards += [card(article) for article in extract_alone(sorted(seeds.glob("*.txt")), workers=1)] if seeds else []
    before = megabytes()
    ids = [card.source for card in cards]
    took, found = seconds(lambda: relate_all(Placed(cards, ids, find_copies(cards, ids))))
    each = 1000 * (spent + took) / count
    related = [found[identity] for identity in ids]
    with_any = 100 * sum(map(bool, related[:count])) / count
    cells = (f"{count:,}", f"{spent:.2f}", f"{took:.2f}", f"{each:.3f}", f"{before:.0f}", f"{megabytes() - before:.0f}")
    return f"| {' | '.join(cells)} | {with_any:.2f} % | {_seeds_found(ids[count:], related[count:])} |"


def _seeds_found(seeds, related):
    """Of the related articles that seeds could have among seeds, how many they have, before any other."""
    right = sum(len(set(ids[: len(seeds) - 1]) & set(seeds)) for ids in related)
    return f"{right} of {len(seeds) * (len(seeds) - 1)}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("make_corpus", type=Path)
    parser.add_argument("--seeds", type=Path)
    parser.add_argument("--counts", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    args = parser.parse_args()
    print("| articles | terms, CPU s | related, CPU s | ms an article | cards, MB | related, MB | with any | seeds |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- |")
    for count in args.counts:
        print(row(args.make_corpus, args.seeds, count), flush=True)


if __name__ == "__main__":
    main()
