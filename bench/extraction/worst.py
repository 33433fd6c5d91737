"""The documents that are read worst, to be read by a person: what was found, what is right, what is missing and extra.

    python bench/extraction/worst.py ../shared/corpus body 10 [--rendering full] [--weights 'FOLDER/part{fold}']

FIELD is body, must, headline, byline or date (the gold tier); one of the kinds of lines (`caption`; pages that were
read); or invented (dates and authors on pages that were read and have none). A line says + where it is extra and -
where it is missing, its number, its labels and the rule that gave them.
"""

import argparse
from collections import Counter
from pathlib import Path

from corpus import documents, read_pages, score_module, scored_documents
from inventing import claims_date, single_day
from kinds import allowed, labels_of_lines
from predict import predictions
from scores import TOLD_AS_BODY, prediction

WIDTH = 140
GOLD = {"headline": "headline", "byline": "authors", "date": "date"}


def said(spans, line):
    """The labels and rules of a line, in words."""
    return ", ".join(f"{span.label} ({span.rule})" for span in spans if span.line == line) or "nothing"


def shown(sign, line, text, spans, right=""):
    """A line as it is printed."""
    return f"  {sign} {line:4} {said(spans, line)}{right and f', right: {right}'}: {text[:WIDTH]}"


def body(result, score):
    """(F1, report) of a document with a gold body."""
    doc, rendering, spans, article = result
    gold = doc["gold"]
    if not gold.get("body"):
        return None
    found, bodies = score.toks(prediction(article)["body"]), [gold["body"]]
    bodies += [f"{gold['deck']}\n{gold['body']}"] if gold.get("deck") else []
    best = max(
        (score.bagf(score.bag(found, 1), score.bag(score.toks(one), 1)) for one in bodies), key=lambda one: one[2]
    )
    kept = {span.line for span in spans if span.label in TOLD_AS_BODY and span.copy_of is None}
    lines = [f"precision {best[0]:.3f}, recall {best[1]:.3f}, F1 {best[2]:.3f}"]
    for line, (text, label) in enumerate(
        zip(doc[rendering]["text"].split("\n"), doc[rendering]["labels"], strict=True), 1
    ):
        if (line in kept) != (label in "BS") and label != "_":
            lines.append(shown("+" if line in kept else "-", line, text, spans, f"gold {label}"))
    return best[2], lines


def must(result, score):
    """(share kept as it should be, report) of a document with parts that must and must not be kept."""
    doc, _, _, article = result
    gold, kept = doc["gold"], score.norm(prediction(article)["body"])
    parts = [("-", part) for part in gold.get("must") or [] if score.norm(part) not in kept]
    parts += [("+", part) for part in gold.get("must_not") or [] if score.norm(part) in kept]
    if gold.get("body") or not parts:
        return None
    return -len(parts), [f"  {sign} {part[:WIDTH]}" for sign, part in parts]


def field(name, result, score):
    """(0, report) of a document of which a field that stands in the text was not found as it is."""
    doc, rendering, _, article = result
    right, found = doc["gold"].get(GOLD[name]), prediction(article)[name]
    fold = {"headline": score.hl, "byline": score.names, "date": lambda day: str(score.day(day))}[name]
    if not right or not doc[rendering].get(f"{name}_in_text") or fold(right) == fold(found):
        return None
    evidence = article.evidence_for({"headline": "headline", "byline": "authors", "date": "published"}[name])
    lines = [f"found {found!r}", f"right {right!r}"]
    return 0, [*lines, f"because {evidence.why} [{evidence.rule}]" if evidence else "no evidence"]


def kind(name, result, page):
    """(lines wrong, report) of a page that was read, for one kind of line."""
    doc, rendering, spans, _ = result
    found, texts, lines = labels_of_lines(spans), doc[rendering]["text"].split("\n"), []
    for line, kinds in page["lines"].items():
        mine, right = found.get(line, set()), allowed(kinds)
        if mine.isdisjoint(right) and (name in mine or name == right[0]):
            lines.append(shown("+" if name in mine else "-", line, texts[line - 1], spans, kinds))
    return (-len(lines), lines) if lines else None


def invented(result, page):
    """(0, report) of a page that was read, of which a date or an author is given that the text does not state."""
    article, fields = result[3], page["fields"]
    given = []
    if not fields.get("published") and claims_date(article.published):
        given.append(("published", single_day(article.published) or article.published))
    if not fields.get("authors") and article.authors:
        given.append(("authors", ", ".join(article.authors)))
    reasons = [(name, value, article.evidence_for(name)) for name, value in given]
    lines = [f"{name} {value}: {one.certainty}, {one.why} [{one.rule}]" for name, value, one in reasons if one]
    return (0, lines) if lines else None


def reports(args):
    """(how bad, id, language, web address, lines) of each document that is read wrongly."""
    gold, score, pages = args.field in (*GOLD, "body", "must"), score_module(args.corpus), read_pages(args.corpus)
    docs = (documents if gold else scored_documents)(args.corpus, args.rendering)
    for result in predictions(docs, args.rendering, args.weights, args.workers):
        doc = result[0]
        page = pages.get((doc["id"], args.rendering))
        if gold:
            report = {"body": body, "must": must}.get(args.field, lambda one, by: field(args.field, one, by))(
                result, score
            )
        elif page:
            report = invented(result, page) if args.field == "invented" else kind(args.field, result, page)
        else:
            report = None
        if report:
            yield report[0], doc["id"], doc["lang"], doc["url"], report[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("field")
    parser.add_argument("count", type=int, nargs="?", default=10)
    parser.add_argument("--rendering", choices=("region", "full"), default="region")
    parser.add_argument("--weights")
    parser.add_argument("--workers", type=int, default=1)
    args = parser.parse_args()
    found = sorted(reports(args))
    print(f"{len(found)} documents; the worst {min(args.count, len(found))}:")
    for bad, name, language, address, lines in found[: args.count]:
        print(f"\n{name} [{language}] {address} {'' if args.field in GOLD else bad}", *lines, sep="\n")
    print("\nby language:", dict(Counter(report[2] for report in found).most_common(12)))


if __name__ == "__main__":
    main()
