"""The profile by stages of a cold build and of one with nothing changed, both in one process."""

import json
import subprocess
import sys
from pathlib import Path

import made

STAGES = Path(__file__).with_name("stages.py")


def profiled(folder, texts, gold):
    """{count, cold, again}: seconds of CPU by stage and by function."""
    made.lay_out(folder, texts, gold)
    return {"count": len(gold), "cold": _seen(folder), "again": _seen(folder)}


def _seen(folder):
    found = folder / "profile.json"
    command = [sys.executable, STAGES, found, "build", folder, "-o", folder / "site", "--workers", "1", "--quiet"]
    subprocess.run([str(word) for word in command], check=True, stderr=subprocess.DEVNULL)
    return json.loads(found.read_text(encoding="utf-8"))
