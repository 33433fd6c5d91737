"""Running the command as people do, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def newsarchive(*arguments, cwd=None, **environment) -> subprocess.CompletedProcess:
    """`python build.py ARGUMENTS`, finished, with what it printed."""
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, str(ROOT / "build.py"), *map(str, arguments)],
        cwd=cwd or ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path, without what publishing keeps for itself."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".newsarchive" not in path.parts
    }


def write(folder: Path, texts: dict[str, str | bytes]) -> Path:
    """A folder with these files."""
    for name, content in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder
