"""Seams: where on a page what its own template fills in meets the shell around it, that of many templates.

A shell that was edited is put around what stands between them: what an article's own template makes of it, most of the
work on a page, is not made again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial

import jinja2
from jinja2.runtime import Context

from newsarchive.model import Seam
from newsarchive.render.content import encoded

_MARK = "\ufdd0"  # no page holds it


class NotKeptError(Exception):
    """A shell has room for what was not kept of a page."""


def print_filled(
    template: jinja2.Template,
    told: Mapping[str, object],
    blocks: Sequence[str],
    fillings: Mapping[str, bytes] | None = None,
) -> tuple[bytes, tuple[Seam, ...]]:
    """A page in UTF-8, and where these blocks lie in it; their `fillings` are made, or taken from what was kept.

    NotKeptError where one is needed that was not kept.
    """
    context = template.new_context(dict(told))
    placed: list[str] = []
    for block in blocks:
        write = context.blocks[block][0] if fillings is None else partial(_kept, block, fillings)
        context.blocks[block] = [partial(_marked, block, write, placed)]
    try:
        printed = template.environment.concat(template.root_render_func(context)).split(_MARK)
    except NotKeptError:
        raise
    except Exception:  # noqa: BLE001 - as Jinja does it, so that a fault names its line
        template.environment.handle_exception()
    if len(printed) != 2 * len(placed) + 1:  # it stands in a text too
        if fillings is not None:
            raise NotKeptError
        return encoded(template.render(told)), ()
    parts = [encoded(part) for part in printed]
    if fillings is not None:
        parts[1::2] = [fillings[block] for block in placed]
    return b"".join(parts), tuple(_seams(placed, parts))


def kept_fillings(content: bytes, seams: Iterable[Seam]) -> dict[str, bytes]:
    """What stands in a page between its seams, by the names of blocks."""
    return {seam.block: content[seam.start : seam.end] for seam in seams}


def _marked(
    block: str, write: Callable[[Context], Iterator[str]], placed: list[str], context: Context
) -> Iterator[str]:
    placed.append(block)
    yield _MARK
    yield from write(context)
    yield _MARK


def _kept(block: str, fillings: Mapping[str, bytes], _: Context) -> Iterator[str]:
    """Nothing: what was kept is put there when all is bytes."""
    if block not in fillings:
        raise NotKeptError
    return iter(())


def _seams(placed: Sequence[str], parts: Sequence[bytes]) -> Iterator[Seam]:
    at = 0
    for number, part in enumerate(parts):
        if number % 2:
            yield Seam(placed[number // 2], at, at + len(part))
        at += len(part)
