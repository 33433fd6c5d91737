"""docs/templates.md tells everything that a template can show, and nothing that it cannot."""

import dataclasses
import re
import typing
from pathlib import Path

import pytest

from newsarchive.model import Site
from newsarchive.render.press import Frame, Press
from newsarchive.render.templates import template_names
from tests.town import pages, whole_town

DOC = (Path(__file__).parents[1] / "docs" / "templates.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def views():
    """The class of the view that each template gets."""
    found = {}
    printed = Press.print

    def noting(self, sheet):
        found.setdefault(sheet.template, set()).add(type(sheet.view))
        return printed(self, sheet)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Press, "print", noting)
        pages(whole_town(), Site(listing_size=2), about="# About")
    return found


def reached(classes):
    """These classes and every class of values that can be reached from their fields."""
    todo, seen = list(classes), {}
    while todo:
        each = todo.pop()
        if each.__name__ not in seen:
            seen[each.__name__] = each
            hints = typing.get_type_hints(each)
            todo += [inner for name in fields(each) for inner in inside(hints[name])]
    return seen


def fields(each):
    """The names of the fields of a dataclass or named tuple; none of anything else."""
    if dataclasses.is_dataclass(each):
        return [field.name for field in dataclasses.fields(each)]
    return getattr(each, "_fields", ())


def inside(hint):
    if fields(hint):
        return [hint]
    return [found for argument in typing.get_args(hint) for found in inside(argument)]


def attributes(each):
    return {*fields(each)} | {name for name, value in vars(each).items() if isinstance(value, property)}


def documented():
    """The names told of under each heading that names a class."""
    sections = re.split(r"^### `(\w+)`.*$", DOC, flags=re.MULTILINE)
    return {
        name: set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE))
        for name, text in zip(sections[1::2], sections[2::2], strict=True)
    }


def test_every_view_is_told_of_under_the_template_that_gets_it(views):
    told = dict(re.findall(r"^\| `([\w./-]+\.html)` \|[^|]*\| `(\w+)` \|", DOC, re.MULTILINE))
    assert told == {template: each.__name__ for template, (each,) in views.items()}


def test_every_name_that_a_template_can_use_is_told_and_no_other(views):
    classes = reached([Frame, Site, *(each for (each,) in views.values())])
    assert documented() == {name: attributes(each) for name, each in classes.items()}


def test_every_template_that_can_be_replaced_is_named():
    assert [name for name in template_names() if f"`{name}`" not in DOC] == []
