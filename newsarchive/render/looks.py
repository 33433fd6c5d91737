"""How pages look: a hash of each template with all that it takes in, by which a change prints only what shows it."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

_TAG = re.compile(r"\{%[-+]?\s*(?P<how>extends|include|import|from)\b(?P<what>.*?)[-+]?%\}", re.DOTALL)
_NAMED = re.compile(
    r"""\s*(["'])(?P<name>[^"'\\]*)\1\s*"""
    r"""(?:(?:import\b[\w\s,]*|as\s+\w+|ignore\s+missing|with(?:out)?\s+context)\s*)*"""
)
_OWN, _DEFAULT = "own/", "default/"


class Look(NamedTuple):
    """Hashes of a template with all that it includes and imports, and of its shell: what it extends, with all that
    that takes in.
    """

    own: bytes
    shell: bytes


def template_looks(files: Mapping[str, bytes]) -> dict[str, Look]:
    """How each default template looks, by its name: by what stands for it, and by what that takes in.

    `files` are those of `template_files`. A template that takes in another by a name that is worked out when it is
    printed may show any file.
    """
    return {name: _look(name, files) for name in files if name.endswith(".html") and not name.startswith(_OWN)}


def _look(name: str, files: Mapping[str, bytes]) -> Look:
    first = [file for file in _files(name) if file in files]
    taken = [each for file in first for each in _taken(files[file])]
    parts = [part for is_extended, part in taken if not is_extended]
    shells = [shell for is_extended, shell in taken if is_extended]
    return Look(_digest(_reached(parts, files, first), files), _digest(_reached(shells, files), files))


def _reached(names: Sequence[str | None], files: Mapping[str, bytes], first: Sequence[str] = ()) -> Iterable[str]:
    """The files of templates, and of all that they take in, beside the first; every file where nobody can tell."""
    seen = dict.fromkeys(first)
    waiting = [*names]
    while waiting:
        name = waiting.pop()
        if name is None:
            return files
        for file in _files(name):
            if file in files and file not in seen:
                seen[file] = None
                waiting += [taken for _, taken in _taken(files[file])]
    return seen


def _files(name: str) -> tuple[str, ...]:
    """The files that may stand for a name: "base.html" -> "own/base.html", "base.html"."""
    own, default = f"{_OWN}{name}", name.removeprefix(_DEFAULT)
    return (own, name, default) if default != name else (own, name)


def _taken(template: bytes) -> Iterator[tuple[bool, str | None]]:
    """Of what a template takes in: whether it extends that, and its name; None for one that is not written there."""
    for tag in _TAG.finditer(template.decode("utf-8", "replace")):
        named = _NAMED.fullmatch(tag["what"])
        yield tag["how"] == "extends", named["name"] if named else None


def _digest(names: Iterable[str], files: Mapping[str, bytes]) -> bytes:
    told = hashlib.blake2b(digest_size=12)
    for name in sorted(names):
        told.update(b"%d %d " % (len(name), len(files[name])) + name.encode("utf-8", "replace") + files[name])
    return told.digest()
