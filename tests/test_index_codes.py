"""Numbers and payloads of the index come back as they were, however many are worked on at once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.index import codes

NUMBERS = st.lists(st.integers(0, 2**32 - 1), max_size=40)


@pytest.mark.parametrize("at_once", [1, 7, 1 << 19])
@given(numbers=NUMBERS)
def test_varints_come_back_and_their_places_are_known(at_once, numbers):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(codes, "_AT_ONCE", at_once)
        octets, places = codes.varints(np.array(numbers, np.int64))
    found, end = codes.read_varints(octets, len(numbers))
    assert (found.tolist(), end) == (numbers, len(octets))
    assert places.tolist() == [len(b"".join(map(codes.varint, numbers[:count]))) for count in range(len(numbers) + 1)]


@given(numbers=NUMBERS)
def test_fixed_numbers_have_the_width_that_is_told(numbers):
    octets = codes.fixed(numbers)
    width = octets[0]
    assert width in {1, 2, 4}
    assert len(octets) == 1 + width * len(numbers)
    own = [octets[start : start + width] for start in range(1, len(octets), width)]
    assert [int.from_bytes(part, "little") for part in own] == numbers


@given(st.lists(st.binary(max_size=200), max_size=3), st.booleans())
def test_a_payload_comes_back_from_its_file(sections, is_text):
    content = codes.script("b/5c/746865-0", sections, is_text=is_text)
    assert content.isascii()
    assert codes.payload(content) == b"".join(sections)
