"""What stands beside a date: a weekday, a time of day, a word that says what the date is of."""

import re
from functools import lru_cache

from newsarchive.text.dates.mention import DateMention, Role
from newsarchive.text.dates.names import WORD, date_words, name_key, weekday_number
from newsarchive.text.later import later

_BESIDE = 120  # characters before or after a date in which its words are looked for
_NEAR = 6  # words
_LONGEST_LABEL, _MOST_WORDS = 30, 3  # characters and words of a line that labels the date below it
_LONG_WORD = 6  # characters of a word that tells even from afar
_NEARBY = 64  # characters in which its time of day is looked for
_WORDS, _DIGIT = re.compile(WORD), re.compile(r"\d")
_GLUED = re.compile(r"[^\W\d_a-zà-ÿ][a-zà-ÿ]+$")  # "ESTUpdated" -> "Updated"
CLOCK = (
    r"\d{1,2}\s?[:.h時시點点]\s?\d\d(?!\d)(?:[:.分]?\d\d(?!\d))?(?:\.\d+)?"
    r"(?:\s?[ap]\.?\s?m\b\.?|[分분초秒]|z\b)*(?:[+-]\d\d:?(?:\d\d)?\b)?"
    r"|\d{1,2}\s?(?:[ap]\.?\s?m\b\.?|uhr|h\b|[時시點点])"
)
_TIME_AFTER = re.compile(rf"[Tt\s,;|/@•·(（\-–—]{{0,4}}(?:{WORD}[.\s]{{1,2}}){{0,2}}(?i:{CLOCK})")
_TIME_BEFORE = later(rf"(?i:{CLOCK})[\s,;|/•·\-–—]{{0,4}}(?:{WORD}[\s.,]{{1,2}}){{0,2}}$")
_EAST_ASIAN_WEEKDAY = re.compile(
    r"\s?(?:星期|周|週|礼拜)([一二三四五六日天])|\s?[(（]?([月火水木金土日월화수목금토일])(?:[)）]|曜|요일)"
)
_EAST_ASIAN_DAYS = ("月一월", "火二화", "水三수", "木四목", "金五금", "土六토", "日天일")
_NUMBER_NEXT = re.compile(r"[\s:：]{0,2}\d")
_SENTENCES = re.compile(r"(?<=[^\W\d_]{3})[.!?]\s(?=[A-ZÀ-Þ])")
_SENTENCE_END = later(rf"({WORD})\.")
_FIRST_UNSPACED = "\u0e00"
_UNSPACED = later(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


def with_surroundings(line: str, mention: DateMention, before: int, after: int) -> DateMention:
    """The mention with its weekday, time and role, as the line from column `before` to column `after` shows them."""
    left = line[max(before, mention.start - _BESIDE) : mention.start]
    right = line[mention.end : min(after, mention.end + _BESIDE)]
    words = _WORDS.findall(_SENTENCES.split(left)[-1]) if left else []
    weekday = _weekday(words, line[mention.start : mention.end], right)
    has_time = _has_time(left[-_NEARBY:], right[:_NEARBY])
    role = _role(words, right, is_last=after == len(line)) if words or right else None
    if weekday is None and role is None and not has_time:
        return mention
    return mention._replace(weekday=weekday, has_time=has_time, role=role)


def _has_time(left: str, right: str) -> bool:
    after = _DIGIT.search(right) and _TIME_AFTER.match(right)
    return bool(after or (_DIGIT.search(left) and _TIME_BEFORE().search(left)))


def _weekday(before: list[str], text: str, right: str) -> int | None:
    if not right.isascii() and (found := _EAST_ASIAN_WEEKDAY.match(right)):
        char = found[1] or found[2]
        return next(number for number, chars in enumerate(_EAST_ASIAN_DAYS) if char in chars)
    after = _WORDS.search(right)
    words = [*before[-2:], *_WORDS.findall(text), *([after[0]] if after else [])]
    return next((number for word in words if (number := weekday_number(word)) is not None), None)


def _role(before: list[str], right: str, *, is_last: bool) -> Role | None:
    """The nearest word before the date that says what it is of; East Asian words may follow it: "11時29分更新".

    In German and Dutch the word may end the sentence: "Dieser Beitrag wurde am 30. Mai 2023 veröffentlicht".
    """
    for word in reversed(before[-_NEAR:]):
        if role := role_of(word):
            return role
    if not right.isascii() and (role := _role_behind(right if is_last else f"{right}0")):
        return role
    far = [*before[:-_NEAR], *_SENTENCE_END().findall(right)]
    told = {role_of(word) for word in far if len(word) >= _LONG_WORD}
    return "published" if "published" in told and "other" not in told else None


def _role_behind(right: str) -> Role | None:
    """The role that an East Asian word gives to the date before it, unless another number follows the word."""
    for found in _WORDS.finditer(right[:24]):
        if _is_unspaced(found[0]) and (role := role_of(found[0])):
            return None if _NUMBER_NEXT.match(right, found.end()) else role
    return None


@lru_cache(maxsize=4096)
def role_of(word: str) -> Role | None:
    """What a word says that the date beside it is of: "Aktualisiert" -> "updated", "最終更新日時" -> "updated"."""
    words = date_words()
    kind = words.get(name_key(word))
    if kind is None and (glued := _GLUED.search(word)):
        kind = words.get(name_key(glued[0]))
    if kind is None and _is_unspaced(word):
        kind = min((kind for known, kind in _unspaced_words() if known in word), default=None)
    if kind == "published":
        return "published"
    if kind == "updated":
        return "updated"
    return "other" if kind == "other" else None


def role_of_label(line: str) -> Role | None:
    """What a line of three words at most says that the date below it is of: "Published on" -> "published".

    Of publication where it begins so or ends in a colon: "Letzte Änderung" -> "updated", "Lethmark Post" -> None.
    """
    if len(line) > _LONGEST_LABEL or line.count(" ") > _MOST_WORDS or _DIGIT.search(line):
        return None
    text = line.strip()
    words = _WORDS.findall(text)
    roles = [role_of(word) for word in words] if len(words) <= _MOST_WORDS else []
    if "updated" in roles:
        return "updated"
    leads = bool(roles and roles[0]) or text.endswith((":", "："))
    return next(filter(None, roles), None) if leads else None


def _is_unspaced(word: str) -> bool:
    """Whether a word begins in a script that sets no blanks between words."""
    return word >= _FIRST_UNSPACED and _UNSPACED().match(word) is not None


@lru_cache(maxsize=1)
def _unspaced_words() -> tuple[tuple[str, str], ...]:
    """The words of scripts without spaces that say what a date is of, each with its kind."""
    words = ((known, kind) for known, kind in date_words().items() if kind in {"published", "updated"})
    return tuple((known, kind) for known, kind in words if len(known) > 1 and _is_unspaced(known))
