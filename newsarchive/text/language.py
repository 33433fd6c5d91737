"""The language of a text, by its script and by its small words."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from newsarchive.text.later import later
from newsarchive.text.word_rows import word_rows

_SAMPLE = 1200  # characters that decide
_READ = 24_000  # characters in which lines for the sample are looked for
_SENTENCE = 60
_LEAST_SCORE = 150
_LEAST_WORDS = 3
_LEAST_SHARE = 5  # points for each word of the sample: a text of names and numbers has no small words
_LEAST_PARAGRAPH, _GLANCE, _FIRST_WORDS = 100, 250, 60
"""Characters of a paragraph whose language is told, and those in which a word of the article's is looked for."""
_SURE_WORDS, _SURE_SCORE, _SURE_SHARE, _SURE_MARGIN = 3, 250, 8, 4
_SAME = {"nb": "no", "nn": "no"}
_HAN_LANGUAGES = {"ja", "zh"}  # a line of names in Han characters is either

_WORD = re.compile(r"[^\W\d_]+")
_WITHOUT_SIGNS = bytes(byte if byte > 127 or chr(byte).isalpha() else ord(" ") for byte in range(256))
"""For a text in UTF-8: blanks for all of ASCII that is no letter."""
# Most texts are in Latin letters, and are told so by a pattern that is quicker to get ready than that of all others.
_FEW = 10
_NOT_LATIN = re.compile("[^\x00-\u036f\u2000-\u303f]")
_OTHER_SCRIPT = later(r"[\u0370-\u03ff\u0530-\u058f\u0980-\u0dff\u0e00-\u1fff\u3040-\u9fff\uac00-\ud7af]")
# The scripts that are mostly one language's in the press, by their blocks of 128 characters, in hexadecimal.
_SCRIPTS = (
    "el 6 7 3e 3f/hy a b/bn 13/pa 14/gu 15/or 16/ta 17/te 18/kn 19/ml 1a/si 1b/th 1c/lo 1d/my 20/ka 21/am 24 25 26/"
)
_SCRIPTS += "km 2f/ja 60 61"
_BLOCKS = {int(block, 16): row.split()[0] for row in _SCRIPTS.split("/") for block in row.split()[1:]}
_HAN, _HANGUL = range(0x68, 0x140), range(0x158, 0x1B0)


@lru_cache(maxsize=8)
def guess_language(text: str) -> str | None:
    """The BCP 47 code of the language that a text is mostly written in, or None where it is too short or strange.

    A script that one language uses settles it; else the small words ("and", "und", "y") of seventy languages are
    counted, a word of several languages for less (Ingle 1976; Grefenstette 1995). The first long lines decide.
    """
    sample = _sample(text[:_READ])
    return _by_script(sample) or _by_words(sample)


def other_language(text: str, language: str) -> str | None:
    """The language of a paragraph, where it is surely another than that of the article; None where it may be the same.

    It must be long, hold hardly any small word of the article's language, and many of the other.
    """
    language, sample = _SAME.get(language, language), text[:_SAMPLE]
    if len(sample) < _LEAST_PARAGRAPH or _is_at_a_glance(sample[:_GLANCE].lower(), language):
        return None
    guess = _by_script(sample)
    if guess is None:
        return _by_words_alone(sample, language)
    return guess if guess != language and {guess, language} != _HAN_LANGUAGES else None


def _is_at_a_glance(head: str, language: str) -> bool:
    """True where a word that no other language has stands there: most often among the first."""
    own, first = _own_words(language), head.rfind(" ", 0, _FIRST_WORDS) + 1
    return not own.isdisjoint(head[:first].split()) or not own.isdisjoint(head[first:].split())


