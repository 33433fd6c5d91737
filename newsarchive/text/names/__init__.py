"""Names of persons and agencies in lines of text: bylines, bare names, bios and taglines."""

from newsarchive.text.names.agency import agency_at, agency_named
from newsarchive.text.names.bare import is_whereabouts
from newsarchive.text.names.bio import bio_author, tagline_authors
from newsarchive.text.names.byline import Byline, announced_byline, byline_piece, parse_byline, read_byline
from newsarchive.text.names.desk import desk_authors
from newsarchive.text.names.glance import name_shape
from newsarchive.text.names.marks import is_by_words
from newsarchive.text.names.shape import is_person_name
from newsarchive.text.names.words import is_given, is_no_name, is_place, is_role

__all__ = [
    "Byline",
    "agency_at",
    "agency_named",
    "announced_byline",
    "bio_author",
    "byline_piece",
    "desk_authors",
    "is_by_words",
    "is_given",
    "is_no_name",
    "is_person_name",
    "is_place",
    "is_role",
    "is_whereabouts",
    "name_shape",
    "parse_byline",
    "read_byline",
    "tagline_authors",
]
