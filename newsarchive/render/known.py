"""What is the same on every page of a site is put into its templates once, when they are compiled."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.visitor import NodeTransformer


class KnowingEnvironment(jinja2.Environment):
    """Jinja's environment, in which its globals are known: they stand for the same on every page.

    The words and the numbers below them ("words.nav.skip") become part of a template's own text when it is compiled,
    escaped as ever, instead of being looked up and escaped for each page. A template that gives such a name another
    meaning keeps its own.
    """

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        own = {*own_names(every_node(template))}
        known = {name: value for name, value in self.globals.items() if name not in own}
        _Known(self, known).visit(template)
        return template


class _Known(NodeTransformer):
    """Replaces what is known and plain by its value."""

    def __init__(self, environment: jinja2.Environment, known: Mapping[str, object]) -> None:
        self._environment = environment
        self._known = known

    def visit_Getattr(self, node: nodes.Getattr) -> nodes.Node:  # noqa: N802 - so Jinja calls it
        """An attribute: a constant where it is known, else as it is, and so is one that is not there."""
        value = self._value(node)
        if isinstance(value, str | int):
            return nodes.Const(value, lineno=node.lineno)
        return self.generic_visit(node)

    def _value(self, node: nodes.Node) -> Any:  # noqa: ANN401 - whatever stands there; None where that is not known
        if isinstance(node, nodes.Name):
            return self._known.get(node.name)
        if not isinstance(node, nodes.Getattr) or (below := self._value(node.node)) is None:
            return None
        value = self._environment.getattr(below, node.attr)
        return None if isinstance(value, jinja2.Undefined) else value


def every_node(template: nodes.Template) -> list[nodes.Node]:
    """A template and all nodes below it. Jinja's own search takes longer, and finds one kind at a time."""
    found: list[nodes.Node] = [template]
    for node in found:
        found.extend(node.iter_child_nodes())
    return found


def own_names(found: Iterable[nodes.Node]) -> Iterator[str]:
    """The names to which the nodes of a template give a meaning."""
    for node in found:
        if isinstance(node, nodes.Name) and node.ctx != "load":
            yield node.name
        elif isinstance(node, nodes.Import):
            yield node.target
        elif isinstance(node, nodes.FromImport):
            yield from (name if isinstance(name, str) else name[1] for name in node.names)
