"""Bylines in Chinese, Japanese and Korean, where the by-word may stand before or after the name."""

import re

from newsarchive.text.dates import find_dates
from newsarchive.text.names.script import is_marked_unspaced_name, is_unspaced_name

_SIGN = "\u3400-\u4dbf\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af々﨑・"
_EAST_ASIAN = re.compile(f"[{_SIGN}]")
_NAME = rf"[{_SIGN}]{{2,10}}(?:[ \u3000][{_SIGN}]{{1,6}})?"
# 记者 李明 张华 / 文:李明 / 著者：佐藤美咲 / 글 김지훈
_BEFORE = re.compile(
    r"(?:作者|撰文|(?:本报|本報|特约|特約)?记者|記者|采写|採訪|報導|报道|执笔|執筆者?|著者|ライター|文責|筆者|取材・文|取材|글쓴이|작성자|文字|文|글)"
    rf"\s*(?:[:：●⚫|｜／/・]|\s|(?<=记者)|(?<=記者))\s*(?P<names>{_NAME}(?:\s*[、，,／/ \u3000와과]\s*{_NAME})*)"
)
# 李明记者 / 佐藤美咲記者 / 김지훈 기자, 박서연 특파원
_AFTER = re.compile(
    rf"(?:^|[\s=＝(（【\[,、・])(?P<name>[{_SIGN}]{{2,8}}(?:[ \u3000][{_SIGN}]{{1,4}})?)\s?(?:記者|记者|特派員|편집위원|특파원|논설위원|선임기자|객원기자|인턴기자|기자)(?![가-힣])"
)
_DESK = re.compile(r"[【（(\[][^】）)\]]{0,20}[＝=・](?P<name>[^】）)\]]{2,12})[】）)\]]")
_PARTS = re.compile(r"[、，,／/\s\u3000]+|와|과")
_LONGEST = 80

Found = tuple[tuple[str, ...], None, int, int, bool]


def unspaced_byline(line: str, *, known: bool) -> Found | None:
    """The authors, agency (none), columns and mark of a byline in a script without spaces, as the fields of a `Byline`."""
    if line.isascii() or len(line) > _LONGEST or not _EAST_ASIAN.search(line):
        return None
    return _after_name(line) or _before_name(line) or _beside_date(line, known=known)


def _after_name(line: str) -> Found | None:
    found = [match for match in _AFTER.finditer(line) if is_marked_unspaced_name(match["name"])]
    if not found or found[0].start() > 30:
        return None
    return tuple(match["name"] for match in found), None, found[0].start("name"), found[-1].end(), True


def _before_name(line: str) -> Found | None:
    for match in _BEFORE.finditer(line):
        names = tuple(part for part in _PARTS.split(match["names"]) if is_marked_unspaced_name(part))
        whole = match["names"].strip()
        if is_unspaced_name(whole):
            names = (whole,)
        if names and match.start() < 20:
            return names, None, match.start(), match.end(), True
    return None


def _beside_date(line: str, *, known: bool) -> Found | None:
    """A bare name: alone, before a date, or after the desk in brackets: "佐藤美咲2025年1月13日", "【ロンドン＝佐藤美咲】"."""
    if match := _DESK.match(line.strip()):
        if is_unspaced_name(match["name"]):
            return (match["name"],), None, 0, len(line), False
    dates = find_dates(line)
    text = line[: dates[0].start] if dates else line
    name = text.strip(" \u3000【】()（）|｜/・:：,、")
    if is_unspaced_name(name) or (known and is_marked_unspaced_name(name)):
        start = line.find(name)
        return (name,), None, start, start + len(name), False
    return None
