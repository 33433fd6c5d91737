"""A sidecar: what a person says of one text, in a file `name.yaml` beside `name.txt`."""

from newsarchive.model import Problem
from newsarchive.read.decode import decode_bytes
from newsarchive.read.repair import repair
from newsarchive.read.stated import NOTHING, Place, Stated, stated_in
from newsarchive.read.yaml_parser import parse_yaml
from newsarchive.read.yaml_tree import Mapping, YamlError

LARGEST = 1 << 20


def sidecar(raw: bytes, path: str, line_count: int) -> Stated:
    """What a sidecar states of its text, which has so many lines. What cannot be followed is a problem."""
    if len(raw) > LARGEST:
        return _broken("is larger than 1 MB: a sidecar says what is in a text, it does not hold it", path)
    text, _ = repair(decode_bytes(raw).text)
    try:
        node = parse_yaml(text)
    except YamlError as error:
        return _broken(f"cannot be read as YAML ({error}); nothing of it counts", path, error.line)
    if isinstance(node.value, Mapping):
        return stated_in(node.value, Place(path, "sidecar", line_count))
    if node.value is None:
        return NOTHING
    return _broken("expected fields such as `headline: …`, one a line; nothing of it counts", path, node.line)


def _broken(text: str, path: str, line: int | None = None) -> Stated:
    return Stated(problems=(Problem("bad_yaml", text, path, line),))
