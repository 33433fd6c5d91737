"""Shells: what templates extend, and which blocks of theirs are filled with what does not depend on them."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

import jinja2
from jinja2 import nodes

from newsarchive.render.known import own_names
from newsarchive.render.whole import Part

_TOLD = frozenset({"page", "site", "words"})
_VIEW = "view"
_EVERYWHERE = frozenset({"loop", "caller", "range"})


class _UnclearError(Exception):
    """Nobody can tell what a template takes in."""


FILLED_BY_DEFAULT = {
    "about.html": ("main",),
    "all.html": ("main",),
    "article.html": ("canonical", "head", "main"),
    "front.html": ("title", "masthead", "main"),
    "index.html": ("main",),
    "listing.html": ("main",),
    "method.html": ("main",),
    "removed.html": ("main",),
    "review-list.html": ("main",),
    "review.html": ("main",),
    "search.html": ("head", "main"),
    "titles.html": ("main",),
}
"""What `filled_blocks` finds of the default templates: to look takes as long as a build of a few articles."""


def filled_blocks(name: str, part: Part) -> tuple[str, ...]:
    """The blocks of its shell that a template fills, each with what does not depend on the shell.

    None where anything that it fills does, or may: a name that one of both gives a meaning and the other knows, a block
    in a loop, a template that is worked out. `part` gives a template by its name, or raises an error of Jinja's.
    """
    try:
        own, shells = part(name), list(_shells(name, part))
        of_own, of_shells = _with_parts([own], part), _with_parts(shells, part)
        at_the_top = _with_parts([own], part, but=(nodes.Block, nodes.Macro))
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
        and all(_is_plainly_placed(shell, shared) for shell in shells)
    )
    return tuple(block for block in blocks if block in shared) if is_apart else ()


def _shells(name: str, part: Part) -> Iterator[nodes.Template]:
    """The template that one extends, the one that that extends, and so on."""
    seen = {name}
    template = part(name)
    while (extended := _extended(template)) is not None:
        if extended in seen:
            raise _UnclearError
        seen.add(extended)
        template = part(extended)
        yield template


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
) -> list[nodes.Node]:
    """All nodes of some templates, and of all that they include and import, but those of some kinds with what is below
    them.
    """
    found: list[nodes.Node] = []
    names = set[str]()
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
                names.add(name)
                waiting.append(_without_shell(part(name)))
    return found


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
