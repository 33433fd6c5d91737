"""What stands at an address of a site: its own files and nothing else."""

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
    """What a browser is given: bytes of a kind, or another address to ask at."""

    status: HTTPStatus
    body: bytes
    kind: str = _HTML
    location: str | None = None


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
    return Answer(status, live(body, notice.build) if kind == _HTML else body, kind)


def _glance(file: Path, notice: Notice) -> bytes | None:
    """What is newer than a file of the site; the paths of glances are those of the site."""
    if not notice.glances or notice.output is None:  # as nearly always: no path need be looked at
        return None
    return notice.glances.get(file.relative_to(notice.output.resolve()).as_posix())


def _missing(notice: Notice) -> Answer:
    """The page that the site has for what is not there; one of ours where it has none, or where there is no site."""
    if not (notice.output and (notice.output / "index.html").is_file()):
        return Answer(HTTPStatus.SERVICE_UNAVAILABLE, bare_page("This site is not built yet", notice.build))
    try:
        return _file(notice.output.resolve() / "404.html", notice, HTTPStatus.NOT_FOUND)
    except OSError:
        return Answer(HTTPStatus.NOT_FOUND, bare_page("There is no page at this address", notice.build))
