"""The lines that recur at the edges of articles, and those of which it cannot be told whether they are the site's."""

from dataclasses import dataclass

import numpy as np

from newsarchive.survey.counts import Company, Counts, company, count
from newsarchive.survey.layout import places
from newsarchive.survey.reading import Wording
from newsarchive.survey.recurring import RECURS
from newsarchive.survey.table import Flags, Ints, Table
from newsarchive.survey.wordings import Wordings
from newsarchive.text.credits import find_credit
from newsarchive.text.dates import is_date_line

_NOTICE = 20
"""A sentence next to the body is the site's where it stands there this often, and in most articles of its kind."""
_FEW = 20
"""The articles of its folders for one that a notice stands in, where no other line tells its kind."""
_FEWEST_LETTERS = 3
_SIGNS = ("@", "http", "www.", "©")
"""A sentence with one of these is no refrain."""


@dataclass(frozen=True, slots=True)
class Edges:
    """Which lines and forms are the site's, and which lines may be the site's or the authors', by their numbers."""

    sure: Flags
    doubtful: Flags


def edges(table: Table, numbers: Ints, words: Wordings) -> Edges:
    """What recurs at the edges of different articles. `numbers`: of each word of the table what it is, or -1."""
    is_form = words.is_form
    found = places(table, numbers)
    counts = count(found, len(is_form))
    at_edges = words.where(counts.at_edges & ~is_form, _is_worded)
    sites = at_edges & (~counts.is_beside | words.where(at_edges & counts.is_beside, _has_sign))
    forms = counts.at_edges & is_form
    inside = (counts.inside >= RECURS) & ~counts.at_edges & ~is_form
    others = company(table, numbers, found, at_edges & ~sites | forms | inside, sites)
    templates = words.where(forms & _are_templates(counts, others), _is_worded_template)
    notices = words.where((forms | at_edges) & ~sites & _are_notices(table, counts, others), _is_worded)
    sure = sites | templates | notices
    prompts = words.where(inside & _are_of_most(counts, others), _is_worded)
    return Edges(sure, prompts | at_edges & ~sure & words.is_sentence)


def _is_worded(wording: Wording) -> bool:
    """False for a line of numbers, which may stand in any table, and for a date."""
    if "0" not in wording.folded:
        return True
    return sum(map(str.isalpha, wording.folded)) >= _FEWEST_LETTERS and not is_date_line(wording.printed)


def _is_worded_template(wording: Wording) -> bool:
    return _is_worded(wording) and not find_credit(wording.printed)


def _has_sign(wording: Wording) -> bool:
    return any(sign in wording.folded for sign in _SIGNS)


def _are_templates(counts: Counts, others: Company) -> Flags:
    """Those beside one of the site's lines in five articles and in half of all that have this line."""
    pairs = others.lines
    most = np.maximum(others.varied[pairs.firsts], counts.articles[pairs.seconds])
    found = np.zeros(len(counts.articles), np.bool_)
    found[pairs.firsts[(pairs.times >= RECURS) & (2 * pairs.times >= most)]] = True
    return found


def _are_notices(table: Table, counts: Counts, others: Company) -> Flags:
    """Sentences next to the body in most articles of their kind, and in twenty at least.

    Where no line of the site tells the kind, in one of twenty articles of the folders.
    """
    of_folder = np.bincount(table.folders[np.diff(table.articles, prepend=-1) != 0], minlength=len(table.folder_names))
    of_kind = np.bincount(others.folders.firsts, of_folder[others.folders.seconds], len(counts.articles))
    kind, most = _kinds(counts, others)
    is_of_most = np.where(kind, 2 * counts.articles >= most, _FEW * counts.articles >= of_kind)
    return (counts.articles >= _NOTICE) & counts.is_beside & is_of_most


def _are_of_most(counts: Counts, others: Company) -> Flags:
    """Lines in half of the articles that have the lines of the site which are always with them."""
    kind, most = _kinds(counts, others)
    return kind & (2 * counts.articles >= most)


def _kinds(counts: Counts, others: Company) -> tuple[Flags, Ints]:
    """Whether lines of the site are always with a line, and in how many articles the most frequent of these stands."""
    pairs = others.lines
    always = 10 * pairs.times >= 9 * counts.articles[pairs.firsts]
    most = np.zeros_like(counts.articles)
    np.maximum.at(most, pairs.firsts[always], counts.articles[pairs.seconds[always]])
    return most > 0, most
