"""A word that a file hides is found."""

import base64
import gzip
import html
import io
import json
import unicodedata
import zipfile
import zlib
from urllib.parse import quote

import pytest

from tests.command import write
from tests.traces import traces

WORD = "Zqxöwürgäl"


def zipped(text):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("a.txt", text)
    return content.getvalue()


HIDDEN = {
    "as it is": WORD,
    "in capitals": WORD.upper(),
    "without accents": "the zqxowurgal",
    "decomposed": unicodedata.normalize("NFD", WORD),
    "JSON": json.dumps({"a": WORD}),
    "JSON in JSON": json.dumps(json.dumps(WORD, ensure_ascii=False)),
    "JavaScript": "Zqx\\xf6w\\u{00fc}rg\\xE4l",
    "CSS": "Zqx\\f6 w\\fc rg\\0000e4l",
    "HTML entities": "Zqx&ouml;w&#252;rg&#xe4;l",
    "escaped twice": html.escape("Zqx&ouml;w&#252;rg&#xe4;l"),
    "every letter an entity": "".join(f"&#{ord(letter)};" for letter in WORD),
    "an address": f"?q={quote(WORD)}",
    "quoted-printable": "Zqx=C3=B6w=C3=BCrg=\r\n=C3=A4l",
    "base64": base64.b64encode(f"It is the {WORD} that".encode()),
    "base64 one further": b"x:" + base64.b64encode(f"It is a {WORD}".encode()),
    "base64 of addresses": base64.urlsafe_b64encode(f"??>>{WORD}".encode()),
    "UTF-16": WORD.encode("utf-16-le"),
    "UTF-16 after a byte": b"x" + WORD.encode("utf-16-be"),
    "gzip": gzip.compress(WORD.encode()),
    "zlib": zlib.compress(f"xx {WORD}".encode()),
    "ZIP": zipped(WORD),
    "hexadecimal digits": WORD.encode().hex(),
    "marked": "Zqxö<mark>wür</mark>gäl",
    "with soft hyphens": "Zqxö\u00adwür&shy;gäl",
    "what differs from the word before it": "ö\0wurgal".replace("\0", ""),
}


@pytest.mark.parametrize("way", HIDDEN)
def test_a_word_is_found(way, tmp_path):
    assert traces([WORD, "elsewhere"], write(tmp_path, {"a/b.bin": HIDDEN[way]})) == [(WORD, "a/b.bin")]


def test_a_word_in_a_path_is_found(tmp_path):
    assert traces([WORD], write(tmp_path, {"zqxowurgal-ab.html": ""})) == [(WORD, "zqxowurgal-ab.html")]


def test_what_publishing_keeps_is_searched(tmp_path):
    assert traces([WORD], write(tmp_path, {".newsarchive/manifest.csv": WORD})) != []


def test_a_word_that_is_not_there_is_not_found(tmp_path):
    assert traces([WORD], write(tmp_path, {"a.txt": "Zqxowurga", "b.txt": ""})) == []
