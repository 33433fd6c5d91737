"""Bylines in Chinese, Japanese and Korean, where the by-word may stand before or after the name."""

import re

from newsarchive.text.dates import find_dates
from newsarchive.text.later import later
from newsarchive.text.names.reading import Reading
from newsarchive.text.names.script import is_marked_unspaced_name, is_unspaced_name
from newsarchive.text.tokens import may_be_unspaced

_SIGN = "\u3400-\u4dbf\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af々﨑・"
_EAST_ASIAN = later(f"[{_SIGN}]")
_NAME = rf"[{_SIGN}]{{2,10}}(?:[ \u3000][{_SIGN}]{{1,6}})?"
# 记者 李明 张华 / 文:李明 / 著者：佐藤美咲 / 글 김지훈
_BEFORE = later(
    r"(?:作者|撰文|編集委員|論説委員|解説委員|评论员|評論員|(?:本报|本報|特约|特約)?记者|記者|采写|採訪|報導|报道|执笔|執筆者?|著者|ライター|文責|筆者"
    r"|取材・文|取材|글쓴이|작성자|文字|文|글)"
    rf"\s*(?:[:：●⚫|｜／/・]|\s)\s*(?P<names>{_NAME}(?:\s*[、，,／/ \u3000와과]\s*{_NAME})*+)"
)
# 本报记者李明
_GLUED = later(rf"(?:本报|本報|新华社|新華社)?(?:特约|特約)?(?:记者|記者)(?P<name>[{_SIGN}]{{2,4}})")
# 李明记者 / 佐藤美咲記者 / 김지훈 기자, 박서연 특파원
_AFTER = later(
    rf"(?:^|[\s=＝(（【\[,、・])(?P<name>[{_SIGN}]{{2,8}}(?:[ \u3000][{_SIGN}]{{1,4}})?)"
    r"\s?(?:記者|记者|特派員|편집위원|특파원|논설위원|선임기자|객원기자|인턴기자|기자)(?![가-힣])"
)
# 【ロンドン＝佐藤美咲】
_DESK = later(r"[【（(\[][^】）)\]]{0,20}[＝=・](?P<name>[^】）)\]]{2,12})[】）)\]]")
_PARTS = re.compile(r"[、，,／/\s\u3000]+|와|과")
_LONGEST = 80
_FURTHEST = 30  # columns before the first name


def is_unspaced(line: str) -> bool:
    """True for a line that holds Chinese, Japanese or Korean signs."""
    return may_be_unspaced(line) and _EAST_ASIAN().search(line) is not None


def unspaced_byline(line: str, *, known: bool) -> Reading | None:
    """Who a line in a script without spaces credits, or None."""
    if len(line) > _LONGEST or not is_unspaced(line):
        return None
    return _after_name(line) or _before_name(line) or _glued(line) or _bare(line, known=known)


def _after_name(line: str) -> Reading | None:
    found = [match for match in _AFTER().finditer(line) if is_marked_unspaced_name(match["name"])]
    if not found or found[0].start() > _FURTHEST:
        return None
    names = tuple(dict.fromkeys(match["name"] for match in found))
    return Reading(names, None, found[0].start("name"), found[-1].end(), marked=True)


def _before_name(line: str) -> Reading | None:
    match = _BEFORE().search(line, 0, _LONGEST)
    if match is None or match.start() > _FURTHEST:
        return None
    whole = match["names"].strip()
    parts = [part for part in _PARTS.split(whole) if is_marked_unspaced_name(part)]
    names = (whole,) if is_unspaced_name(whole) else tuple(dict.fromkeys(parts))
    return Reading(names, None, match.start(), match.end(), marked=True) if names else None


def _glued(line: str) -> Reading | None:
    match = _GLUED().fullmatch(line.strip())
    if match is None or not is_marked_unspaced_name(match["name"]):
        return None
    return Reading((match["name"],), None, line.find(match[0]), line.find(match[0]) + len(match[0]), marked=True)


def _bare(line: str, *, known: bool) -> Reading | None:
    """A bare name: alone, before a date, or after the desk in brackets."""
    desk = _DESK().match(line.strip())
    if desk and is_unspaced_name(desk["name"]):
        return Reading((desk["name"],), None, 0, len(line), marked=False)
    dates = find_dates(line)
    name = (line[: dates[0].start] if dates else line).strip(" \u3000【】()（）|｜/・:：,、")
    if not (is_unspaced_name(name) or (known and len(name) < 5 and is_marked_unspaced_name(name))):
        return None
    start = line.find(name)
    return Reading((name,), None, start, start + len(name), marked=False)
