"""Key terms: what an article is about, told from the article alone."""

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import filterfalse

from newsarchive.model import Article
from newsarchive.text.later import later
from newsarchive.text.stop_words import stop_words

_MOST = 40
_READ = 3_000  # characters: a report says first what it is about
_LEAST_LETTERS = 3
_STEM = 8  # letters: "shipyard", "shipyards" -> "shipyard"; "Gemeinderat", "Gemeinderäte" -> "gemeinde"

# What a word gains: for each time it is said, as a name, in the headline, for each letter.
_SAID, _SAID_MOST = 16, 4
_NAME = 24
_HEADLINE = 16

_SIGNS = "\"'.,;:!?¡¿…“”„‟«»‘’‚‹›()[]{}-‐‑‒–—―/|·•،؛؟۔।॥՝։׃־׀"
_WORD = re.compile(r"[^\W\d_][\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0dff\u200c\u200d]*")
_ARABIC = "\u0600"
_ARABIC_ARTICLE = re.compile(r"(?:[وفبك]?ال|لل)(?=...)")  # والسفارة -> سفارة

_UNSPACED = frozenset({"zh", "ja", "ko", "yue", "th", "lo", "my", "km"})
_PAIRED = "\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"  # Han, katakana, hangul
_IN_FOURS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer: two of so few letters say nothing
_UNSPACED_LETTERS = later(rf"[{_PAIRED}{_IN_FOURS}\u3040-\u30ff]+")
_RUN = later(rf"[{_PAIRED}]{{2,}}|[{_IN_FOURS}]{{4,}}")


def key_terms(article: Article) -> tuple[str, ...]:
    """The words that say what an article is about, at most forty, those that say most first.

    Chosen are names (words that are always written with a capital), words of the headline and words that come back;
    then the longest of the rest. They are cut to their first letters, which matches the forms of a word in most
    languages about as well as stemming does (McNamee & Mayfield 2004). Scripts without spaces give pairs of characters.
    Site boilerplate is not read, nor lines that recur in the archive.
    """
    headline = _plain(article.headline or "")
    text = _plain(" ".join(_pieces(article))[:_READ])
    is_unspaced = (article.language or "").partition("-")[0] in _UNSPACED
    words = (_UNSPACED_LETTERS().sub(" ", text) if is_unspaced else text).split()
    points = _points(words, frozenset(headline.lower().split()), stop_words(article.language))
    if is_unspaced:
        points |= _runs(text, headline)
    chosen = sorted(points, key=points.__getitem__, reverse=True)[:_MOST]  # of equals what is said first
    return tuple(map(sys.intern, chosen))


def _pieces(article: Article) -> Iterator[str]:
    yield article.headline or ""
    yield article.deck or ""
    yield from (caption.text for caption in article.captions)
    yield from (block.text for block in article.body if block.kind != "embed" and not block.doubtful)


def _plain(text: str) -> str:
    """Text without signs, so that it can be split into words: “Israel’s” -> "  Israel s ".

    One replacement a sign is ten times as fast as one regular expression for all.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    for sign in _SIGNS:
        text = text.replace(sign, " ")
    return text


def _points(words: Iterable[str], headline: frozenset[str], stop: frozenset[str]) -> dict[str, int]:
    """What each term of a text gains. Of words that say little so many are looked at as are needed to have forty."""
    counts = Counter(filterfalse(stop.__contains__, words))
    points: dict[str, int] = {}
    rest = []
    for word, count in counts.items():
        if count == 1 and word.islower() and word not in headline:
            rest.append(word)
        elif len(word) >= _LEAST_LETTERS and (word.isalpha() or _WORD.fullmatch(word)):
            small = word.lower()
            if small not in stop:
                gain = (_SAID * count if count < _SAID_MOST else _SAID * _SAID_MOST) + len(word)
                if small != word and small not in counts:
                    gain += _NAME
                if small in headline:
                    gain += _HEADLINE
                term = small[:_STEM] if small < _ARABIC else _bare(small)[:_STEM]
                points[term] = points.get(term, 0) + gain
    if len(points) < _MOST:
        points = {word[:_STEM]: len(word) for word in rest if len(word) >= _LEAST_LETTERS and word.isalpha()} | points
    return points


def _bare(word: str) -> str:
    return _ARABIC_ARTICLE.sub("", word, count=1)


def _runs(text: str, headline: str) -> dict[str, int]:
    """What each pair of characters gains: 大使館開設 -> 大使, 使館, 館開, 開設."""
    counts: Counter[str] = Counter()
    for run in _RUN().findall(text):
        size = 4 if run[0] < "\u3000" else 2
        counts.update(run[start : start + size] for start in range(len(run) - size + 1))
    stop = stop_words("zh")
    return {
        term: _SAID * min(count, _SAID_MOST) + _HEADLINE * (term in headline)
        for term, count in counts.items()
        if stop.isdisjoint(term)
    }
