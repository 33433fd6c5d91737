"""What is no text at all: scripts, style sheets, data and mark-up that a scraper took along."""

import re

from newsarchive.label.line import Line

_LOOK = 1500
"""Characters looked at: of a line of 5 MB its beginning says enough."""

_SURE_SCRIPT = re.compile(
    r"document\.(?:getElement|querySelector|write|createElement|cookie)|googletag\.|adsbygoogle|dataLayer\b|javascript:void"
    r"|\.addEventListener\(|\(function ?\([\w, $]*\) ?\{|window\.[A-Za-z_]+ ?=|\$\(document\)|jQuery\(|<!\[CDATA\[|\bgtag\("
)
_SCRIPT = re.compile(
    r"\b(?:var|let|const) \w+ ?=|\bfunction ?\w*\([\w, ]*\) ?\{|\} ?\)? ?;|[!=]==|=> ?\{|\bnew Date\(|\.push\(|\.innerHTML"
    r"|\btypeof \w|\breturn (?:false|true|this|null)\b|\bif ?\([^)]{1,60}\) ?\{|\.style\.\w+|\.length\b|\|\| ?\{\}|\$\(['\"]"
)
_LESSON = re.compile(r"console\.log|example\.(?:com|org|net)|(?:^| )// [A-Za-z]|/\*\*|Hello,? [Ww]orld|#include|\bdef \w+\(")
"""Marks of code that an article is about."""
_STYLE = re.compile(
    r"@media\b[^{]{0,80}\{|!important\b|[.#@]?[\w-]{1,60} ?\{ ?[a-z-]{3,30} ?: ?[^;{}]{1,80};"
    r"|\b(?:margin|padding|font-size|background(?:-color)?|display|width|height|border|text-align|line-height) ?: ?[^;{}]{1,40};"
)
_DATA = re.compile(r"\"[\w@$ -]{1,40}\" ?: ?(?:[\"\[{\d-]|true|false|null)")
_TAG = re.compile(
    r"</?(?:a|abbr|amp-\w+|article|aside|b|blockquote|br|button|center|div|em|embed|figcaption|figure|font|form|h[1-6]|hr|i"
    r"|iframe|img|input|ins|li|link|meta|noscript|object|ol|p|param|path|script|section|small|source|span|strong|style|svg"
    r"|table|tbody|td|th|tr|u|ul|video)(?:\s[^<>]{0,400})?/?>|<!--.{0,300}?-->|&lt;/?\w{1,10}"
)
_TEMPLATE = re.compile(
    r"\{\{[^{}]{1,80}\}\}|\{%[^{}]{1,80}%\}|\{\*[^{}]{1,80}\*\}|\[/?(?:vc_|et_pb_|caption|embed|gallery|shortcode)[^\]]{0,200}\]"
    r"|\[[a-z_]{3,20} [a-z_]{2,20}=[^\]]{1,200}\]|\{[a-z_]{3,20}\}(?: \{[a-z_]{3,20}\})+"
)


def raw_javascript(line: Line) -> bool:
    """ "}); window.ads = window.ads || [];" """
    text = line.text[:_LOOK]
    if not ("{" in text or ");" in text or "];" in text or "javascript:" in text or "adsbygoogle" in text):
        return False
    marks = len(_SURE_SCRIPT.findall(text)) + len(set(_SCRIPT.findall(text)))
    return marks > 1 and _LESSON.search(text) is None


def raw_css(line: Line) -> bool:
    """ ".teaser { margin: 0; padding: 1em; }" """
    text = line.text[:_LOOK]
    return ("{" in text or ";" in text) and len(_STYLE.findall(text)) > 1 and _LESSON.search(text) is None


def raw_json(line: Line) -> bool:
    """ '{"@type": "NewsArticle", "name": "..."}' """
    text = line.text[:_LOOK]
    return text[0] in "{[" and len(_DATA.findall(text)) > 1


def html_leftover(line: Line) -> bool:
    """Tags or template marks are most of the line: '<div class="ad"></div>', "{{ title }}"."""
    text = line.text[:_LOOK]
    if not ("<" in text or "&lt;" in text or "{" in text or "[" in text):
        return False
    marks = sum(found.end() - found.start() for pattern in (_TAG, _TEMPLATE) for found in pattern.finditer(text))
    return 2 * marks > len(text)
