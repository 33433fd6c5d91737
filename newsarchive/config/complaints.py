"""What is wrong with a configuration, in words: where it stands, what was expected, what was found."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from newsarchive.config.yaml_lines import Key, Lines

_EXPECTED = {
    "list_type": "a list",
    "dict_type": "names, each with a list",
    "model_type": "keys and values",
    "string_type": "text",
}


def complaints(file: str, errors: Sequence[ErrorDetails], lines: Lines, schema: type[BaseModel]) -> Iterator[str]:
    """Every complaint, in the order of lines: `config.yaml:12: publish.words: expected …, found "many"`."""
    known = dict(_known(schema, ()))
    found = [(lines.line(error["loc"]), _words(error, known)) for error in errors]
    found += [(line, f"{_written(key)}: is written twice; one of the two must go") for key, line in lines.twice]
    for line, words in sorted(found, key=lambda each: (each[0] or 0, each[1])):
        yield f"{file}:{line}: {words}" if line else f"{file}: {words}"


def _words(error: ErrorDetails, known: Mapping[Key, Sequence[str]]) -> str:
    key = error["loc"]
    if error["type"] == "extra_forbidden":
        return _unknown(key, known[tuple(part for part in key[:-1] if isinstance(part, str))])
    if error["type"] == "missing":
        return f"{_written(key)}: is missing"
    expected = (
        str(error["ctx"]["error"]) if error["type"] == "value_error" else _EXPECTED.get(error["type"], error["msg"])
    )
    return f"{_written(key) or 'the file'}: expected {expected}{_found(error['input'])}"


def _unknown(key: Key, keys: Sequence[str]) -> str:
    near = get_close_matches(str(key[-1]), keys, 1)
    hint = f'did you mean "{near[0]}"?' if near else f"known are {', '.join(keys)}"
    return f'unknown key "{_written(key)}": {hint}'


def _found(value: object) -> str:
    if isinstance(value, str):
        return f', found "{value if len(value) <= 60 else value[:60] + "…"}"'
    if isinstance(value, list):
        return ", found a list" if not any(isinstance(item, BaseModel) for item in value) else ""
    if isinstance(value, dict):
        return ", found keys and values"
    return ", found nothing" if value is None else ""


def _written(key: Key) -> str:
    """("outlets", 0, "name") -> "outlets[1].name": people count from 1. A key that is wrong itself is named."""
    named = key[:-1] if key[-1:] == ("[key]",) else key
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in named)
    return "".join(parts).removeprefix(".")


def _known(model: type[BaseModel], key: Key) -> Iterator[tuple[Key, Sequence[str]]]:
    """The keys that are known below each key, whatever the place in a list."""
    yield key, [field.alias or name for name, field in model.model_fields.items()]
    for name, field in model.model_fields.items():
        if inner := inner_model(field.annotation):
            yield from _known(inner, (*key, name))


def inner_model(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401  any type there is
    """The model in a type: list[Outlet] -> Outlet; None where there is none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(inner_model, get_args(annotation))), None)
