"""Which of the bylines of a text is its own: that for which most speaks, nearest to the headline."""

from newsarchive.extract.byline_ranks import BESIDE, MARKED, RankedByline

_ABOVE = 4  # lines from a byline to the headline under it
_NEAR = 4  # lines from one byline with a by-word to the next
_FURTHEST = 60  # lines in which a marked byline wins over a bare name above it


def best_run(read: list[RankedByline], headline: int) -> list[RankedByline]:
    """The first run of bylines of the highest rank below the headline, right above it, or else anywhere above."""
    below = [item for item in read if item.line >= headline - _ABOVE] or read
    near = [item for item in below if item.line - below[0].line <= _FURTHEST]
    rank = max((item.rank for item in near), default=0)
    if any(item.rank == rank and item.line >= headline for item in near):
        near = [item for item in near if item.line >= headline]
    furthest = _NEAR if rank == MARKED else BESIDE
    run: list[RankedByline] = []
    best = [item.line for item in near if item.rank == rank]
    for item in near:
        best += [item.line] if item.rank and any(item.line - line == 1 for line in best) else []
        beside = rank < MARKED and item.rank and any(abs(item.line - line) <= 1 for line in best)
        if (item.rank == rank or beside) and (not run or item.line - run[-1].line <= furthest):
            run.append(item)
    return run
