"""index: what search.html finds articles by, as files of output/search/ (docs/search-format.md)."""

from newsarchive.index.columns import Filed, column_blocks, row_blocks
from newsarchive.index.common import common_words
from newsarchive.index.gather import MOST_TOGETHER, Gathered, Pieces, gather
from newsarchive.index.pieces import removed_pieces, searched_pieces
from newsarchive.index.postings import Norms, make_norms, mean_length
from newsarchive.index.reduce import Counts, Reduced, join_partitions, page, reduce_partition, spelling

__all__ = [
    "MOST_TOGETHER",
    "Counts",
    "Filed",
    "Gathered",
    "Norms",
    "Pieces",
    "Reduced",
    "column_blocks",
    "common_words",
    "gather",
    "join_partitions",
    "make_norms",
    "mean_length",
    "page",
    "reduce_partition",
    "removed_pieces",
    "row_blocks",
    "searched_pieces",
    "spelling",
]
