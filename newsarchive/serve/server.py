"""The part that speaks HTTP: to this machine alone, and only to pages of its own."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from threading import Thread
from typing import Any

from newsarchive.errors import InputError
from newsarchive.serve.answer import Answer, answer
from newsarchive.serve.live import NOTICES
from newsarchive.serve.notice import Board, Notice

HOST = "127.0.0.1"
_PORTS = 100
_LAST_PORT = 65535
_PATIENCE = 30  # seconds for a browser to say what it wants


@contextmanager
def running(board: Board, port: int) -> Iterator[str]:
    """Answer in the background what is asked of the site on the board; gives its address.

    InputError where neither the port nor one of those after it is free.
    """
    server = _bound(board, port)
    Thread(target=server.serve_forever, args=(0.1,), daemon=True).start()
    try:
        yield f"http://{HOST}:{server.server_address[1]}/"
    finally:
        board.take_down()
        server.shutdown()
        server.server_close()


def _bound(board: Board, port: int) -> "_Server":
    why = None
    for each in range(port, min(port + _PORTS, _LAST_PORT + 1)):
        try:
            return _Server((HOST, each), partial(_Handler, board))
        except OSError as error:
            why = error.strerror
    raise InputError(f"Port {port} cannot be used, and none of those after it ({why}). Name another with --port")


class _Server(ThreadingMixIn, TCPServer):
    daemon_threads = True
    request_queue_size = 64
    allow_reuse_address = os.name != "nt"  # Windows would let two programs share a port

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as the library has it
        """A browser that has gone is no error."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    server_version = "newsarchive"
    sys_version = ""
    timeout = _PATIENCE

    def __init__(self, board: Board, *arguments: Any) -> None:  # noqa: ANN401 - as the library has it
        self._board = board
        super().__init__(*arguments)

    def do_GET(self) -> None:
        path = self.path.partition("?")[0].partition("#")[0]
        if not self._is_for_us():
            self._send(Answer(HTTPStatus.FORBIDDEN, b"This site is shown to this machine only.\n", "text/plain"))
        elif path == NOTICES:
            self._tell_notices()
        else:
            self._send(answer(path, self._board.latest))

    do_HEAD = do_GET  # noqa: N815 - as the library has it

    def log_message(self, *_: object) -> None:
        """The terminal is for what is built."""

    def _is_for_us(self) -> bool:
        """Whether the browser believes to speak to this machine: a foreign name that leads here is an attack."""
        port = self.connection.getsockname()[1]
        names = {f"{name}:{port}" for name in (HOST, "localhost")}
        return self.headers.get("Host", "").lower() in (names | {HOST, "localhost"} if port == 80 else names)

    def _send(self, given: Answer) -> None:
        self.send_response(given.status)
        self.send_header("Content-Type", given.kind)
        self.send_header("Content-Length", str(len(given.body)))
        if given.location:
            self.send_header("Location", given.location)
        if given.shows:
            self.send_header("ETag", f'"{given.shows}"')
        self._end_headers()
        if self.command != "HEAD":
            self.wfile.write(given.body)

    def _tell_notices(self) -> None:
        """Tell of each notice as it comes, for as long as the browser listens."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self._end_headers()
        if self.command == "HEAD":
            return
        self.wfile.write(b"retry: 500\n\n")
        for notice in self._board.notices():
            self.wfile.write(_event(notice))

    def _end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()


def _event(notice: Notice | None) -> bytes:
    """A notice as a server-sent event; a comment, which shows whether anybody is there still, where there is none."""
    if notice is None:
        return b":\n\n"
    return f"data: {json.dumps({'build': notice.build, 'complaints': notice.complaints})}\n\n".encode()
