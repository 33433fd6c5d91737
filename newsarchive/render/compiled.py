"""Default templates as they were compiled, kept where Python keeps what it compiled of this program.

To compile them takes a fifth of a build of a few articles. A template of the user's is compiled in every build: what
lies beside texts may come from others, and is not run.
"""

import sys
from contextlib import suppress
from hashlib import blake2b
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

import newsarchive

_DIGEST = 16  # bytes


class Compiled(jinja2.BytecodeCache):
    """The code of the default templates that plain Jinja made, for a version of this program and of what it stands on.

    What cannot be read, or is of another version, is compiled and kept again; where nothing can be written, or Python
    itself is told not to (PYTHONDONTWRITEBYTECODE), nothing is kept.
    """

    def __init__(self, defaults: Path, version: str) -> None:
        """`defaults` is the folder of the default templates, `version` stays the same as long as the code does."""
        self._defaults = defaults
        self._key = blake2b(version.encode()).digest()
        beside = Path(cache_from_source(newsarchive.__file__))
        self._folder = beside.with_name(f"templates.{sys.implementation.cache_tag}")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The name of a file for a default template, "" for any other."""
        if filename is None or not Path(filename).is_relative_to(self._defaults):
            return ""
        return super().get_cache_key(name, filename)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives a bucket its code, where that was kept. Bytes that are not as they were written are not run."""
        with suppress(OSError):
            kept = (self._folder / bucket.key).read_bytes() if bucket.key else b""
            if kept[:_DIGEST] == self._digest(kept[_DIGEST:]):
                bucket.bytecode_from_string(kept[_DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a bucket."""
        if bucket.key and not sys.dont_write_bytecode:
            code = bucket.bytecode_to_string()
            with suppress(OSError):
                self._folder.mkdir(parents=True, exist_ok=True)
                (self._folder / bucket.key).write_bytes(self._digest(code) + code)

    def _digest(self, code: bytes) -> bytes:
        return blake2b(code, digest_size=_DIGEST, key=self._key).digest()
