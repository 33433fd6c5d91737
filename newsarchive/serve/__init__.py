"""serve: a site on this machine that is built again, and shown again, whenever something it is made from changes.

    watch.py    what changed in the folders and in config.yaml
    keep.py     builds after each change, and pins up what came of it
    notice.py   the board where that hangs
    answer.py   what stands at an address
    live.py     a page as it is served: it hears of the next build, and live.js shows it
    server.py   the part that speaks HTTP

Nothing of this is written into the site: a page gets its script on its way to the browser.
"""

from collections.abc import Callable
from typing import Never

from newsarchive.serve.keep import Work, keep_built
from newsarchive.serve.notice import Board
from newsarchive.serve.server import running

__all__ = ["Work", "serve"]


def serve(work: Work, *, port: int, ready: Callable[[str], object]) -> Never:
    """Serve a site until KeyboardInterrupt; `ready` is told its address before the first build.

    InputError where neither the port nor one of those after it is free, or the folders cannot be watched. What goes
    wrong in a build ends nothing: it is told in the page and by `work.failed`.
    """
    board = Board()
    with running(board, port) as address:
        ready(address)
        keep_built(work, board)
