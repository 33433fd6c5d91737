"""What is no text at all: scripts, style sheets, data and mark-up that a scraper took along."""

import re
from collections.abc import Callable

from newsarchive.label.line import Line

_LOOK = 1500
"""A longer line is looked at where it begins and where it ends: both must be code, or an article stands between."""

_SURE_SCRIPT = re.compile(
    r"document\.(?:getElement|querySelector|write|createElement|cookie)|googletag\.|adsbygoogle|dataLayer\b"
    r"|javascript:void|\.addEventListener\(|\(function ?\([\w, $]{0,60}\) ?\{|window\.[A-Za-z_]{1,40} ?=|\$\(document\)"
    r"|jQuery\(|<!\[CDATA\[|\bgtag\("
)
_SCRIPT = re.compile(
    r"\b(?:var|let|const) \w{1,40} ?=|\bfunction ?\w{0,40}\([\w, ]{0,60}\) ?\{|\} ?\)? ?;|[!=]==|=> ?\{|\bnew Date\("
    r"|\.push\(|\.innerHTML|\btypeof \w|\breturn (?:false|true|this|null)\b|\bif ?\([^)]{1,60}\) ?\{|\.style\.\w"
    r"|\.length\b|\|\| ?\{\}|\$\(['\"]"
)
_LESSON = re.compile(
    r"console\.log|example\.(?:com|org|net)|(?:^| )// [A-Za-z]|/\*\*|Hello,? [Ww]orld|#include|\bdef \w"
)
"""Marks of code that an article is about."""
_STYLE = re.compile(
    r"@media\b[^{]{0,80}\{|!important\b|[.#@]?[\w-]{1,60} ?\{ ?[a-z-]{3,30} ?: ?[^;{}]{1,80};"
    r"|\b(?:margin|padding|font-size|background(?:-color)?|display|width|height|border|text-align|line-height)"
    r" ?: ?[^;{}]{1,40};"
)
_DATA = re.compile(r"\"[\w@$ -]{1,40}\" ?: ?(?:[\"\[{\d-]|true|false|null)")
_TAG = re.compile(
    r"</?(?:a|abbr|amp-\w{1,20}|article|aside|b|blockquote|br|button|center|div|em|embed|figcaption|figure|font|form|h[1-6]"
    r"|hr|i|iframe|img|input|ins|li|link|meta|noscript|object|ol|p|param|path|script|section|small|source|span|strong"
    r"|style|svg|table|tbody|td|th|tr|u|ul|video)(?:\s[^<>]{0,400})?/?>|<!--.{0,300}?-->|&lt;/?\w{1,10}"
)
_TEMPLATE = re.compile(
    r"\{\{[^{}]{1,80}\}\}|\{%[^{}]{1,80}%\}|\{\*[^{}]{1,80}\*\}"
    r"|\[/?(?:vc_|et_pb_|caption|embed|gallery|shortcode)[^\]]{0,200}\]"
    r"|\[[a-z_]{3,20} [a-z_]{2,20}=[^\]]{1,200}\]|\{[a-z_]{3,20}\}(?: \{[a-z_]{3,20}\})+"
)


def raw_javascript(line: Line) -> bool:
    """Like "}); window.ads = window.ads || [];"."""
    return _may_be_script(line.text) and _at_both_ends(line, _is_script)


def raw_css(line: Line) -> bool:
    """Like ".teaser { margin: 0; padding: 1em; }"."""
    return ("{" in line.text or ";" in line.text) and ":" in line.text[:_LOOK] and _at_both_ends(line, _is_style)


def raw_json(line: Line) -> bool:
    """Like '{"@type": "NewsArticle", "name": "..."}'."""
    return line.text[0] in "{[" and _at_both_ends(line, lambda text: len(_DATA.findall(text)) > 1)


def html_leftover(line: Line) -> bool:
    """Tags or template marks are most of the line: '<div class="ad"></div>', "{{ title }}"."""
    return _may_be_markup(line.text) and _at_both_ends(line, _is_markup)


def _at_both_ends(line: Line, is_code: Callable[[str], bool]) -> bool:
    text = line.text
    return is_code(text[:_LOOK]) and (len(text) <= _LOOK or is_code(text[-_LOOK:]))


def _may_be_script(text: str) -> bool:
    return "{" in text or ");" in text or "];" in text or "javascript:" in text or "adsbygoogle" in text


def _is_script(text: str) -> bool:
    if not _may_be_script(text):
        return False
    marks = len(_SURE_SCRIPT.findall(text)) + len(set(_SCRIPT.findall(text)))
    return marks > 1 and _LESSON.search(text) is None


def _is_style(text: str) -> bool:
    return ("{" in text or ";" in text) and len(_STYLE.findall(text)) > 1 and _LESSON.search(text) is None


def _may_be_markup(text: str) -> bool:
    return "<" in text or "&lt;" in text or "{" in text or "[" in text


def _is_markup(text: str) -> bool:
    if not _may_be_markup(text):
        return False
    marks = sum(found.end() - found.start() for pattern in (_TAG, _TEMPLATE) for found in pattern.finditer(text))
    return 2 * marks > len(text)
