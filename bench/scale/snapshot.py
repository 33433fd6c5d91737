"""What is written in a folder between two moments, and what stands in it."""

import hashlib
import os
from collections import Counter
from pathlib import Path

OWN = ".newsarchive"
"""The folder of the output that is no part of the site."""
LOCK = f"{OWN}/lock"


def snapshot(folder):
    """{path: (inode, time, bytes)} of all files of an output folder, what a build notes for the next one included."""
    paths = ((path.relative_to(folder).as_posix(), path.stat()) for path in files_of(folder, without=()))
    return {path: (stat.st_ino, stat.st_mtime_ns, stat.st_size) for path, stat in paths if path != LOCK}


def files_of(folder, without=(OWN,)):
    """All files of a site, in order."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders).difference(without))
        for name in sorted(names):
            yield Path(parent, name)


def changes(before, after):
    """(paths that were written, paths that are gone)."""
    return (
        sorted(path for path, what in after.items() if before.get(path) != what),
        sorted(before.keys() - after.keys()),
    )


def by_kind(paths):
    """{kind of page: how many}: the first folder of each path, or the name of a file that lies in none."""
    return dict(sorted(Counter(path.split("/")[0] for path in paths).items()))


def digest(folder):
    """One digest of the names and bytes of a whole site."""
    whole = hashlib.sha256()
    for path in files_of(folder):
        content = path.read_bytes()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        whole.update(content)
    return whole.hexdigest()
