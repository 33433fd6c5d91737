"""The words on pages: one TOML file for each language that pages can speak, and nothing else to add a language."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any


def spoken() -> tuple[str, ...]:
    """The languages that pages can be in (BCP 47 primary subtags), in the order of the alphabet."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in files(__name__).iterdir() if _is_table(file.name)))


@lru_cache
def page_words(language: str) -> Mapping[str, Any]:
    """The table of one of the languages of `spoken`."""
    return tomllib.loads((files(__name__) / f"{language}.toml").read_text(encoding="utf-8"))


def _is_table(name: str) -> bool:
    return name.endswith(".toml")
