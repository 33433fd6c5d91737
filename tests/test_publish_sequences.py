"""Whatever sites follow each other in an output folder: it holds exactly the last one, and what we did not make."""

import tempfile
from pathlib import Path
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from newsarchive.model import Page, Published
from newsarchive.publish import Standing, hold, look_at, shares, standing_of
from newsarchive.publish.paths import clash_key, folders_of
from tests.kill_site import files_in

NAMES = st.sampled_from(["a", "b", "c.html", "index.html"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)
FOREIGN = {"CNAME": b"paper.example", "b/mine/notes.txt": b"mine"}


@st.composite
def sites(draw):
    """Pages by path, none of which is a folder of another or in the way of a foreign file."""
    site = {}
    folders = {folder for path in FOREIGN for folder in folders_of(path)}
    for path, content in draw(st.dictionaries(PATHS, st.binary(max_size=2), max_size=8)).items():
        if path not in folders and not any(folder in site for folder in folders_of(path)):
            site[path] = content
            folders |= set(folders_of(path))
    return site


@given(st.lists(sites(), min_size=1, max_size=5), st.booleans(), st.data())
def test_the_folder_holds_exactly_the_last_site_and_what_we_did_not_make(sequence, distrust, data):
    with tempfile.TemporaryDirectory() as folder, patch("newsarchive.publish.disk.os.fsync"):  # which takes long
        output = Path(folder) / "output"
        for path, content in FOREIGN.items():
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            (output / path).write_bytes(content)
        before, token = {}, None
        for site in sequence:
            lost = data.draw(_some(before))
            stands = _damaged(output, before, lost)
            times = _times(output, stands)
            same = [path for path in site if stands.get(path) == site[path]]
            kept = data.draw(_some(same))
            pages = [Page(*page) for page in site.items() if page[0] not in kept]
            with hold(output, None) as held:
                assert standing_of(map(look_at, shares(held.folder))) == Standing(token, lost)
                told = held.publish(pages, kept=kept, distrust=distrust)
            assert files_in(output) == {**site, **FOREIGN}
            assert told == _expected(stands, site)
            assert {path: times[path] for path in same} == _times(output, same)
            assert _folders(output) == {folder for path in (*site, *FOREIGN) for folder in folders_of(path)}
            before, token = site, told.token


@given(PATHS)
def test_a_path_and_itself_in_capitals_are_one_to_some_disk(path):
    assert clash_key(path) == clash_key(path.upper())


def _some(paths):
    return st.frozensets(st.sampled_from(sorted(paths))) if paths else st.just(frozenset())


def _damaged(output, site, lost):
    """What stands of a site when somebody has removed some of its files and written to others, as told by path."""
    stands = dict(site)
    for number, path in enumerate(sorted(lost)):
        if number % 2:
            stands[path] = b"longer than any page"
            (output / path).write_bytes(stands[path])
        else:
            del stands[path]
            (output / path).unlink()
    return stands


def _times(output, paths):
    return {path: (output / path).stat().st_mtime_ns for path in paths}


def _folders(output):
    folders = (path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_dir())
    return {folder for folder in folders if folder != ".newsarchive"}


def _expected(before, after):
    return Published(
        new=len(after.keys() - before.keys()),
        changed=sum(before[path] != after[path] for path in before.keys() & after.keys()),
        unchanged=sum(before[path] == after[path] for path in before.keys() & after.keys()),
        deleted=len(before.keys() - after.keys()),
    )
