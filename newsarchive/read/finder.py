"""Which text a row of articles.csv means."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from unicodedata import normalize

Find = Callable[[str, str], tuple[str | None, str]]


def text_finder(paths: Sequence[str], hash_of: Callable[[str], str]) -> Find:
    """From how a row names its text, by path and sha256, to the path that it has, or to None and why there is none.

    A path counts as it is, in the other Unicode form, and as a file name that is there once; else the hash counts.
    """
    exact = {normalize("NFC", path): path for path in reversed(paths)} | {path: path for path in paths}
    names = Counter(_name(path) for path in paths)
    by_name = {_name(path): path for path in reversed(paths)}

    @cache
    def by_hash() -> dict[str, str]:
        return {hash_of(path): path for path in reversed(paths)}

    def find(written: str, sha256: str) -> tuple[str | None, str]:
        if not written and not sha256:
            return None, "names no text: its path and sha256 are empty"
        name = written.replace("\\", "/").removeprefix("./")
        path = exact.get(written) or exact.get(name) or exact.get(normalize("NFC", name))
        path = path or (by_name[name] if names[name] == 1 else None)
        path = path or (by_hash().get(sha256) if sha256 else None)
        if names[name] > 1:
            return path, f"{names[name]} texts are called {name}; write the folder too, as in {by_name[name]}"
        return path, f"there is no text {written or 'with sha256 ' + sha256} in the folder"

    return find


def _name(path: str) -> str:
    return path.rpartition("/")[2]
