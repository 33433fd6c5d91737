"""What there is to go by in an article where a person may want to settle something."""

from collections.abc import Iterable, Iterator, Sequence

from newsarchive.model import BODY_LABELS, Article, Doubt, LineRule, Span

_FIELDS = {
    "published": ("no_date", "contradicting_dates", "ambiguous_date", "date_outside_period"),
    "outlet": (),
    "authors": ("no_byline",),
    "headline": ("no_headline",),
}
"""The fields that are looked at, and the problems that are about each."""

_A_LINE = 6  # points of a line that speaks, where nothing counted them: as the least that makes a date likely
_MOST_POINTS = 100
_MOST_LINES = 6  # lines that are shown
_BEGINNING = 160  # characters of each
_MOST_BYTES = 240  # of each: a word of Chinese takes a third of the letters and as many bytes
_MOST_RULES = 60  # lines that a person is asked about at once


def doubts_of(article: Article) -> tuple[Doubt, ...]:
    """A doubt for each field that is missing or not sure, and one for lines that may not belong to the article."""
    return (*_of_fields(article), *_of_lines(article))


def _of_fields(article: Article) -> Iterator[Doubt]:
    for field, reasons in _FIELDS.items():
        problems = [problem for problem in article.problems if problem.reason in reasons]
        evidence = article.evidence_for(field)
        if evidence is None or evidence.certainty == "inferred" or problems:
            lines = {line for problem in problems for line in problem.lines} | {*(evidence.lines if evidence else ())}
            lead = evidence.lead if evidence else None
            weight = min(_MOST_POINTS, _A_LINE * len(lines) if lead is None else max(1, lead))
            shown = sorted(lines) or (() if weight else _where_one_would_stand(article.spans))
            yield Doubt(field, evidence.why if evidence else "", _beginnings(article.spans, shown), weight)


def _of_lines(article: Article) -> Iterator[Doubt]:
    """Doubtful lines, as what they stand in the body now. Of a text without a paragraph, the longest line that is left
    out or in a list, as one.
    """
    if doubtful := [span for span in article.spans if span.doubtful]:
        lines = list(dict.fromkeys(span.line for span in doubtful))
        sure = len({span.line for span in article.spans if span.label in BODY_LABELS}) - len(lines)
        weight = min(_MOST_POINTS, max(1, sure // len(lines)))
        rules = _runs({span.line: span.label for span in reversed(doubtful)})
        yield Doubt("lines", "", _beginnings(article.spans, lines), weight, rules)
    elif any(problem.reason == "no_body" for problem in article.problems):
        own = [span for span in article.spans if span.label != "front_matter"]
        likely = [span for span in own if span.label in (*BODY_LABELS, "boilerplate")]
        longest = sorted(likely, key=lambda span: (-len(span.text), span.line))[:1]
        rules = tuple(LineRule(span.line, span.line, "paragraph") for span in longest)
        yield Doubt("lines", "", _beginnings(own, [span.line for span in own[:_MOST_LINES]]), 0, rules)


def _runs(labels: dict[int, str]) -> tuple[LineRule, ...]:
    """Lines with their labels as rules, those in a row that have the same label as one: {2: p, 3: p} -> 2-3: p."""
    runs: list[LineRule] = []
    for line in sorted(labels)[:_MOST_RULES]:
        if runs and runs[-1].last == line - 1 and runs[-1].label == labels[line]:
            runs[-1] = runs[-1]._replace(last=line)
        else:
            runs.append(LineRule(line, line, labels[line]))
    return tuple(runs)


def _where_one_would_stand(spans: Sequence[Span]) -> list[int]:
    """The lines about the headline, where bylines and dates stand; the first lines where there is no headline."""
    lines = list(dict.fromkeys(span.line for span in spans if span.label != "front_matter"))
    headline = next((span.line for span in spans if span.label == "headline" and span.copy_of is None), None)
    start = max(0, lines.index(headline) - 1) if headline in lines else 0
    return lines[start : start + _MOST_LINES - 2]


def _beginnings(spans: Iterable[Span], lines: Iterable[int]) -> tuple[tuple[int, str], ...]:
    """The first of some lines, each with its number and how it begins."""
    wanted = dict.fromkeys(list(lines)[:_MOST_LINES], "")
    for span in spans:
        if span.line in wanted and len(wanted[span.line]) <= _BEGINNING:
            wanted[span.line] = " ".join(f"{wanted[span.line]} {span.text[: 2 * _BEGINNING]}".split())
    return tuple((line, _cut(text)) for line, text in wanted.items() if text)


def _cut(text: str) -> str:
    start = text[:_BEGINNING].encode("utf-8", "replace")[:_MOST_BYTES].decode(errors="ignore")
    if start == text:
        return text
    words, _, _ = start.rpartition(" ")
    return f"{words if len(words) > len(start) // 2 else start} …"
