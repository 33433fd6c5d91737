"""Where an archive keeps what it must remember."""

import hashlib
import os
from pathlib import Path

from platformdirs import user_cache_path

from newsarchive.config import Config

CONFIG = "config.yaml"
_ADDRESSES = "addresses.csv"
_STORE = ".newsarchive.db"


def addresses_file(config: Config) -> Path:
    """The addresses that were given: beside config.yaml, or, for a plain folder, in the site itself."""
    return (config.root if config.is_archive else config.output) / _ADDRESSES


def store_file(config: Config) -> Path:
    """The store: beside config.yaml; for a plain folder, and where that may not be written to, in the user's cache."""
    if config.is_archive and os.access(config.root, os.W_OK):
        return config.root / _STORE
    name = hashlib.blake2b(str(config.root).encode("utf-8", "surrogateescape"), digest_size=10).hexdigest()
    return user_cache_path("newsarchive", appauthor=False) / f"{name}.db"
