"""What default templates were compiled to is kept, and never run where it is not what was kept."""

import sys
from itertools import chain
from typing import NamedTuple

import jinja2
import pytest

from newsarchive.model import Site
from newsarchive.render import Desk, press, templates
from newsarchive.render.press import Press
from newsarchive.render.sheet import Sheet
from newsarchive.render.templates import default_folder
from newsarchive.render.words import load_words
from tests.town import archive_of, whole_town


class View(NamedTuple):
    stylesheet: str = ""
    home: None = None


SHEET = Sheet("404.html", "404.html", "Not here", View, section="")


@pytest.fixture(autouse=True)
def kept(tmp_path, monkeypatch):
    """The folder where Python keeps what it compiled, for this test alone."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "kept"


@pytest.fixture
def compiled(monkeypatch):
    """The names of the templates that are compiled."""
    names = []

    def compile_(self, source, name=None, filename=None, *rest, **options):
        names.append(name)
        return compile_as_ever(self, source, name, filename, *rest, **options)

    compile_as_ever = jinja2.Environment.compile
    monkeypatch.setattr(jinja2.Environment, "compile", compile_)
    return names


def printed(folder=None, version: str | None = "1", language="en"):
    return (
        Press(Site(title="The <Lamp>", language=language), load_words(language), folder, version).print(SHEET).content
    )


def town():
    """All pages of a site by path."""
    desk = Desk(Site(), version="1")
    plan = desk.plan(archive_of(whole_town()))
    lots = chain.from_iterable(lot.make() for lot in desk.lots(plan, "# About"))
    return {page.path: page.content for page in map(desk.print, lots)}


def files(folder):
    """What was kept of templates: Python itself may have kept more."""
    return sorted(path for path in folder.rglob("templates.*/*") if path.is_file())


def test_a_template_is_compiled_once(kept, compiled):
    first = printed()
    assert compiled == ["404.html"]
    assert printed() == first
    assert compiled == ["404.html"]
    assert len(files(kept)) == 1


def test_a_whole_site_is_printed_by_what_was_kept(compiled):
    first = town()
    assert {"base.html", "listing.html", "partials/entries.html"} <= {*compiled}
    compiled.clear()
    assert town() == first
    assert compiled == []


def test_what_was_kept_for_one_site_serves_another(compiled):
    printed()
    compiled.clear()
    assert b'<html lang="de"' in printed(language="de")
    assert compiled == []


def test_without_a_version_nothing_is_kept(kept):
    printed(version=None)
    assert files(kept) == []


def test_where_python_keeps_nothing_nothing_is_kept(kept, monkeypatch):
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    printed()
    assert files(kept) == []


def test_where_nothing_can_be_written_nothing_is_kept(kept):
    kept.write_text("a file where the folder would be")
    assert b"The &lt;Lamp&gt;" in printed()


def test_another_version_and_another_direction_compile_again(compiled):
    printed()
    for told in ({"version": "2"}, {"language": "ar"}):
        compiled.clear()
        printed(**told)
        assert compiled == ["404.html"]


@pytest.mark.parametrize(
    "damage", [lambda content: content[:-9], lambda _: b"", lambda content: content[:40] + b"\xff" + content[41:]]
)
def test_what_is_not_as_it_was_written_is_not_run(kept, compiled, damage):
    first = printed()
    whole = {path: path.read_bytes() for path in files(kept)}
    for path, content in whole.items():
        path.write_bytes(damage(content))
    compiled.clear()
    assert printed() == first
    assert compiled == ["404.html"]
    assert {path: path.read_bytes() for path in files(kept)} == whole


def test_a_default_template_that_was_edited_is_compiled_again(tmp_path, compiled, monkeypatch):
    own = tmp_path / "package" / "templates"
    for path in default_folder().rglob("*.html"):
        copy = own / path.relative_to(default_folder())
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    for module in (press, templates):
        monkeypatch.setattr(module, "default_folder", lambda: own)
    printed()
    compiled.clear()
    shell = own / "404.html"
    shell.write_text(shell.read_text("utf-8").replace("</body>", "<!-- new --></body>"), "utf-8")
    assert b"<!-- new --></body>" in printed()
    assert compiled == ["404.html"]


def test_a_template_of_the_users_is_never_kept(tmp_path, kept, compiled):
    own = tmp_path / "own"
    own.mkdir()
    (own / "404.html").write_text("{{ page.title }}", encoding="utf-8")
    for _ in range(2):
        compiled.clear()
        assert printed(own) == b"Not here"
        assert compiled == ["404.html"]
    assert files(kept) == []