def _by_words_alone(sample: str, language: str) -> str | None:
    """The language that the small words of a sample speak for, where they hardly speak for another."""
    words = _words(sample.lower())
    scores, variety = _scores(words)
    languages = _small_words()[0]
    own = scores[languages.index(language)] if language in languages else 0
    first, second = sorted(range(len(scores)), key=lambda number: -scores[number])[:2]
    is_sure = (
        variety[first] >= _SURE_WORDS
        and scores[first] >= max(_SURE_SCORE, _SURE_SHARE * len(words), _SURE_MARGIN * own)
        and 2 * scores[first] >= 3 * scores[second]
    )
    return languages[first] if is_sure and languages[first] != language else None


@lru_cache(maxsize=16)
def _own_words(language: str) -> frozenset[str]:
    """The small words of a language that no other has: one tells at a glance that a paragraph is in it."""
    languages, table = _small_words()
    if language not in languages:
        return frozenset()
    number = languages.index(language)
    return frozenset(word for word, found in table.items() if [each for each, _ in found] == [number])


def _sample(text: str) -> str:
    """The first lines that are long enough for sentences; the text as it is where there are few."""
    if len(text) <= _SAMPLE:
        return text
    chosen, length = [], 0
    for line in text.split("\n"):
        if len(line) >= _SENTENCE:
            chosen.append(line)
            length += len(line)
            if length >= _SAMPLE:
                break
    return ("\n".join(chosen) if length >= _SAMPLE // 4 else text)[:_SAMPLE]


def _by_script(sample: str) -> str | None:
    if sample.isascii() or len(_NOT_LATIN.findall(sample)) < _FEW:
        return None
    characters = _OTHER_SCRIPT().findall(sample)
    if len(characters) < _FEW or 4 * len(characters) < sum(map(str.isalpha, sample)):
        return None
    counts: Counter[str] = Counter()
    for block, count in Counter(ord(character) >> 7 for character in characters).items():
        counts["zh" if block in _HAN else "ko" if block in _HANGUL else _BLOCKS.get(block, "")] += count
    if counts["ja"] * 20 > counts["zh"] and counts["ja"] > counts["ko"]:
        return "ja"  # kana are Japanese however much is written in Han characters
    return max(sorted(counts), key=lambda language: counts[language]) or None


def _by_words(sample: str) -> str | None:
    words = _words(sample.lower())
    scores, variety = _scores(words)
    best = max(range(len(scores)), key=scores.__getitem__)
    if variety[best] < _LEAST_WORDS or scores[best] < max(_LEAST_SCORE, _LEAST_SHARE * len(words)):
        return None
    return _small_words()[0][best]


def _words(text: str) -> list[str]:
    """What _WORD finds, in a third of the time."""
    words = text.encode("utf-8", "surrogatepass").translate(_WITHOUT_SIGNS).decode("utf-8", "surrogatepass").split()
    if all(map(str.isalpha, words)):
        return words
    return [word for some in words for word in ((some,) if some.isalpha() else _WORD.findall(some))]


def _scores(words: Sequence[str]) -> tuple[list[int], list[int]]:
    """The points of each language, and how many of its small words there are."""
    languages, table = _small_words()
    scores, variety = [0] * len(languages), [0] * len(languages)
    for word, count in Counter(filter(table.__contains__, words)).items():
        for language, points in table[word]:
            scores[language] += points * count
            variety[language] += 1
    return scores, variety


@lru_cache(maxsize=1)
def _small_words() -> tuple[tuple[str, ...], dict[str, tuple[tuple[int, int], ...]]]:
    """The languages in the order of their codes; each small word with the numbers of its languages and what it speaks
    for each: 100 points, shared among them.
    """
    rows = sorted(word_rows(Path(__file__).with_name("language_words.tsv")))
    found: dict[str, list[int]] = {}
    for number, (_, row) in enumerate(rows):
        for word in dict.fromkeys(_WORD.findall(row)):
            found.setdefault(word, []).append(number)
    table = {word: tuple((number, 100 // len(numbers)) for number in numbers) for word, numbers in found.items()}
    return tuple(language for language, _ in rows), table
