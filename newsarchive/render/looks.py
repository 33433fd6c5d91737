"""How pages look: a hash of each template with all that it takes in, by which a change prints only what shows it."""

import hashlib
import re
from collections.abc import Iterator, Mapping

_TAG = re.compile(r"\{%[-+]?\s*(?:extends|include|import|from)\b(.*?)[-+]?%\}", re.DOTALL)
_NAMED = re.compile(
    r"""\s*(["'])(?P<name>[^"'\\]*)\1\s*"""
    r"""(?:(?:import\b[\w\s,]*|as\s+\w+|ignore\s+missing|with(?:out)?\s+context)\s*)*"""
)
_OWN, _DEFAULT = "own/", "default/"


def template_looks(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """A hash of each default template's name: of what stands for it, and of what that extends, includes and imports.

    `files` are those of `template_files`. A template that takes in another by a name that is worked out when it is
    printed may show any file.
    """
    return {name: _look(name, files) for name in files if name.endswith(".html") and not name.startswith(_OWN)}


def _look(name: str, files: Mapping[str, bytes]) -> bytes:
    seen: dict[str, None] = {}
    waiting = [name]
    while waiting:
        one = waiting.pop()
        for file in _files(one):
            if file in files and file not in seen:
                seen[file] = None
                taken = list(_taken(files[file].decode("utf-8", "replace")))
                if None in taken:
                    return _digest(files, files)
                waiting += [other for other in taken if other is not None]
    return _digest(seen, files)


def _files(name: str) -> tuple[str, ...]:
    """The files that may stand for a name: "base.html" -> "own/base.html", "base.html"."""
    own, default = f"{_OWN}{name}", name.removeprefix(_DEFAULT)
    return (own, name, default) if default != name else (own, name)


def _taken(template: str) -> Iterator[str | None]:
    """The names of what a template takes in; None for one that is not written there."""
    for tag in _TAG.finditer(template):
        named = _NAMED.fullmatch(tag[1])
        yield named["name"] if named else None


def _digest(names: Mapping[str, object], files: Mapping[str, bytes]) -> bytes:
    told = hashlib.blake2b(digest_size=12)
    for name in sorted(names):
        told.update(b"%d %d " % (len(name), len(files[name])) + name.encode("utf-8", "replace") + files[name])
    return told.digest()
