"""The line that says whose the site is; a photo's "© Name" is none."""

import re

from newsarchive.label.boilerplate.names import outlet_words
from newsarchive.label.line import Line

_REACH = 250
_SIGN = re.compile(r"\W*(?:copyrights?\b|©|ⓒ|\(c\)|℗)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_COMPANY = frozenset(
    "gmbh kg ltd limited llc inc corp corporation plc sa sas sarl srl spa bv nv ab as oy oyj aps kft zrt doo ооо ао зао оао"
    " rights reserved".split()
)
_PICTURE = frozenset(
    "foto fotos photo photos photograph photographer fotograf fotografin bild bilder image picture picturedesk getty"
    " imago shutterstock reuters ap afp epa dpa apa quelle source via handout".split()
)
_MOST_OF_A_CREDIT = 3


def copyright_line(line: Line) -> bool:
    """ "© 2024 Lakeside Media Ltd", not "© 2012 Roe/Agency"."""
    if len(line.text) > _REACH or _SIGN.match(line.text) is None:
        return False
    words = {word for word in line.words if not word.isdigit()} - {"copyright", "copyrights", "c"}
    if words & _PICTURE and "rights" not in words:
        return False
    if words & _COMPANY:
        return True
    return _YEAR.search(line.text) is not None and (len(words) > _MOST_OF_A_CREDIT or bool(words & outlet_words()))
