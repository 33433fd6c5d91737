"""What `check` finds in a folder, in this process."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from newsarchive.check import Look, Site, Task, check
from newsarchive.check.paths import unfit_paths
from newsarchive.model import Finding
from newsarchive.publish import made_files

LINKS = ("dead_link", "missing_id", "folder_link", "absolute_link", "outside_request")


def findings(folder: Path, *checks: str, url: str | None = None) -> list[Finding]:
    """Everything that is wrong in a site, or what these checks alone find."""
    told = check(folder, made_files(folder), url, _here)
    return [each for each in told if isinstance(each, Finding) and (not checks or each.check in checks)]


def writing(made: Mapping[str, str], folder: Path) -> Path:
    """A folder with some pages, by their paths, written into it."""
    for path, content in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content, encoding="utf-8")
    return folder


def faulty_paths(paths) -> list[str]:
    """What is wrong with some paths."""
    return [f"{finding.page}: {finding.cause}" for finding in unfit_paths(paths)]


def _here(task: Task, site: Site, paths: Sequence[str], together: int) -> Iterator[Sequence[Look]]:  # noqa: ARG001 - as pools are told
    return (task(site, path) for path in paths)
