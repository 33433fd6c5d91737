"""A build that is killed leaves a whole site, and the next one finishes it."""

import random
import shutil
from pathlib import Path

import pytest

from newsarchive.publish import publish, recover
from tests.kill_site import dead_links, files_in, run_and_kill, run_to_step, seconds_of_writing, torn_files
from tests.linked_site import linked_site, site_files

pytestmark = pytest.mark.slow

SCRIPT = Path(__file__).with_name("linked_site.py")
FOREIGN = {"CNAME": b"paper.example\n", ".git/HEAD": b"ref: main\n", "articles/notes.txt": b"my own\n"}


class Scene:
    """An output folder with one version of a site and a person's files in it, while another version is published."""

    def __init__(self, folder: Path, articles: int) -> None:
        self.articles = articles
        self.old, self.new = site_files(1, articles), site_files(2, articles)
        self.before, self.output, self.clean = folder / "before", folder / "output", folder / "clean"
        for output, version in ((self.before, 1), (self.clean, 2)):
            publish(linked_site(version, articles), output, articles=None)
        for path, content in FOREIGN.items():
            (self.before / path).parent.mkdir(exist_ok=True)
            (self.before / path).write_bytes(content)
        self.set_back()

    @property
    def command(self) -> tuple[object, ...]:
        return (SCRIPT, self.output, 2, self.articles)

    def set_back(self) -> None:
        shutil.rmtree(self.output, ignore_errors=True)
        shutil.copytree(self.before, self.output)

    def check(self) -> str:
        """The site is whole and no link is dead; what stands: "old", "new" or "between"."""
        files = files_in(self.output)
        assert {path: files.pop(path, None) for path in FOREIGN} == FOREIGN
        assert torn_files(self.output, self.old, self.new, FOREIGN) == []
        assert dead_links(self.output) == []
        if self.old.keys() <= files.keys():  # nothing is deleted yet: who reads an old page still gets everywhere
            assert dead_links(self.output, self.old) == []
        return "old" if files == self.old else "new" if files == self.new else "between"

    def finish(self) -> None:
        """What the next build does."""
        finished = recover(self.output)
        assert self.check() in ({"new"} if finished else {"old", "new"})
        assert {path.name for path in (self.output / ".newsarchive").iterdir()} - {"lock"} == {"manifest.csv"}
        publish(linked_site(2, self.articles), self.output, articles=None)
        assert files_in(self.output) == {**self.new, **FOREIGN}
        manifest = ".newsarchive/manifest.csv"
        assert (self.output / manifest).read_bytes() == (self.clean / manifest).read_bytes()


def test_a_build_that_is_killed_before_any_one_of_its_steps_leaves_a_whole_site(tmp_path):
    scene = Scene(tmp_path, articles=14)
    stood = []
    step = 1
    while run_to_step(scene.output, step, *scene.command):
        stood.append(scene.check())
        scene.finish()
        scene.set_back()
        step += 1
    assert scene.check() == "new"
    assert {"old", "between", "new"} <= set(stood)
    assert stood.count("between") > len(scene.new)


def test_a_build_that_is_killed_again_and_again_while_it_finishes_gets_there(tmp_path):
    scene = Scene(tmp_path, articles=14)
    step = 1
    while run_to_step(scene.output, step, *scene.command) and scene.check() == "old":
        scene.set_back()
        step += 1
    kills = 0
    while kills < 100 and run_to_step(scene.output, 6, *scene.command):  # five steps a run, two of them for the lock
        scene.check()
        kills += 1
    assert 5 <= kills < 100
    scene.finish()


def test_a_build_that_is_killed_at_random_moments_leaves_a_whole_site(tmp_path):
    scene = Scene(tmp_path, articles=90)
    pause = 0.001
    runs = []
    for _ in range(3):
        runs.append(seconds_of_writing(scene.output, pause, *scene.command))
        scene.set_back()
    moments = random.Random(2)
    stood = []
    for _ in range(30):
        run_and_kill(scene.output, moments.uniform(0, min(runs)), pause, *scene.command)
        stood.append(scene.check())
        scene.finish()
        scene.set_back()
    assert stood.count("between") >= 5
