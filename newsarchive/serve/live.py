"""A page as it is served: the page of the site, with the script that shows it anew when the site is built anew."""

import re
from html import escape, unescape

SCRIPT = "/.newsarchive/live.js"
NOTICES = "/.newsarchive/notices"
"""No site has pages below .newsarchive: publishing keeps that for itself."""

_META = re.compile(rb"<meta\s[^<>]*>", re.IGNORECASE)
_CONTENT = re.compile(r"""(\scontent\s*=\s*)("[^"]*"|'[^']*')""", re.IGNORECASE)
_END_OF_HEAD = re.compile(rb"</head\s*>", re.IGNORECASE)
_NEEDED = ("script-src", "connect-src")

_BARE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{says}</title>
</head>
<body>
<h1>{says}</h1>
</body>
</html>
"""


def live(page: bytes, build: str, shows: str) -> bytes:
    """The page of a build, which hears of the builds after it, and is loaded again where it `shows` something else by
    then. Where its policy forbids that, the policy is relaxed.
    """
    page = _META.sub(_relaxed_meta, page)
    told = f'data-notices="{NOTICES}" data-build="{escape(build)}" data-shows="{escape(shows)}"'
    script = f'<script src="{SCRIPT}" {told} defer></script>\n'.encode()
    end = _END_OF_HEAD.search(page)
    return page[: end.start()] + script + page[end.start() :] if end else page + script


def relaxed(policy: str) -> str:
    """A content security policy that allows what it did, and scripts and connections of the page's own site.

    "default-src 'none'; script-src 'self'" -> "default-src 'none'; script-src 'self'; connect-src 'self'"
    """
    rules: dict[str, list[str]] = {}
    for name, *sources in (rule.split() for rule in policy.split(";") if rule.strip()):
        rules.setdefault(name.lower(), sources)  # of two rules of a name the first holds
    for name in _NEEDED:
        stated = rules.get(name, rules.get("default-src"))
        if stated is not None and "'self'" not in stated:
            rules[name] = [*(source for source in stated if source != "'none'"), "'self'"]
    return "; ".join(" ".join((name, *sources)) for name, sources in rules.items())


def bare_page(says: str) -> bytes:
    """A page of one sentence, for where the site has none."""
    return _BARE.format(says=escape(says)).encode()


def _relaxed_meta(meta: re.Match[bytes]) -> bytes:
    if b"content-security-policy" not in meta[0].lower():
        return meta[0]
    tag = meta[0].decode("utf-8", "surrogateescape")
    return _CONTENT.sub(_relaxed_content, tag).encode("utf-8", "surrogateescape")


def _relaxed_content(content: re.Match[str]) -> str:
    policy = escape(relaxed(unescape(content[2][1:-1])))
    return f'{content[1]}"{policy}"'
