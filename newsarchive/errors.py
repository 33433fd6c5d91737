"""What stops a command. Everything else is a Problem, which does not.

* NewsArchiveError
  x ConfigError      config.yaml, or another file that people write, says what cannot be followed
  x InputError       a folder or file that was named is not there or cannot be used
  x TemplateError    a template cannot be rendered
  x PublishError     the output folder cannot be written
  x StoreError       what was remembered from the last build cannot be used
"""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class NewsArchiveError(Exception):
    """Something a person can mend. Its text is shown without a traceback; `complaints` holds all of them at once."""

    def __init__(self, *complaints: str) -> None:
        super().__init__("\n".join(complaints))
        self.complaints: Sequence[str] = complaints


class ConfigError(NewsArchiveError):
    """A file of choices says what cannot be followed."""


class InputError(NewsArchiveError):
    """A folder or file that was named is not there or cannot be used."""


class TemplateError(NewsArchiveError):
    """A template cannot be rendered."""


class PublishError(NewsArchiveError):
    """The output folder cannot be written."""


class StoreError(NewsArchiveError):
    """What was remembered from the last build cannot be used."""


class BrokenStoreError(StoreError):
    """What was remembered cannot be read any more: it is to be made anew."""


def is_disk_full(error: OSError) -> bool:
    """Whether an error of the disk says that there is no room on it."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT)
