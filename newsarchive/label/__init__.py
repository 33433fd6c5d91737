"""label: Source, Habits ─▶ Spans: which piece of a text is what, and the rule that said so.

Rules are small functions from the sheet (what is settled so far) to verdicts. They run in the order of the lists below
and the first verdict on a piece stands. What is certain comes first; a learned look (label/learned) then says of every
other piece how likely it is what; rules decide by that and by shape. Labels are decided in whole numbers.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from newsarchive.label import body, bylines, captions, furniture, guesses, lists, settled, talk
from newsarchive.label.block import text_block
from newsarchive.label.boilerplate import told_by_all
from newsarchive.label.certain import certain_boilerplate
from newsarchive.label.cuts import cut
from newsarchive.label.glances import with_glances
from newsarchive.label.handwritten import label_markdown
from newsarchive.label.headline import headline
from newsarchive.label.learned.weights import Weights, load
from newsarchive.label.sheet import Rule, Sheet, lay_out
from newsarchive.label.signature import signature
from newsarchive.label.wrapped import Unwrapped, unwrapped
from newsarchive.model import Choices, Habits, Source, Span

CERTAIN: tuple[Rule, ...] = (
    settled.front_matter,
    settled.line_rules,
    settled.kept_phrase,
    settled.left_out_phrase,
    body.recurring_words,
    certain_boilerplate,
    body.embed,
)
"""What is so wherever it stands."""

AROUND_THE_BODY: tuple[Rule, ...] = (
    headline,
    bylines.dateline,
    bylines.date_line,
    bylines.marked_byline,
    bylines.dated_line,
    bylines.date_after_body,
    captions.credited_caption,
    captions.twin_caption,
    captions.caption_beside_credit,
    bylines.name_and_bio,
    bylines.bare_byline,
    furniture.note,
    bylines.name_of_a_bio,
    captions.portrait_caption,
    signature,
    furniture.deck,
    furniture.kicker,
)
"""What is known by where it stands to the headline and the body."""

IN_AND_OUT: tuple[Rule, ...] = (
    body.recurring_line,
    body.printed_again,
    talk.question,
    guesses.asked_subhead,
    guesses.cut_off,
    lists.numbered_item,
    lists.list_item,
    guesses.of_the_body,
    talk.closing_words,
    guesses.beside_the_body,
    body.nothing_else,
    body.interruption,
    body.outside,
)
"""What is left, inside the body and outside it."""


def label(source: Source, habits: Habits = Habits.none, choices: Choices = Choices.none) -> tuple[Span, ...]:
    """The pieces of a text in order, each with one label and the rule that gave it.

    Every non-blank character lies in exactly one piece. The rules see a hard-wrapped paragraph whole; a piece of it is
    one line. Never raises, whatever the text.
    """
    return label_all((source,), habits, choices)[0]


def label_all(
    sources: Sequence[Source],
    habits: Habits = Habits.none,
    choices: Choices = Choices.none,
    weights: Weights | None = None,
) -> list[tuple[Span, ...]]:
    """The pieces of several texts: what `label` gives for each, at less cost. `weights`: others than our own."""
    wrapped = [None if source.markdown else unwrapped(source) for source in sources]
    whole = [one.source if one else source for one, source in zip(wrapped, sources, strict=True)]
    sheets = certain_sheets([one for one in whole if not one.markdown], habits, choices)
    seen = iter(with_glances(sheets, weights or load()))
    return [
        tuple(label_markdown(source) if source.markdown else _finished(next(seen), lines))
        for source, lines in zip(sources, wrapped, strict=True)
    ]


def certain_sheet(source: Source, habits: Habits = Habits.none, choices: Choices = Choices.none) -> Sheet:
    """The pieces of a text, of which those are settled that are certain wherever they stand."""
    return certain_sheets((source,), habits, choices)[0]


def certain_sheets(sources: Sequence[Source], habits: Habits, choices: Choices) -> list[Sheet]:
    """The same of several texts."""
    pieces = [tuple(cut(source)) for source in sources]
    said = iter(told_by_all([*chain.from_iterable(pieces)]))
    sheets = (
        lay_out(source, habits, choices, lines, tuple(islice(said, len(lines))))
        for source, lines in zip(sources, pieces, strict=True)
    )
    return [_settle(sheet, CERTAIN) for sheet in sheets]


def _finished(sheet: Sheet, lines: Unwrapped | None) -> Iterator[Span]:
    sheet = sheet._replace(block=text_block(sheet))
    spans = _spans(_settle(_settle(sheet, AROUND_THE_BODY), IN_AND_OUT))
    return lines.wrapped(spans) if lines else spans


def _settle(sheet: Sheet, rules: Sequence[Rule]) -> Sheet:
    for rule in rules:
        sheet = sheet.settle(rule(sheet))
    return sheet


def _spans(sheet: Sheet) -> Iterator[Span]:
    for piece, verdict in zip(sheet.pieces, sheet.verdicts, strict=True):
        if verdict is None:
            raise AssertionError(f"no rule settled line {piece.number}: the last rule takes what is left")
        end = piece.start + len(piece.text)
        yield Span(
            piece.number, piece.start, end, piece.text, verdict.label, verdict.rule, verdict.doubtful, verdict.copy_of
        )
