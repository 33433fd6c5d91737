"""What people say of a text: each folder of tests/read/given is a folder of articles and what is read of it."""

from pathlib import Path

import pytest

from newsarchive.model import Problem
from newsarchive.read import decode, read

CASES = sorted((Path(__file__).parent / "read" / "given").iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_given_fields_are_read_as_the_case_says(case):
    expected = (case / "expected.txt").read_text("utf-8").splitlines()

    assert list(told(case / "articles")) == expected


def told(folder):
    """What is read of a folder, a line each: texts, their fields, what their lines are, problems."""
    reading = read(folder)
    yield from (f"! {problem}" for problem in reading.problems)
    for source in map(decode, reading.texts):
        if isinstance(source, Problem):
            yield f"! {source}"
            continue
        yield f"{source.path}, front matter to line {source.front_matter}{', a draft' * source.draft}"
        yield from (f"  {given.field}: {given.value!r} ({given.origin}:{given.line})" for given in source.given)
        yield from (f"  lines {rule.first} to {rule.last}: {rule.label}" for rule in source.line_rules)
        yield from (f"  ! {problem}" for problem in source.problems)
