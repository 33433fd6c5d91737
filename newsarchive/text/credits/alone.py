"""Makers that nothing announces: as a line, or after a sentence."""

import re

from newsarchive.text.credits.found import EDGE, Credit
from newsarchive.text.credits.hints import LONGEST_ALONE, TAIL
from newsarchive.text.credits.makers import is_maker, is_maker_alone, may_be_maker, name_start

_LONGEST_AT_THE_END = 90
_SLASHED = re.compile(r"(?:[A-ZÀ-ÞŠŽČŁ][\w.'’-]*[ ,]{0,2}){1,5} ?/ ?[A-ZÀ-ÞŠŽČŁ][\w.'’ /&-]{1,60}$")


def maker_alone(line: str) -> Credit | None:
    """As a line: "Getty Images", "AP Photo/Ann Roe", "Ann Roe via AP"."""
    text = line.strip()
    if len(text) > LONGEST_ALONE or not may_be_maker(text) or not is_maker_alone(text):
        return None
    return len(line) - len(line.lstrip()), len(line), text.rstrip(".")


def maker_at_the_end(line: str) -> Credit | None:
    """After a sentence: "… at the harbour. Ann Roe/Getty Images"."""
    found = _SLASHED.search(line, max(0, len(line) - _LONGEST_AT_THE_END)) if "/" in line[-TAIL:] else None
    if found is None:
        return None
    start = found.start() + name_start(found.group())
    return (start, len(line), line[start:].strip()) if is_maker(line[start:].strip(EDGE)) else None
