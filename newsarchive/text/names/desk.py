"""Writers that East Asian reports name in brackets in their first or last words."""

import re

from newsarchive.text.later import later
from newsarchive.text.names.script import is_marked_unspaced_name, is_unspaced_name
from newsarchive.text.names.unspaced import is_unspaced

_HEAD, _TAIL = 90, 60
_BRACKETS = later(r"[（(〔【\[［]([^（(〔【\[［）)〕】\]］]{2,40})[）)〕】\]］]?")
_AFTER_ROLE = later(
    r"(?:^|社|报|報)(?:特约|特約)?(?:记者|記者|评论员|評論員|通讯员|特派员|特派員)[ \u3000:：]?(?P<names>.{2,30})$"
)
_KOREAN = later(r"(?:^|\s)([가-힣]{2,4})\s?(?:기자|특파원)$")
_PARTS = re.compile(r"[、，,／/\s\u3000]")


def desk_authors(paragraph: str) -> tuple[str, ...]:
    """The writers in brackets at the edges of a paragraph, else none.

    "【ロンドン＝佐藤渚】…", "[부산=김바다 기자] …", "…。（记者李海、王波）"
    """
    if not is_unspaced(paragraph[:_HEAD]):
        return ()
    opening = _BRACKETS().match(paragraph.lstrip())
    if opening and (names := _desk(opening.group())):
        return names
    edges = (paragraph[:_HEAD], paragraph[-_TAIL:])
    inside = (found.group(1) for edge in edges for found in _BRACKETS().finditer(edge))
    return next((names for words in inside if (names := _after_role(words))), ())


def _desk(bracketed: str) -> tuple[str, ...]:
    """ "【ロンドン＝佐藤渚】", "[부산=김바다 기자]"."""
    if "=" not in bracketed and "＝" not in bracketed:
        return ()
    words = bracketed.strip("（(〔【[［）)〕】]］")
    name = re.split("[=＝]", words)[-1].strip()
    if is_unspaced_name(name):
        return (name,)
    korean = _KOREAN().search(name)
    return (korean[1],) if korean and is_marked_unspaced_name(korean[1]) else ()


def _after_role(words: str) -> tuple[str, ...]:
    """The names behind "记者", up to what is none: "記者李海／台北報導" -> "李海"."""
    found = _AFTER_ROLE().search(words)
    if found is None:
        return ()
    names = []
    for part in _PARTS.split(found["names"]):
        if not is_marked_unspaced_name(part):
            break
        names.append(part)
    return tuple(names)
