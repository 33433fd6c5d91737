"""What is written into a page: texts as the content of elements, and the bytes of the whole."""

import re

from newsarchive.render.direction import isolated

_NOT_IN_HTML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
_CONTROLS = re.compile(b"\xc2[\x80-\x9f]")  # U+0080 to U+009F
_DELETED = bytes((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F))


def text_content(text: str) -> str:
    """A text as the content of an element, where a quote needs no escape; never for an attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def isolate(text: str, direction: str) -> str:
    """A text as the content of an element, in a `<bdi>` where a part of it runs the other way than the page."""
    content = text_content(text)
    return content if isolated(text, direction) is text else f"<bdi>{content}</bdi>"


def encoded(html: str) -> bytes:
    """A page in UTF-8, without what no page may hold."""
    try:
        content = html.encode()
    except UnicodeEncodeError:  # half of a pair of surrogates
        return _NOT_IN_HTML.sub("\ufffd", html).encode()
    # looking at bytes is many times faster, and nearly every page has none of these
    if b"\xef" in content or _CONTROLS.search(content) or len(content.translate(None, _DELETED)) < len(content):
        return _NOT_IN_HTML.sub("\ufffd", html).encode()
    return content
