"""YAML with its lines: what a file says as texts, lists and mappings, and where each of them stands."""

from dataclasses import dataclass, field
from typing import Any

import yaml

Key = tuple[str | int, ...]
_NULL = "tag:yaml.org,2002:null"


class YamlError(ValueError):
    """Why a file is no YAML that can be used, and in which line."""

    def __init__(self, text: str, line: int) -> None:
        super().__init__(text)
        self.line = line


@dataclass(frozen=True, slots=True)
class Lines:
    """The line of each value by its key, ("outlets", 0, "name"); and the keys that are written twice."""

    of: dict[Key, int] = field(default_factory=dict)
    twice: list[tuple[Key, int]] = field(default_factory=list)

    def line(self, key: Key) -> int | None:
        """Where a key stands; where it does not, what it should stand in."""
        return next((self.of[key[:end]] for end in range(len(key), -1, -1) if key[:end] in self.of), None)


class _Loader(yaml.SafeLoader):
    def compose_node(self, parent: Any, index: Any) -> Any:  # noqa: ANN401  as in the library
        if self.check_event(yaml.AliasEvent):
            event = self.get_event()  # type: ignore[no-untyped-call]
            raise YamlError(f"*{event.anchor} stands for another value; write that value", _line(event.start_mark))
        return super().compose_node(parent, index)


def parse_yaml(text: str) -> tuple[Any, Lines]:
    """What a text says, every scalar as the text that stands there, and its lines. A key left empty is not there."""
    lines = Lines()
    try:
        node = yaml.compose(text, Loader=_Loader)
        return (None if node is None else _value(node, (), lines)), lines
    except yaml.MarkedYAMLError as error:
        words = " ".join(filter(None, (error.context, error.problem)))
        raise YamlError(words, _line(error.problem_mark)) from None
    except yaml.YAMLError as error:
        raise YamlError(str(error).splitlines()[0], 1) from None
    except RecursionError:
        raise YamlError("it is nested too deep", 1) from None


def _value(node: yaml.Node, key: Key, lines: Lines) -> Any:  # noqa: ANN401  YAML holds anything
    lines.of.setdefault(key, _line(node.start_mark))
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*key, at), lines) for at, item in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, key, lines)
    return None if node.tag == _NULL else node.value


def _mapping(node: yaml.MappingNode, key: Key, lines: Lines) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for name, value in node.value:
        if not isinstance(name, yaml.ScalarNode):
            raise YamlError("a key must be a word", _line(name.start_mark))
        own = (*key, name.value)
        if name.value in values:
            lines.twice.append((own, _line(name.start_mark)))
            continue
        lines.of[own] = _line(name.start_mark)
        values[name.value] = _value(value, own, lines)
    return {name: value for name, value in values.items() if value is not None}


def _line(mark: Any) -> int:  # noqa: ANN401  the library's, of two kinds
    return int(mark.line) + 1 if mark else 1
