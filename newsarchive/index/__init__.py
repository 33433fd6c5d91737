"""index: what search.html finds articles by, as files of output/search/ (docs/search-format.md)."""

from newsarchive.index.columns import (
    COLUMN_BITS,
    COLUMNS,
    ROW_BITS,
    Filed,
    column_blocks,
    column_list,
    row_blocks,
    row_name,
)
from newsarchive.index.common import common_words
from newsarchive.index.entries import Held
from newsarchive.index.gather import MOST_TOGETHER, Gathered, Pieces, gather
from newsarchive.index.pieces import removed_pieces, searched_pieces
from newsarchive.index.postings import Norms, make_norms, mean_length
from newsarchive.index.reduce import Counts, Reduced, join_partitions, page, reduce_partition, spelling
from newsarchive.index.refresh import OutOfDateError, refresh, respelled

__all__ = [
    "COLUMNS",
    "COLUMN_BITS",
    "MOST_TOGETHER",
    "ROW_BITS",
    "Counts",
    "Filed",
    "Gathered",
    "Held",
    "Norms",
    "OutOfDateError",
    "Pieces",
    "Reduced",
    "column_blocks",
    "column_list",
    "common_words",
    "gather",
    "join_partitions",
    "make_norms",
    "mean_length",
    "page",
    "reduce_partition",
    "refresh",
    "removed_pieces",
    "respelled",
    "row_blocks",
    "row_name",
    "searched_pieces",
    "spelling",
]
