"""config.yaml as it is laid out: every key with what it means, made from the schema and so never behind it.

Prose is "# " and words; a key that is not set is behind a "#" alone, at its default, so that the file means the
defaults until somebody takes a "#" away.
"""

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from newsarchive.config.complaints import inner_model
from newsarchive.config.schema import Schema

_HEAD = """\
# The choices of this archive. Every key may be left out; what stands behind a "#" is what holds without it.
# Paths are relative to this file. A build says what it cannot follow, all at once and by line.
"""
_WIDTH = 100


class _Dumper(yaml.SafeDumper):
    """Lists stand two spaces in, below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  as in the library
        super().increase_indent(flow, indentless=False)


# What YAML takes for nothing is quoted; all else is text to us, and stands there plain.
_Dumper.yaml_implicit_resolvers = {}
_Dumper.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])


def explained(values: Mapping[str, Any]) -> str:
    """A config.yaml with these values set, every key explained."""
    parts = [_HEAD]
    for name, field in Schema.model_fields.items():
        given = values.get(name)
        lines = [*_prose(field), *_written(name, field, given)]
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)


def _prose(field: FieldInfo) -> Iterator[str]:
    yield from textwrap.wrap(field.description or "", _WIDTH, initial_indent="# ", subsequent_indent="# ")
    if inner := inner_model(field.annotation):
        for name, each in inner.model_fields.items():
            yield f"# - {each.alias or name}: {each.description}"


def _written(name: str, field: FieldInfo, given: object) -> Iterator[str]:
    if given is not None:
        yield from _dumped({name: given})
        return
    default = field.get_default(call_default_factory=True)
    if default in (None, [], {}):
        yield "# Not set; for example:"
        default = field.examples[0] if field.examples else ""
    if isinstance(default, BaseModel):
        default = default.model_dump(by_alias=True)
    yield from (f"#{line}" for line in _dumped({name: default}))


def _dumped(value: object) -> list[str]:
    dumped = yaml.dump(_texts(value), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return dumped.splitlines()


def _texts(value: object) -> object:
    """A value with its numbers and its yes and no as the texts that a person writes."""
    if isinstance(value, dict):
        return {key: _texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_texts(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else str(value)
