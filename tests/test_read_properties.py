"""What holds of any bytes whatever: reading never raises, and gives a text or says why not."""

import tempfile
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from newsarchive.model import Problem, Source
from newsarchive.read import decode, read
from newsarchive.read.front_matter import front_matter
from newsarchive.read.repair import repair
from newsarchive.read.sidecar import sidecar
from newsarchive.read.table import read_table

yaml_like = st.text(st.sampled_from("ab: -[]{},&*!|>'\"#%@`?\n\t~0é\x00\ufeff"), max_size=60)
csv_like = st.text(st.sampled_from('ab",;\t\n\r\x00é'), max_size=60)


def read_bytes(raw):
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.txt").write_bytes(raw)
        return decode(read(Path(folder)).texts[0])


@given(st.one_of(st.binary(max_size=300), st.text(max_size=100).map(lambda text: text.encode("utf-16"))))
@example(b"\xef\xbb\xbf\xff")
@example(b"\xff\xfe\x00")
@example(b"\x00\x00\xfe\xff\x00\x11\x00\x00")
@example(b"\x1b$B\xff")
def test_any_bytes_give_a_text_or_a_problem_that_names_the_file(raw):
    found = read_bytes(raw)

    assert isinstance(found, (Source, Problem))
    if isinstance(found, Problem):
        assert found.where == "a.txt"
    else:
        assert found.text.strip()
        assert "\r" not in found.text
        found.text.encode("utf-8")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"])))
def test_any_text_in_utf_8_is_read_as_it_stands_but_for_repairs(text):
    mended, _ = repair(text)
    found = read_bytes(b"\xef\xbb\xbf" + text.encode())

    if isinstance(found, Problem):
        assert (found.reason, mended.strip()) == ("empty_file", "")
    else:
        assert (found.encoding, found.text) == ("utf-8-sig", mended)


@given(yaml_like)
def test_any_front_matter_is_fields_or_text(inside):
    text = f"---\n{inside}\n---\nWords\n"
    last, stated = front_matter(text, "a.txt")

    assert 0 <= last <= text.count("\n")
    assert all(problem.where == "a.txt" for problem in stated.problems)


@given(yaml_like)
def test_any_sidecar_is_fields_or_problems(text):
    stated = sidecar(text.encode(), "a.yaml", 3)

    assert all(problem.where == "a.yaml" for problem in stated.problems)


@given(csv_like)
def test_any_table_is_rows_or_problems(text):
    table = read_table(b"path,headline,date\n" + text.encode(), ["a", "b"], str)

    assert set(table.rows) <= {"a", "b"}
    assert all(problem.where == "articles.csv" for problem in table.problems)
