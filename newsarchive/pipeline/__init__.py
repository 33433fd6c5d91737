"""pipeline: what each command does, as a table of contents.

Here is what every build takes; what other verbs do is in modules of their own, which they load: records (what texts
say), checking, glance (for `serve`), templates.
"""

from pathlib import Path

from newsarchive.config import Config, lay_out, load, plain
from newsarchive.errors import InputError
from newsarchive.pipeline.build import build
from newsarchive.pipeline.places import CONFIG
from newsarchive.pipeline.progress import Progress

__all__ = ["CONFIG", "Progress", "build", "find_archive", "lay_out"]


def find_archive(path: Path | None, config: Path | None, output: Path | None) -> Config:
    """What a command is about: the archive of a config.yaml, or a plain folder of texts.

    InputError where neither is there; ConfigError, with all complaints, where the configuration cannot be followed.
    """
    file = config or (path or Path()) / CONFIG
    if config or file.is_file():
        return load(file, output=output)
    if path is None:
        raise InputError(f"There is no {CONFIG} here. Name a folder of texts, or an archive: newsarchive FOLDER")
    if not path.is_dir():
        raise InputError(f"{path}: there is no such folder. Name a folder of texts, or an archive with a {CONFIG}")
    return plain(path, output=output)
