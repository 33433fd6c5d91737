"""survey: every Source ─▶ Habits: what only the archive knows, as yes/no facts."""

from collections.abc import Iterable

from newsarchive.model import Habits, Source
from newsarchive.survey.copies import articles
from newsarchive.survey.counts import RECURS
from newsarchive.survey.edges import edges
from newsarchive.survey.reading import Lines, see
from newsarchive.survey.siblings import names, orders


def survey(sources: Iterable[Source]) -> Habits:
    """The habits of an archive: which lines recur at the edges of five or more different articles, and what they tell.

    Texts of which half of the prose is the same are one article: a report printed by five outlets. Texts written by
    hand as Markdown have no habits. Reads each text once; keeps some ten bytes for each of its lines.
    """
    lines = Lines(RECURS)
    texts = [see(source, lines) for source in sources if not source.markdown]
    keys = edges(articles(texts), lines.wordings)
    known = {key: lines.wordings[key] for key in keys.sure if not lines.wordings[key].is_form}
    return Habits(
        edge_lines=frozenset(lines.wordings[key].folded for key in keys.sure),
        doubtful_lines=frozenset(lines.wordings[key].folded for key in keys.doubtful),
        outlets=names(texts, known),
        orders=orders(texts, known),
    )
