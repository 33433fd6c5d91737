"""WebKitGTK by the protocol that all browsers share (WebDriver of the W3C), on a screen that nobody sees."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from socket import socket
from time import monotonic, sleep

NEEDED = ("WebKitWebDriver", "Xvfb")
_PATIENCE = 60  # seconds


def lacking() -> list[str]:
    """The programs that this takes and that are not here: Debian's webkit2gtk-driver and xvfb bring them."""
    return [program for program in NEEDED if not shutil.which(program)]


class WebKit:
    """A window of WebKitGTK's MiniBrowser."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._session = ""
        self._session = f"/session/{self._call('POST', '/session', {'capabilities': {}})['sessionId']}"

    def open(self, file: Path, fragment: str = "") -> None:
        """Open a page from disk."""
        self._call("POST", "/url", {"url": file.as_uri() + fragment})

    def click(self, selector: str) -> None:
        """Click the first element that a selector finds, as a mouse does."""
        (element,) = self._call("POST", "/element", {"using": "css selector", "value": selector}).values()
        self._call("POST", f"/element/{element}/click", {})

    def evaluate(self, expression: str) -> object:
        """What an expression of JavaScript gives in the page."""
        return self._call("POST", "/execute/sync", {"script": f"return {expression}", "args": []})

    def close(self) -> None:
        """Close the window."""
        self._call("DELETE", "")

    def _call(self, method: str, path: str, body: object = None) -> dict | list | str | None:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=_PATIENCE)
        content = None if body is None else json.dumps(body)
        connection.request(method, self._session + path, content, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        value = json.loads(answer.read())["value"]
        connection.close()
        if answer.status != 200:
            raise RuntimeError(f"{method} {path}: {value}")
        return value


@contextmanager
def webkit() -> Iterator[WebKit]:
    """A window of WebKitGTK, closed at the end with all that was started for it."""
    with _screen() as display, _driver(display) as port:
        window = WebKit(port)
        try:
            yield window
        finally:
            window.close()


@contextmanager
def _screen() -> Iterator[str]:
    """An X server of no hardware; it names the display that it took."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
    with _running(command, pass_fds=(writing,)):
        os.close(writing)
        with os.fdopen(reading) as said:
            yield f":{int(said.readline())}"


@contextmanager
def _driver(display: str) -> Iterator[int]:
    with socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with _running(["WebKitWebDriver", f"--port={port}"], env={**os.environ, "DISPLAY": display}):
        _wait(port)
        yield port


@contextmanager
def _running(command: list[str], **more: object) -> Iterator[None]:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more)  # noqa: S603
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=_PATIENCE)


def _wait(port: int) -> None:
    """Until a server listens at a port."""
    end = monotonic() + _PATIENCE
    while True:
        with socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        if monotonic() > end:
            raise TimeoutError(f"WebKitWebDriver does not answer at port {port}")
        sleep(0.05)
