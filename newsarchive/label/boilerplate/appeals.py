"""An outlet that speaks of itself."""

from newsarchive.label.boilerplate.book import opening
from newsarchive.label.boilerplate.match import opened
from newsarchive.label.boilerplate.names import is_outlet
from newsarchive.label.line import Line
from newsarchive.text.fold import fold

_REACH = 250
_LONGEST_NAME = 5


def donation_appeal(line: Line) -> bool:
    """The outlet says what it does, then asks: "HGN meets rumours with reporting. We depend on your support."."""
    if not line.is_sentence or len(line.text) > _REACH:
        return False
    deeds, _, request = line.text.partition(". ")
    if not request or "donation_appeal" not in opened(opening(fold(request))):
        return False
    words = fold(deeds).split()
    return any(is_outlet(" ".join(words[:count]), line.text) for count in range(1, _LONGEST_NAME + 1))
