"""Where publish keeps what it must know: the folder .newsarchive in the output folder, on the same file system."""

import shutil
from dataclasses import dataclass
from pathlib import Path

FOLDER = ".newsarchive"
FILES_A_FOLDER = 1000  # a FAT disk holds no more than 65,534 names in one folder


@dataclass(frozen=True, slots=True)
class State:
    """The output folder and the places in it that are publish's own."""

    output: Path

    @property
    def folder(self) -> Path:
        return self.output / FOLDER

    @property
    def lock(self) -> Path:
        return self.folder / "lock"

    @property
    def manifest(self) -> Path:
        return self.folder / "manifest.csv"

    @property
    def journal(self) -> Path:
        return self.folder / "journal.json"

    @property
    def staging(self) -> Path:
        return self.folder / "staging"

    @property
    def staged_manifest(self) -> Path:
        return self.staging / "manifest.csv"

    def staged(self, number: int) -> str:
        """Where the page with this number waits."""
        folder, name = divmod(number, FILES_A_FOLDER)
        return f"{self.output}/{FOLDER}/staging/{folder}/{name}"

    def clear_staging(self) -> None:
        """Take the staging folder away; what another program holds open stays, and is taken next time."""
        shutil.rmtree(self.staging, ignore_errors=True)
