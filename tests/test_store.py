"""addresses.csv: nothing is lost between one build and the next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.errors import ConfigError, PublishError
from newsarchive.model import Address
from newsarchive.store import addresses_csv, load_addresses, save_addresses
from tests.command import tree

HASH = "0123456789abcdef" * 4
ROW = f"abcdefg2,articles/the-quay-abcdefg2.html,town/quay.txt,{HASH},1"
HEADER = "id,address,path,sha256,number"


def address(number, path="a.txt"):
    return Address(f"abcdefg{number}", f"articles/a-{number}.html", path, HASH, number)


def complaints(folder, text):
    file = folder / "addresses.csv"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigError) as raised:
        load_addresses(file)
    return list(raised.value.complaints)


names = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1)


@given(st.lists(names, max_size=8))
def test_any_path_comes_back_as_it_was(tmp_path_factory, paths):
    file = tmp_path_factory.getbasetemp() / "addresses.csv"
    addresses = tuple(address(number, path) for number, path in enumerate(paths, 1))
    save_addresses(file, reversed(addresses))

    assert load_addresses(file) == addresses
    assert file.read_bytes() == addresses_csv(addresses)


def test_the_file_is_plain_and_in_the_order_of_numbers():
    written = addresses_csv([address(12, 'say "é".txt'), address(2, "=cmd|x.txt")])

    assert (
        written
        == (
            f"{HEADER}\nabcdefg2,articles/a-2.html,=cmd|x.txt,{HASH},2\n"
            f'abcdefg12,articles/a-12.html,"say ""é"".txt",{HASH},12\n'
        ).encode()
    )


def test_no_file_holds_no_addresses(tmp_path):
    assert load_addresses(tmp_path / "addresses.csv") == ()


def test_a_file_that_a_spreadsheet_or_a_checkout_saved_is_read(tmp_path):
    (tmp_path / "addresses.csv").write_bytes(f"\ufeff{HEADER}\r\n{ROW}\r\n\r\n".encode())

    assert [row.path for row in load_addresses(tmp_path / "addresses.csv")] == ["town/quay.txt"]


def test_every_line_that_cannot_be_followed_is_named(tmp_path):
    told = complaints(
        tmp_path,
        "\n".join(
            [
                HEADER,
                ROW,
                "<<<<<<< mine",
                f"abcdefg3,../outside.html,b.txt,{HASH},2",
                f"abcdefg4,articles/../x.html,b.txt,{HASH},two",
                f"ABC,articles/c.html,,{HASH[:-1]},0",
                f"abcdefg2,articles/THE-quay-abcdefg2.html,d.txt,{HASH},1",
                ",,,,",
            ]
        ),
    )

    assert told == [
        "addresses.csv:3: expected 5 cells, found 1: <<<<<<< mine",
        "addresses.csv:4: address: expected articles/<name>.html, found '../outside.html'",
        "addresses.csv:5: address: expected articles/<name>.html, found 'articles/../x.html'",
        "addresses.csv:5: number: expected a whole number above 0, found 'two'",
        "addresses.csv:6: id: expected eight or more letters and digits, found 'ABC'",
        "addresses.csv:6: path: expected the path of a text, found ''",
        f"addresses.csv:6: sha256: expected 64 digits and letters a to f, found '{HASH[:-1]}'",
        "addresses.csv:6: number: expected a whole number above 0, found '0'",
        "addresses.csv:8: id: expected eight or more letters and digits, found ''",
        "addresses.csv:8: address: expected articles/<name>.html, found ''",
        "addresses.csv:8: path: expected the path of a text, found ''",
        "addresses.csv:8: sha256: expected 64 digits and letters a to f, found ''",
        "addresses.csv:8: number: expected a whole number above 0, found ''",
        "addresses.csv:7: id abcdefg2 stands in line 2 too",
        "addresses.csv:7: address articles/THE-quay-abcdefg2.html stands in line 2 too",
        "addresses.csv:7: number 1 stands in line 2 too",
        "addresses.csv: mend these lines, or take the file back from a copy: addresses must not be lost",
    ]


@pytest.mark.parametrize(
    ("again", "told"),
    [
        (f"abcdefg2,articles/b.html,b.txt,{HASH},2", "id abcdefg2 stands in line 2 too"),
        (f"abcdefg3,articles/THE-QUAY-abcdefg2.html,b.txt,{HASH},2", "address articles/THE-QUAY-abcdefg2.html stands"),
        (f"abcdefg3,articles/b.html,b.txt,{HASH},1", "number 1 stands in line 2 too"),
        (f"abcdefg3,articles/b.html,b.txt,{HASH[:-1]}G,2", "sha256: expected"),
        (f"abcdefg3,articles/b.html,,{HASH},2", "path: expected"),
    ],
)
def test_one_thing_wrong_in_a_file_that_is_sound_otherwise_stops_the_build(tmp_path, again, told):
    assert complaints(tmp_path, f"{HEADER}\n{ROW}\n{again}\n")[0].startswith(f"addresses.csv:3: {told}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"", "addresses.csv: is empty"),
        (b"a;b\n", "addresses.csv:1: expected the columns id,address,path,sha256,number, found a;b"),
        (b"\xff\xfe", "addresses.csv: is not UTF-8 (byte 0)"),
        (f'{HEADER}\n"never closed\n{ROW}\n'.encode(), "addresses.csv:2: cannot be read from here on"),
        (f"{HEADER}\n{ROW[:40]}".encode(), "addresses.csv:2: expected 5 cells, found 2"),
    ],
)
def test_a_file_that_was_cut_or_is_another_stops_the_build(tmp_path, text, expected):
    assert complaints(tmp_path, text)[0].startswith(expected)


def test_what_says_the_same_is_not_written_again(tmp_path):
    file = tmp_path / "addresses.csv"
    save_addresses(file, [address(1)])
    before = file.stat().st_mtime_ns
    save_addresses(file, [address(1)])

    assert file.stat().st_mtime_ns == before
    assert list(tree(tmp_path)) == ["addresses.csv"]


def test_a_file_that_cannot_be_written_is_said_to_be_so(tmp_path):
    (tmp_path / "addresses.csv").mkdir()
    with pytest.raises(PublishError, match="cannot be written"):
        save_addresses(tmp_path / "addresses.csv", [address(1)])


def test_a_write_that_fails_leaves_the_addresses_as_they_were(tmp_path, monkeypatch):
    file = tmp_path / "addresses.csv"
    save_addresses(file, [address(1)])
    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(PublishError):
        save_addresses(file, [address(1), address(2)])

    assert load_addresses(file) == (address(1),)


def fail(_):
    raise OSError(28, "No space left on device")
