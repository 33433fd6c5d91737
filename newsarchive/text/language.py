"""The language of a text, by its script and by its small words."""

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

_SAMPLE = 2_400  # characters that decide
_READ = 24_000  # characters in which lines for the sample are looked for
_SENTENCE = 60
_LEAST_SCORE = 150
_LEAST_WORDS = 3
_LEAST_SHARE = 5  # points for each word of the sample: a text of names and numbers has no small words

_WORD = re.compile(r"[^\W\d_]+")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u03ff\u0530-\u058f\u0980-\u0dff\u0e00-\u1fff\u3040-\u9fff\uac00-\ud7af]")
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
    if sample.isascii():
        return None
    characters = _OTHER_SCRIPT.findall(sample)
    if len(characters) < 10 or 4 * len(characters) < sum(map(str.isalpha, sample)):
        return None
    counts: Counter[str] = Counter()
    for block, count in Counter(ord(character) >> 7 for character in characters).items():
        counts["zh" if block in _HAN else "ko" if block in _HANGUL else _BLOCKS.get(block, "")] += count
    if counts["ja"] * 20 > counts["zh"] and counts["ja"] > counts["ko"]:
        return "ja"  # kana are Japanese however much is written in Han characters
    return max(sorted(counts), key=lambda language: counts[language]) or None


def _by_words(sample: str) -> str | None:
    words = Counter(_WORD.findall(sample.lower()))
    table = _small_words()
    scores: Counter[str] = Counter()
    variety: Counter[str] = Counter()
    for word in words.keys() & table.keys():
        for language, points in table[word]:
            scores[language] += points * words[word]
            variety[language] += 1
    best = max(sorted(scores), key=lambda language: scores[language], default=None)
    if best is None or variety[best] < _LEAST_WORDS:
        return None
    return best if scores[best] >= max(_LEAST_SCORE, _LEAST_SHARE * words.total()) else None


@lru_cache(maxsize=1)
def _small_words() -> dict[str, tuple[tuple[str, int], ...]]:
    """Each small word with its languages and what it speaks for each: 100 points, shared among them."""
    languages: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("language_words.tsv").read_text(encoding="utf-8").splitlines():
        language, _, row = line.partition("\t")
        for word in _WORD.findall(row):
            if language not in languages.setdefault(word, []):
                languages[word].append(language)
    return {word: tuple((language, 100 // len(found)) for language in found) for word, found in languages.items()}
