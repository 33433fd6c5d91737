"""What YAML says that people write beside a text: words, lists and mappings, each with its line."""

from dataclasses import dataclass, field


class YamlError(ValueError):
    """Why a text is no YAML that can be used, and in which line."""

    def __init__(self, text: str, line: int) -> None:
        super().__init__(text)
        self.line = line


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its line; None is a value that was left empty."""

    value: "str | list[Node] | Mapping | None"
    line: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and their values, in order; a key that is written twice is here twice."""

    pairs: list[tuple[Node, Node]] = field(default_factory=list)
