"""YAML as people write it beside a text, read without trust: words, lists and mappings, each with its line.

Nothing is constructed and nothing is converted: a scalar is the text that stands there, so 2023-05-30 stays as it is
and `no` stays "no". Aliases are refused (ten lines of them can stand for a billion values), and so is deep nesting.
"""

from collections.abc import Iterator

import yaml

from newsarchive.read.yaml_tree import Mapping, Node, YamlError

MAX_DEPTH = 8
_NULLS = ("", "~", "null", "Null", "NULL")
_COLON_IN_VALUE = "mapping values are not allowed in this context"
_COLON_HINT = ": a value with a colon in it needs quotation marks around it"
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(text: str, first_line: int = 1) -> Node:
    """The one document of a text, its lines counted from `first_line`. YamlError where it is none that can be used."""
    events = yaml.parse(text, Loader=_Loader)
    try:
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                node = _node(event, events, first_line, 1)
                _end(events, first_line)
                return node
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        words = " ".join(filter(None, (error.context, error.problem)))
        hint = _COLON_HINT if error.problem == _COLON_IN_VALUE else ""
        raise YamlError(words + hint, first_line + (mark.line if mark else 0)) from None
    except yaml.YAMLError as error:
        raise YamlError(str(error).splitlines()[0], first_line) from None
    return Node(None, first_line)


def _end(events: Iterator[yaml.Event], first_line: int) -> None:
    """Reads on to the end, so that whatever is wrong further down is told too."""
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            raise YamlError("a second document begins here", _line(event, first_line))


def _node(event: yaml.Event, events: Iterator[yaml.Event], first_line: int, depth: int) -> Node:
    line = _line(event, first_line)
    if depth > MAX_DEPTH:
        raise YamlError(f"nested more than {MAX_DEPTH} deep", line)
    if isinstance(event, yaml.ScalarEvent):
        is_null = event.style in (None, "") and event.value in _NULLS
        return Node(None if is_null else event.value, line)
    if isinstance(event, yaml.SequenceStartEvent):
        return Node(list(_nodes(events, first_line, depth)), line)
    if isinstance(event, yaml.MappingStartEvent):
        nodes = _nodes(events, first_line, depth)
        return Node(Mapping(list(zip(nodes, nodes, strict=True))), line)
    raise YamlError(f"*{getattr(event, 'anchor', '')} stands for another value; write the value itself", line)


def _nodes(events: Iterator[yaml.Event], first_line: int, depth: int) -> Iterator[Node]:
    """The nodes of a collection, up to its end."""
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            return
        yield _node(event, events, first_line, depth + 1)


def _line(event: yaml.Event, first_line: int) -> int:
    return first_line + (event.start_mark.line if event.start_mark else 0)
