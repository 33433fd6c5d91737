"""The line that says whose the site is; a photo's "© Name" is none."""

import re

from newsarchive.label.boilerplate.names import outlet_words
from newsarchive.label.line import Line

_REACH = 250
_SIGN = re.compile(r"\W{0,5}(?:copyrights?\b|©|ⓒ|\(c\)|℗)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_COMPANY = re.compile(
    r"gmbh|kg|ltd|limited|llc|inc|corp|corporation|plc|sa|sas|sarl|srl|spa|bv|nv|ab|as|oy|oyj|aps|kft|zrt|doo|ооо|ао|зао|оао"
    r"|rights|reserved"
)
_PICTURE = re.compile(
    r"fotos?|photos?|photograph|photographer|fotograf|fotografin|bild|bilder|image|picture|picturedesk|getty|imago"
    r"|shutterstock|reuters|ap|afp|epa|dpa|apa|quelle|source|via|handout"
)
_SIGN_WORD = re.compile(r"copyrights?|c|\d+")
_MOST_OF_A_CREDIT = 3


def copyright_line(line: Line) -> bool:
    """Like "© 2024 Lakeside Media Ltd", not "© 2012 Roe/Agency"."""
    if len(line.text) > _REACH or _SIGN.match(line.text) is None:
        return False
    words = {word for word in line.words if not _SIGN_WORD.fullmatch(word)}
    if "rights" not in words and any(map(_PICTURE.fullmatch, words)):
        return False
    if any(map(_COMPANY.fullmatch, words)):
        return True
    return _YEAR.search(line.text) is not None and (
        len(words) > _MOST_OF_A_CREDIT or not words.isdisjoint(outlet_words())
    )
