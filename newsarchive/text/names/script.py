"""Names in scripts that put no space between words: Chinese, Japanese, Korean."""

from newsarchive.text.later import later
from newsarchive.text.names.lists import section_words

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff々﨑"
_FIRST = "\u3005"
"""The first of the signs that a name may begin with."""
_JAPANESE = later(rf"[{_HAN}]{{2,5}}[ \u3000]?(?:[{_HAN}]{{0,3}}|[\u3041-\u30ff]{{2,4}})")
# what follows a family name that is a place or a firm: 福島県, 石川町, 山口銀行
_NO_GIVEN = later(
    r"[県縣市町区區村都府郡駅港線署氏家銀社新首知第電放病警州]|.*(?:新聞|放送|大学|高校|選手|監督|容疑者|被告|写真|一覧|記事|さん|氏)$"
)
_CHINESE = later(rf"[{_HAN}]{{2,4}}")
_KOREAN = later(r"[가-힣]{2,4}")
_KANA = later(r"[\u30a1-\u30f4ー]{2,}(?:[・=＝][\u30a1-\u30f4ー]{2,})+")


def is_unspaced_name(text: str) -> bool:
    """True for a bare Japanese name with a common family name: "佐藤美咲", "田中 太郎".

    Chinese and Korean names are too short to tell a bare one from any other word.
    """
    if not 3 <= len(text) <= 8 or text < _FIRST or _JAPANESE().fullmatch(text) is None:
        return False
    families = section_words("family_names.txt", "kana")
    given = (text[size:].strip() for size in (3, 2) if text[:size] in families)
    return any(1 <= len(rest) <= 4 and _NO_GIVEN().match(rest) is None for rest in given)


def is_marked_unspaced_name(text: str) -> bool:
    """True for signs that may be a name where something else says so: "李明", "김지훈", "佐藤美咲"."""
    if _KOREAN().fullmatch(text):
        return text[0] in _signs("hangul")
    if _KANA().fullmatch(text) or is_unspaced_name(text):
        return True
    families = section_words("family_names.txt", "kana")
    return _CHINESE().fullmatch(text) is not None and (text[0] in _signs("han") or text[:2] in families)


def _signs(title: str) -> frozenset[str]:
    return frozenset(sign for word in section_words("family_names.txt", title) for sign in word)
