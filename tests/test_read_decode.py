"""From bytes to text: encodings, line ends, and bytes that are no text."""

from pathlib import Path

import pytest

from newsarchive.model import Problem
from newsarchive.read import decode, read
from tests.command import write

LANGUAGES = Path(__file__).parent / "read" / "languages"
LEGACY = {
    "windows-1252": "en fr de es pt it sv da is",
    "windows-1250": "pl cs hu hr ro",
    "iso-8859-2": "pl cs hu",
    "windows-1254": "tr",
    "windows-1257": "lt lv",
    "windows-1251": "ru uk bg",
    "koi8-r": "ru",
    "koi8-u": "uk",
    "iso-8859-5": "ru",
    "windows-1253": "el",
    "windows-1255": "he",
    "windows-1256": "ar",
    "windows-874": "th",
    "shift_jis": "ja",
    "euc-jp": "ja",
    "iso-2022-jp": "ja",
    "gb18030": "zh",
    "big5": "zh-Hant",
    "euc-kr": "ko",
    "cp850": "de",
    "macintosh": "fr",
}
CODECS = {"windows-874": "cp874", "macintosh": "mac_roman"}
# Other names for what is the same for the text at hand.
SAME = {"koi8-u": "koi8-r", "iso-8859-2": "windows-1250"}


def decoded(folder, raw, name="a.txt"):
    write(folder, {name: raw})
    return decode(read(folder / name).texts[0])


@pytest.mark.parametrize(
    ("encoding", "language"), [(encoding, language) for encoding, all_ in LEGACY.items() for language in all_.split()]
)
def test_a_text_in_a_legacy_encoding_reads_as_it_was_written(tmp_path, encoding, language):
    codec = CODECS.get(encoding, encoding)
    text = (LANGUAGES / f"{language}.txt").read_text("utf-8").encode(codec, "ignore").decode(codec).replace("  ", " ")
    source = decoded(tmp_path, text.encode(codec))

    assert source.text == text
    assert SAME.get(source.encoding, source.encoding) == SAME.get(encoding, encoding)
    assert source.problems == ()


@pytest.mark.parametrize(
    "text",
    ["“Café”", "It’s 5 £", "Übergröße", "El niño comió", "déjà vu – 20 €", "naïve", "Zoë", "à", "São João", "½ litre"],
)
def test_a_few_western_letters_are_taken_for_windows_1252(tmp_path, text):
    source = decoded(tmp_path, text.encode("cp1252"))

    assert (source.text, source.encoding) == (text, "windows-1252")


@pytest.mark.parametrize("language", ["en", "ru", "ar", "el", "he", "zh", "ja"])
@pytest.mark.parametrize(
    ("codec", "mark", "encoding"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8-sig"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "utf-32-le"),
        ("utf-32-be", b"\x00\x00\xfe\xff", "utf-32-be"),
    ],
)
def test_a_byte_order_mark_tells_the_encoding(tmp_path, codec, mark, encoding, language):
    text = (LANGUAGES / f"{language}.txt").read_text("utf-8")
    source = decoded(tmp_path, mark + text.encode(codec))

    assert (source.text, source.encoding, source.repairs) == (text, encoding, ())


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("language", ["en", "fr", "pl", "ru", "ar", "el", "he"])
def test_utf_16_without_a_mark_is_told_by_its_zeros(tmp_path, codec, language):
    text = (LANGUAGES / f"{language}.txt").read_text("utf-8")
    source = decoded(tmp_path, text.encode(codec))

    assert (source.text, source.encoding) == (text, codec)


def test_a_stray_zero_makes_no_utf_16(tmp_path):
    source = decoded(tmp_path, b"The quay\x00 closes. " + b"It is a matter of weeks. " * 40)

    assert source.encoding == "utf-8"
    assert source.text.startswith("The quay closes.")


def test_a_file_in_two_encodings_keeps_both_and_says_so(tmp_path):
    source = decoded(tmp_path, "Käthe Ößler\r\nfährt früher übers\r\n".encode() + "Café\n".encode("cp1252"))

    assert source.text == "Käthe Ößler\nfährt früher übers\nCafé\n"
    assert [(problem.reason, "line 3" in problem.text) for problem in source.problems] == [("doubtful_bytes", True)]


def test_a_file_that_was_cut_in_a_character_says_so(tmp_path):
    source = decoded(tmp_path, "Käthe sagte „ja“".encode()[:-1])

    assert source.text == "Käthe sagte „ja\ufffd"
    assert source.encoding == "utf-8"
    assert source.problems[0].reason == "doubtful_bytes"


def test_lines_end_at_lf_crlf_and_cr_and_nowhere_else(tmp_path):
    source = decoded(tmp_path, "1\r\n2\r3\n4\u2028four\x0bfour\x0cfour\x85four\u2029four\x1cfour\r\r7".encode())

    assert source.lines == ["1", "2", "3", "4 four four four…four four four", "", "7"]


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"{\\rtf1\\ansi", "RTF"),
        (bytes(range(256)) * 40, "program"),
        (b"\x00" * 1000, "program"),
    ],
)
def test_bytes_that_are_no_text_are_a_problem_that_says_what_they_seem_to_be(tmp_path, raw, kind):
    problem = decoded(tmp_path, raw)

    assert (problem.reason, problem.where) == ("binary_file", "a.txt")
    assert kind in problem.text
    assert "plain text" in problem.text


@pytest.mark.parametrize("raw", [b"", b" \n\r\n\t", b"\xef\xbb\xbf", b"\x00", "\u2028\ufeff".encode()])
def test_a_file_without_a_word_is_a_problem(tmp_path, raw):
    assert decoded(tmp_path, raw).reason == "empty_file"


def test_a_file_that_holds_a_whole_archive_is_a_problem(tmp_path):
    with (tmp_path / "a.txt").open("wb") as stream:
        stream.truncate(65 << 20)

    assert decode(read(tmp_path).texts[0]).reason == "too_large"


@pytest.mark.parametrize(
    "raw",
    [
        b"word " * 1_000_000,
        b"w" * 5_000_000,
        "it\u2019s ".encode() * 600_000,
        "мир ".encode("cp1251") * 1_250_000,
        "it\u2019s ".encode("cp1252") * 1_000_000,
        "it\u2019s ".encode().decode("cp1252").encode() * 500_000,
        b"a line\n" * 200_000,
        b"\n" * 1_000_000 + b"x",
        b"---\ntitle: " + b"[" * 1_000_000,
    ],
    ids=["words", "one word", "quotes", "russian", "western", "mojibake", "lines", "blank lines", "front matter"],
)
@pytest.mark.slow
def test_a_huge_text_is_read(tmp_path, raw):
    source = decoded(tmp_path, raw)

    assert not isinstance(source, Problem)
    assert source.text.strip()
