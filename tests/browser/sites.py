"""The sites that browsers are shown: the sample archive, and the harbour town with its articles in odd states."""

import shutil
from pathlib import Path

from newsarchive import pipeline
from newsarchive.model import Site
from tests.command import ROOT, write
from tests.town import pages, weekly_of_three_years, whole_town

_ADDRESS = "https://papers.example/"


def sample(folder: Path) -> Path:
    """The sample archive, built by the whole line from a copy of its texts: a working copy."""
    for name in ("articles", "pages"):
        shutil.copytree(ROOT / name, folder / name)
    for name in ("config.yaml", "addresses.csv"):
        shutil.copy(ROOT / name, folder)
    config = pipeline.find_archive(folder, None, folder / "site")
    pipeline.build(config, workers=1, distrust=False, progress=lambda items, what, length: iter(items))  # noqa: ARG005
    return folder / "site"


def town(folder: Path, language: str = "en") -> Path:
    """The town as it is put online: its address is known, its lists come in parts, its weekly fills a calendar."""
    site = Site(title="The Harbour Papers", language=language, url=_ADDRESS, listing_size=3, is_working_copy=False)
    made = pages(
        [*whole_town(), *weekly_of_three_years()], site, about="# About\n\nHello.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    del made["404.html"]  # with an address it is for the web alone: it loads its stylesheet from there
    return write(folder, made)
