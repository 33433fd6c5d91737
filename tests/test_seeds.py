"""The five real inputs come out exactly as a careful reader reads them."""

import hashlib

import pytest

from newsarchive.extract import extract
from newsarchive.label import label
from newsarchive.model import Source
from tests.gold import differences, read_gold

NAMES = (
    "000_5ad19580a6c15889.txt",
    "001_ec846ba14d46455d.txt",
    "002_e10f3cd97b7a4ad0.txt",
    "003_3cc0a04a479696f2.txt",
    "004_50cd2d019096b9ad.txt",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_real_input_comes_out_as_a_careful_reader_reads_it(shared, name):
    content = (shared / "seeds" / name).read_bytes()
    source = Source(name, content.decode("utf-8"), "utf-8", hashlib.sha256(content).hexdigest())

    article = extract(source, label(source))

    assert differences(article, read_gold(shared / "seeds" / "gold.yaml")[name]) == []
