"""What a process and all that it started hold in memory, as Linux counts it."""

from pathlib import Path

PROC = Path("/proc")


def held_by(root, proc=PROC):
    """Megabytes that a process and its descendants hold now.

    A page that several of them share counts once, split among them (PSS). One that ends meanwhile counts nothing.
    """
    return sum(_share(process, proc) for process in family(root, proc)) / 1024


def family(root, proc=PROC):
    """The process and all its descendants."""
    children = {}
    for stat in proc.glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
        children.setdefault(parent, []).append(int(stat.parent.name))
    found = [root]
    for process in found:  # grows while it is read
        found += children.get(process, [])
    return found


def _share(process, proc):
    try:
        for line in (proc / str(process) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0
