"""What stands at an address of a site: its own files and nothing else."""

from contextlib import suppress
from hashlib import blake2b
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote

from newsarchive.serve.live import SCRIPT, bare_page, live
from newsarchive.serve.notice import Notice

_HTML = "text/html; charset=utf-8"
_KINDS = {
    ".html": _HTML,
    ".htm": _HTML,
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonl": "application/jsonl; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".pdf": "application/pdf",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}
"""Said here, since a system's own table may call a script plain text, which browsers then refuse to run."""


class Answer(NamedTuple):
    """What a browser is given: bytes of a kind, or another address to ask at.

    `shows` is the same for a page as long as it, and what pages load beside it, stay as they are.
    """

    status: HTTPStatus
    body: bytes
    kind: str = _HTML
    location: str | None = None
    shows: str | None = None


def answer(path: str, notice: Notice) -> Answer:
    """What stands at the path of an address, as the browser wrote it, in the site of a notice."""
    if path == SCRIPT:
        return Answer(HTTPStatus.OK, files(__package__).joinpath("live.js").read_bytes(), _KINDS[".js"])
    try:
        return (notice.output and _found(notice.output.resolve(), unquote(path), notice)) or _missing(notice)
    except (OSError, ValueError, RuntimeError):  # no path of this system, or links in a circle
        return _missing(notice)


def _found(output: Path, path: str, notice: Notice) -> Answer | None:
    """A file, the index.html of a folder; None for what is not there, is hidden or lies elsewhere."""
    place = output.joinpath(path.lstrip("/")).resolve()
    steps = place.relative_to(output).parts
    if any(step.startswith(".") for step in steps):
        return None
    if not place.is_dir():
        return None if path.endswith("/") else _file(place, notice)
    if not path.endswith("/"):
        return Answer(HTTPStatus.FOUND, b"", location=f"/{quote('/'.join(steps))}/")
    return _file(place / "index.html", notice)


def _file(file: Path, notice: Notice, status: HTTPStatus = HTTPStatus.OK) -> Answer:
    kind = _KINDS.get(file.suffix.lower(), "application/octet-stream")
    body = _glance(file, notice) or file.read_bytes()
    return _page(status, body, notice) if kind == _HTML else Answer(status, body, kind)


def _page(status: HTTPStatus, page: bytes, notice: Notice) -> Answer:
    shows = _shows(page, notice.output)
    return Answer(status, live(page, notice.build, shows), shows=shows)


def _shows(page: bytes, output: Path | None) -> str:
    told = blake2b(page, digest_size=12)
    for asset in sorted(output.glob("assets/**/*")) if output else ():
        with suppress(OSError):  # it has just gone
            found = asset.stat()
            told.update(f"{asset} {found.st_mtime_ns} {found.st_size}\n".encode("utf-8", "surrogateescape"))
    return told.hexdigest()


def _glance(file: Path, notice: Notice) -> bytes | None:
    """What is newer than a file of the site; the paths of glances are those of the site."""
    if not notice.glances or notice.output is None:  # as nearly always: no path need be looked at
        return None
    return notice.glances.get(file.relative_to(notice.output.resolve()).as_posix())


def _missing(notice: Notice) -> Answer:
    """The page that the site has for what is not there; one of ours where it has none, or where there is no site."""
    if not (notice.output and (notice.output / "index.html").is_file()):
        return _page(HTTPStatus.SERVICE_UNAVAILABLE, bare_page("This site is not built yet"), notice)
    try:
        return _file(notice.output.resolve() / "404.html", notice, HTTPStatus.NOT_FOUND)
    except OSError:
        return _page(HTTPStatus.NOT_FOUND, bare_page("There is no page at this address"), notice)
