"""Seams: where on a page what its own template fills in meets the shell around it, that of many templates.

Where neither knows anything of the other, a shell that was edited can be put around what stands: what an article's own
template makes of it, most of the work on a page, is then not made again.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from typing import NamedTuple

import jinja2
from jinja2 import nodes
from jinja2.runtime import Context

from newsarchive.model import Seam
from newsarchive.render.content import encoded
from newsarchive.render.known import own_names
from newsarchive.render.whole import Part

_MARK = "\ufdd0"  # no page holds it
_TOLD = frozenset({"page", "site", "words"})
_VIEW = "view"
_EVERYWHERE = frozenset({"loop", "caller", "range"})


class NotKeptError(Exception):
    """A shell has room for what was not kept of a page."""


class _UnclearError(Exception):
    """Nobody can tell what a template takes in."""


class _Shell(NamedTuple):
    name: str
    template: nodes.Template


def filled_blocks(name: str, part: Part, is_theirs: Callable[[str], bool]) -> tuple[str, ...]:
    """The blocks of its shell that a template fills, each with what does not depend on the shell.

    None where anything that it fills does, or may: a name that one of both gives a meaning and the other knows, a block
    in a loop, a template that is worked out. None either where nothing of the shell is of those names that `is_theirs`
    tells. `part` gives a template by its name, or raises an error of Jinja's.
    """
    try:
        own, shells = part(name), list(_shells(name, part))
        names = [shell.name for shell in shells]
        of_own, _ = _with_parts([own], part)
        of_shells, parts = _with_parts([shell.template for shell in shells], part)
        at_the_top, _ = _with_parts([own], part, but=(nodes.Block, nodes.Macro))
    except (_UnclearError, jinja2.TemplateError, LookupError, ValueError):
        return ()
    blocks = [block.name for block in own.body if isinstance(block, nodes.Block)]
    shared = {block.name for block in _blocks(of_own)} & {block.name for block in _blocks(of_shells)}
    is_apart = (
        shared <= {*blocks}
        and _loaded(of_own) <= _TOLD | {_VIEW} | _EVERYWHERE | _named(of_own)
        and _loaded(of_shells) <= _TOLD | {"super"} | _EVERYWHERE | _named(of_shells)
        and _VIEW not in _loaded(at_the_top)
        and _loaded(of_own).isdisjoint(_told_others(of_shells))
        and _loaded(of_shells).isdisjoint(_told_others(of_own))
        and all(_is_plainly_placed(shell.template, shared) for shell in shells)
        and any(map(is_theirs, (*names, *parts)))
    )
    return tuple(block for block in blocks if block in shared) if is_apart else ()


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


def _shells(name: str, part: Part) -> Iterator[_Shell]:
    """The template that one extends, the one that that extends, and so on."""
    seen = {name}
    template = part(name)
    while (extended := _extended(template)) is not None:
        if extended in seen:
            raise _UnclearError
        seen.add(extended)
        template = part(extended)
        yield _Shell(extended, template)


def _extended(template: nodes.Template) -> str | None:
    tags = list(template.find_all(nodes.Extends))
    if not tags:
        return None
    if len(tags) > 1 or tags[0] not in template.body:
        raise _UnclearError
    return _constant(tags[0].template)


def _constant(named: nodes.Expr) -> str:
    if isinstance(named, nodes.Const) and isinstance(named.value, str):
        return named.value
    raise _UnclearError


def _with_parts(
    templates: Iterable[nodes.Node], part: Part, but: tuple[type[nodes.Node], ...] = ()
) -> tuple[list[nodes.Node], list[str]]:
    """All nodes of some templates, and of all that they include and import, but those of some kinds with what is below
    them; and the names of all that is taken in.
    """
    found: list[nodes.Node] = []
    names: list[str] = []
    waiting = [*templates]
    while waiting:
        node = waiting.pop()
        if isinstance(node, but):
            continue
        found.append(node)
        waiting += node.iter_child_nodes()
        if isinstance(node, nodes.Include | nodes.Import | nodes.FromImport):
            name = _constant(node.template)
            if name not in names:
                names.append(name)
                waiting.append(_without_shell(part(name)))
    return found, names


def _without_shell(part: nodes.Template) -> nodes.Template:
    if part.find(nodes.Extends):
        raise _UnclearError
    return part


def _blocks(found: Iterable[nodes.Node]) -> Iterator[nodes.Block]:
    return (node for node in found if isinstance(node, nodes.Block))


def _loaded(found: Iterable[nodes.Node]) -> set[str]:
    return {node.name for node in found if isinstance(node, nodes.Name) and node.ctx == "load"}


def _named(found: Sequence[nodes.Node]) -> set[str]:
    """The names to which templates give a meaning."""
    return {*own_names(found), *(node.name for node in found if isinstance(node, nodes.Macro))}


def _told_others(found: Iterable[nodes.Node]) -> set[str]:
    """The names of templates that others may know too; the other names end with a loop, or with a call."""
    told = set[str]()
    for node in found:
        if isinstance(node, nodes.Assign | nodes.AssignBlock):
            told.update(own_names([node.target, *node.target.iter_child_nodes()]))
        elif isinstance(node, nodes.Macro):
            told.add(node.name)
        elif isinstance(node, nodes.Import | nodes.FromImport):
            told.update(own_names([node]))
    return told


def _is_plainly_placed(shell: nodes.Node, blocks: AbstractSet[str]) -> bool:
    """Whether blocks stand in a template as they are, at most under a condition or in another block."""
    return all(
        _is_plainly_placed(node, blocks)
        if isinstance(node, nodes.Block | nodes.If)
        else all(block.name not in blocks for block in node.find_all(nodes.Block))
        for node in shell.iter_child_nodes()
    )
