"""Words: runs of letters and digits; in scripts without spaces, single characters."""

import re

from newsarchive.text.fold import fold

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")


def tokens(text: str) -> list[str]:
    """The folded words of a text, in order: "Don’t stop!" -> ["don", "t", "stop"]."""
    return _TOKEN.findall(fold(text))
