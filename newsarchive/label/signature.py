"""The signature below a letter."""

import re
from collections.abc import Mapping

from newsarchive.label.sheet import Sheet, Verdict
from newsarchive.text.names import read_byline

_CAPITALISED = r"[^\W\d_a-zà-ÿ][^\W\d_]{0,30}(?:['’.-][^\W\d_]{0,30}){0,2}"
_SIGNATURE = re.compile(rf"{_CAPITALISED}(?: {_CAPITALISED}){{1,3}}, {_CAPITALISED}(?: {_CAPITALISED}){{0,3}}")


def signature(sheet: Sheet) -> Mapping[int, Verdict]:
    """Where nothing above names a writer: a name and a place right below the last paragraph, "Ann Roe, Upper Sarn"."""
    index = sheet.block.stop
    named = "byline" in map(sheet.label, range(index))
    if named or index >= len(sheet.pieces) or sheet.verdicts[index] is not None:
        return {}
    text = sheet.pieces[index].text
    parsed = read_byline(text) if _SIGNATURE.fullmatch(text) else None
    return {index: Verdict("byline", "signature")} if parsed and parsed.authors else {}
