"""What is installed: from a wheel and in the project's own folder, there is one copy of the default templates."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from newsarchive.render.templates import default_folder
from tests.command import ROOT, tree, write

TEXT = "Floods in the lower town\n\nBy Ada Rook\n\n29 March 2023\n\nThe harbour was under water on Tuesday.\n"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of the project as it stands, unpacked."""
    pytest.importorskip("hatchling", reason="pip install hatchling to build a wheel")
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(  # noqa: S603 - our own project
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (archive,) = folder.glob("*.whl")
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(folder / "unpacked")
    return folder / "unpacked"


def built_by(package_in: Path, folder: Path) -> dict[str, bytes]:
    """The site that the package in a folder makes of one text, run from elsewhere."""
    write(folder, {"texts/a.txt": TEXT})
    subprocess.run(
        [sys.executable, "-P", "-c", "from newsarchive.cli import main; main()", "texts", "-o", "site"],
        cwd=folder,
        env={"PYTHONPATH": str(package_in)},
        check=True,
        capture_output=True,
    )
    return tree(folder / "site")


def test_in_the_project_the_templates_at_the_top_are_the_only_copy():
    assert default_folder() == ROOT / "templates"
    assert not (ROOT / "newsarchive" / "templates").exists()


@pytest.mark.slow
def test_a_wheel_holds_the_templates_as_they_stand_at_the_top(wheel):
    assert tree(wheel / "newsarchive" / "templates") == tree(ROOT / "templates")


@pytest.mark.slow
def test_a_wheel_holds_every_file_of_the_package(wheel):
    def files(package):
        return {name for name in tree(package) if "__pycache__" not in name and not name.startswith("templates/")}

    assert files(wheel / "newsarchive") == files(ROOT / "newsarchive")


@pytest.mark.slow
def test_a_wheel_builds_the_same_site_as_the_project(wheel, tmp_path):
    assert built_by(wheel, tmp_path / "wheel") == built_by(ROOT, tmp_path / "project")
