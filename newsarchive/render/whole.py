"""A template and the parts that it names, as one: what it includes and whose macros it takes is put in its place."""

from collections.abc import Callable

import jinja2
from jinja2 import nodes
from jinja2.visitor import NodeTransformer

Part = Callable[[str], nodes.Template]


class Whole(NodeTransformer):
    """Puts parts in their places. `part` gives a template by its name; one that is not there, or that is more than a
    part, is left to be looked for when a page is printed.
    """

    def __init__(self, part: Part, within: frozenset[str] = frozenset()) -> None:
        self._part = part
        self._within = within

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802 - so Jinja calls it
        """What is included sees what is known there, and keeps its own names to itself."""
        part = None if node.ignore_missing or not node.with_context else self._whole(node.template)
        if part is None or part.find(nodes.Extends) or part.find(nodes.Block):
            return node
        return nodes.Scope(part.body, lineno=node.lineno)

    def visit_FromImport(self, node: nodes.FromImport) -> nodes.Node | list[nodes.Node]:  # noqa: N802 - so Jinja calls it
        """Macros, and those that they call; a part that holds anything else is left where it is."""
        part = self._whole(node.template)
        if part is None or not all(isinstance(each, nodes.Macro) or _is_text(each) for each in part.body):
            return node
        macros: list[nodes.Node] = [each for each in part.body if isinstance(each, nodes.Macro)]
        return macros if {*node.names} <= {macro.name for macro in part.find_all(nodes.Macro)} else node

    def _whole(self, named: nodes.Expr) -> nodes.Template | None:
        """A part with its own parts in it."""
        name = named.value if isinstance(named, nodes.Const) else None
        if not isinstance(name, str) or name in self._within:
            return None
        try:
            part = self._part(name)
        except jinja2.TemplateNotFound:
            return None
        Whole(self._part, self._within | {name}).visit(part)
        return part


def _is_text(node: nodes.Node) -> bool:
    """Whether a node is words of the template itself, such as the blank lines between two macros."""
    return isinstance(node, nodes.Output) and all(isinstance(each, nodes.TemplateData) for each in node.nodes)
