"""What the files of the index are called."""

_FOLDERS = 128


def folder_of(name: str) -> str:
    """The folder of a file of that name: files are parted among so many that none holds too many."""
    place = 0
    for character in name:
        place = (31 * place + ord(character)) % _FOLDERS
    return f"{place:02x}"


def leaf_name(bits: str) -> str:
    """A leaf by the bits that lead to it: "0110" -> "68"."""
    padded = f"{bits}1"
    padded += "0" * (-len(padded) % 4)
    return f"{int(padded, 2):0{len(padded) // 4}x}"


def leaf_path(kind: str, bits: str) -> str:
    """The name of a file of a leaf, "t" or "p", with its folders."""
    name = leaf_name(bits)
    return f"{kind}/{folder_of(name)}/{name}"


def block_name(kind: str, term: bytes, start: int) -> str:
    """The name of a block, "b" or "q", of a term from a number on, with its folders."""
    name = f"{term.hex()}-{start:x}"
    return f"{kind}/{folder_of(name)}/{name}"
