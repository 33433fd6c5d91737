"""Templates compiled for speed: they print what plain Jinja prints, or fail where it may print something.

What costs most on a small page that there are many of is, in plain Jinja: to put a template together with what it
includes, anew for each page; `Markup` around each value; the search for an attribute among keys; the call of a macro.
Here parts become one template when it is compiled, a value is written as a plain escaped text, an attribute is an
attribute, and a macro is a function.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from keyword import iskeyword
from typing import Any

from jinja2 import TemplateNotFound, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from markupsafe import Markup, escape

from newsarchive.render.known import KnowingEnvironment, every_node, own_names
from newsarchive.render.whole import Whole

_TOLD = frozenset({"page", "view", "site", "words"})
_CONTENT = "content "  # before the name of a filter that gives what is written as it is


class _Generator(CodeGenerator):
    """Writes the Python of a template."""

    _functions: Mapping[str, int]

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - so Jinja calls it
        """The whole of it."""
        self._functions = dict(_functions(node))
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - so Jinja calls it
        """An attribute, and never a key."""
        if iskeyword(node.attr) or isinstance(node.node, nodes.Const):
            super().visit_Getattr(node, frame)
            return
        self._visit_known(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 - so Jinja calls it
        """A call: of a macro, that of a function with all that it takes."""
        taken = self._functions.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        if taken is None:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self._visit_known(node.node, frame)
        self.write("(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write("missing, " * (taken - len(node.args)) + ")")

    def _visit_known(self, node: nodes.Expr, frame: Frame) -> None:
        """Something of which no more is asked than what is there: a name without a meaning has no attribute either."""
        if isinstance(node, nodes.Name):
            self.write(frame.symbols.ref(node.name))
        else:
            self.visit(node, frame)

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        """What the name of a macro stands for."""
        if getattr(macro_ref.node, "name", None) in self._functions:
            self.write("macro")
        else:
            super().macro_def(macro_ref, frame)

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:  # noqa: ARG002 - as in Jinja
        """The end of a macro: that what it gives is HTML holds for whoever calls it."""
        super().return_buffer_contents(frame)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:  # noqa: ANN401 - as in Jinja
        return (
            str(node.as_const(frame.eval_ctx))
            if _is_content(node)
            else super()._output_child_to_const(node, frame, finalize)
        )

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401 - as in Jinja
        if not frame.eval_ctx.autoescape or frame.eval_ctx.volatile:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("(" if _is_content(node) else "environment.written(")


class QuickEnvironment(KnowingEnvironment):
    """A knowing environment whose templates are quick. A fault in one may be none, and does not name its place: who
    meets it asks plain Jinja.
    """

    code_generator_class = _Generator

    @cached_property
    def _parts(self) -> dict[str, nodes.Template]:
        """The parts that were read, by name: most templates have the same, and the same is done to them in each."""
        return {}

    def write_by(self, **contents: Callable[[Any], str]) -> None:
        """Filters by name that give content as it is written, for where it is; to be said before any template."""
        self.filters |= {_CONTENT + name: write for name, write in contents.items()}

    @staticmethod
    def written(value: object) -> str:
        """A value as it is written: escaped, unless it is HTML already."""
        if type(value) is not str:
            return value if type(value) is Markup else str(value if type(value) is int else escape(value))
        plain = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return plain.replace("'", "&#39;").replace('"', "&#34;")

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        Whole(self._part).visit(template)
        found = every_node(template)
        if _is_ambiguous(found):
            template = super()._parse(source, name, filename)
            found = every_node(template)
        for output in found:
            for child in output.nodes if isinstance(output, nodes.Output) else ():
                if isinstance(child, nodes.Filter) and not child.args and _CONTENT + child.name in self.filters:
                    child.name = _CONTENT + child.name
        for node in found:
            node.environment = self
        return template

    def _part(self, name: str) -> nodes.Template:
        if name not in self._parts:
            if self.loader is None:
                raise TemplateNotFound(name)
            source, filename, _ = self.loader.get_source(self, name)
            self._parts[name] = super()._parse(source, name, filename)
        return self._parts[name]


def _is_content(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Filter) and node.name.startswith(_CONTENT)


def _is_ambiguous(found: Sequence[nodes.Node]) -> bool:
    """Whether a name means one thing in one part of a template and another in another."""
    macros: dict[str, nodes.Macro] = {}
    if any(macros.setdefault(node.name, node) != node for node in found if isinstance(node, nodes.Macro)):
        return True
    return not {*own_names(found)}.isdisjoint(macros.keys() | _TOLD)


def _functions(template: nodes.Template) -> Iterator[tuple[str, int]]:
    """The macros that can be functions, with how many values each takes: nothing is done with them but to call them."""
    found = every_node(template)
    calls = [node for node in found if isinstance(node, nodes.Call)]
    named = {id(call.node): len(call.args) for call in calls if _is_plain(call)}
    blocks = {id(node.call.node) for node in found if isinstance(node, nodes.CallBlock)}
    given: dict[str, list[int]] = {}
    for node in found:
        if isinstance(node, nodes.Name):
            given.setdefault(node.name, []).append(-1 if id(node) in blocks else named.get(id(node), -1))
    for node in found:
        if isinstance(node, nodes.Macro) and not _takes_more(node):
            counts = given.get(node.name, [0])
            if min(counts) >= 0 and max(counts) <= len(node.args):
                yield node.name, len(node.args)


def _is_plain(call: nodes.Call) -> bool:
    return not call.kwargs and call.dyn_args is None and call.dyn_kwargs is None


def _takes_more(macro: nodes.Macro) -> bool:
    """Whether a macro takes more than it names."""
    return any(name.name in {"caller", "kwargs", "varargs"} for name in macro.find_all(nodes.Name))
