"""Things in a row with their neighbours."""

import pytest

from newsarchive.render.neighbours import with_neighbours


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("", []),
        ("a", [("a", (None, None))]),
        ("abc", [("a", (None, "b")), ("b", ("a", "c")), ("c", ("b", None))]),
    ],
)
def test_each_thing_comes_with_the_one_before_it_and_the_one_after_it(row, expected):
    assert list(with_neighbours(row)) == expected
