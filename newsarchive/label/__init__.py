"""label: Source, Habits ─▶ Spans: which piece of a text is what, and the rule that said so.

Rules are small functions from the sheet (what is settled so far) to verdicts. They run in the order of the lists below
and the first verdict on a piece stands. Labels are decided in whole numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsarchive.label import body, bylines, captions, furniture, lists, settled, talk
from newsarchive.label.block import text_block
from newsarchive.label.certain import certain_boilerplate
from newsarchive.label.cuts import cut
from newsarchive.label.handwritten import label_markdown
from newsarchive.label.headline import headline
from newsarchive.label.sheet import Rule, Sheet, lay_out
from newsarchive.label.signature import signature
from newsarchive.label.wrapped import unwrapped
from newsarchive.model import Choices, Habits, Source, Span

CERTAIN: tuple[Rule, ...] = (
    settled.front_matter,
    settled.line_rules,
    settled.kept_phrase,
    settled.left_out_phrase,
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
    body.printed_again,
    body.recurring_line,
    talk.question,
    body.asked_subhead,
    lists.numbered_item,
    body.paragraph,
    lists.list_item,
    body.subhead,
    body.short_paragraph,
    body.subhead,  # again: a short paragraph may now stand beside it
    body.listed,
    talk.closing_words,
    body.doubtful_prose,
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
    if source.markdown:
        return label_markdown(source)
    whole = unwrapped(source)
    if whole is None:
        return tuple(_labelled(source, habits, choices))
    return tuple(whole.wrapped(_labelled(whole.source, habits, choices)))


def _labelled(source: Source, habits: Habits, choices: Choices) -> Iterator[Span]:
    sheet = lay_out(source, habits, choices, tuple(cut(source)))
    sheet = _settle(sheet, CERTAIN)
    sheet = replace(sheet, block=text_block(sheet))
    sheet = _settle(sheet, AROUND_THE_BODY)
    return _spans(_settle(sheet, IN_AND_OUT))


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
