"""The language and direction of a text, as attributes of the element that holds it."""

import unicodedata
from collections.abc import Mapping

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi"})


def text_attributes(text: str, language: str | None, page_language: str) -> Mapping[str, str]:
    """`lang` where it differs from the page's ("" for unknown, never a guess) and `dir` where it is not left to right.

    ("שלום", "he", "en") -> {"lang": "he", "dir": "rtl"};  ("Hello", "en", "en-GB") -> {}
    """
    attributes = {}
    if language is None or language not in {page_language, page_language.split("-", maxsplit=1)[0]}:
        attributes["lang"] = language or ""
    if direction_of(text, language) != direction_of("", page_language):
        attributes["dir"] = direction_of(text, language)
    return attributes


def direction_of(text: str, language: str | None) -> str:
    """Which way a text runs, "rtl" or "ltr": as its language is written, else as its first letter with a direction."""
    if language:
        return "rtl" if language.split("-", maxsplit=1)[0].lower() in RIGHT_TO_LEFT else "ltr"
    kinds = (unicodedata.bidirectional(character) for character in text[:500])
    return "rtl" if next((kind for kind in kinds if kind in {"L", "R", "AL"}), "L") != "L" else "ltr"
