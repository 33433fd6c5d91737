"""Who is credited for the pictures beside a report is none of its writers."""

from newsarchive.text.names.lists import section_words
from newsarchive.text.names.segment import Segment


def without_pictures(line: str, segments: list[Segment]) -> list[Segment]:
    """The segments of a line, those that name a photographer without their names.

    "Text: Ann Roe, Foto: Tom Doe", "Ann Roe (Text), Tom Doe (Foto)": Tom Doe is no name there.
    """
    return [
        segment._replace(names=(), rest=segment.words[len(segment.lead) :])
        if segment.names and _is_of_pictures(line, segments, index)
        else segment
        for index, segment in enumerate(segments)
    ]


def is_picture_credit(segments: list[Segment]) -> bool:
    """True where a picture agency is named: "Ann Roe/Getty Images"."""
    agencies = section_words("by_words.txt", "picture agencies")
    return any(word.small in agencies for segment in segments for word in segment.words)


def _is_of_pictures(line: str, segments: list[Segment], index: int) -> bool:
    """True behind "Foto:", behind "Foto" itself, and before "(Foto)"."""
    segment = segments[index]
    if any(_is_picture(word.small) for word in segment.lead):
        return True
    before = segments[index - 1].words if index else ()
    if segment.before == "|" and before and _is_picture(before[-1].small):
        return not any(word.small in section_words("by_words.txt", "writing") for word in before)
    after = segments[index + 1].words if index + 1 < len(segments) else ()
    return bool(after) and line[after[0].start - 1] in "([" and all(_is_picture(word.small) for word in after)


def _is_picture(small: str) -> bool:
    return small in section_words("by_words.txt", "pictures")
