"""On what was measured, and which versions."""

import os
import platform
import subprocess
import sys

from ours import BUILD


def machine():
    """Cores, memory and system, in words."""
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {gigabytes:.0f} GB, {platform.system()} on {platform.machine()}"


def versions(peers):
    """newsarchive, Python and each peer."""
    ours = subprocess.run([sys.executable, str(BUILD), "--version"], check=True, capture_output=True, text=True)
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return [ours.stdout.strip(), python, *(f"{peer.name} {peer.version}" for peer in peers)]
