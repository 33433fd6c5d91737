"""What a page may do: its policy lets it load its own files alone, and nothing in it goes round that."""

import re
from collections.abc import Iterator, Mapping

from newsarchive.check.markup import Page, Tag
from newsarchive.check.site import Site
from newsarchive.model import Finding

_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'"
_NEEDED = {"default-src": {"'none'"}, "base-uri": {"'none'", "'self'"}}
_HARMLESS = {"'none'", "'self'"}
_ALSO = {"img-src": {"data:"}, "form-action": {"file:"}}
_SEARCH = {"frame-src", "connect-src"}
_SEARCH_PAGE = "search.html"
_LOADING = {"script", "link", "style", "img", "iframe", "object", "embed", "video", "audio", "source"}
# What a script element holds that no browser runs.
_DATA = re.compile(
    r"application/(?:[\w.-]+\+)?json|text/(?:plain|html|template|x-template)|speculationrules", re.IGNORECASE
)

_WRITE = f"Let the template print page.policy in its head, before anything is loaded ({_POLICY}), and build again"
_MOVE = "Move it into a file of templates/assets that the page loads, and build again"
_LEAVE = "Leave it out of the template, and build again"


def policy(page: Page, _: Site) -> Iterator[Finding]:
    """The policy of a page: it stands before anything that is loaded, and is no weaker than ours."""
    found = next((tag for tag in page.telling if _is_policy(tag)), None)
    if found is None:
        yield Finding("policy", page.path, None, "it has no policy of what it may load", _WRITE)
        return
    if any(tag.name in _LOADING for tag in page.tags[: page.tags.index(found)]):
        yield Finding("policy", page.path, page.line(found), "its policy stands after something that is loaded", _WRITE)
    for fault in _weaknesses(page.path, _directives(found.values.get("content", ""))):
        yield Finding("policy", page.path, page.line(found), f"its policy {fault}", _WRITE)


def _is_policy(tag: Tag) -> bool:
    return tag.name == "meta" and tag.values.get("http-equiv", "").casefold() == "content-security-policy"


def _directives(content: str) -> dict[str, set[str]]:
    parts = (part.casefold().split() for part in content.split(";"))
    return {name: set(sources) for name, *sources in filter(None, parts)}


def _weaknesses(path: str, directives: Mapping[str, set[str]]) -> Iterator[str]:
    for name, sources in _NEEDED.items():
        if not directives.get(name, {"anything"}) <= sources:
            yield f"does not say {name} 'none'"
    for name, sources in directives.items():
        if name in _SEARCH and path != _SEARCH_PAGE and sources != {"'none'"}:
            yield f"lets it use {name}, which the search page alone needs"
        elif name.endswith(("-src", "-action")) and (more := sources - _HARMLESS - _ALSO.get(name, set())):
            yield f"lets {name} be {' '.join(sorted(more))}"


def inline_code(page: Page, _: Site) -> Iterator[Finding]:
    """Scripts and styles that stand in a page: its policy lets none of them work."""
    for tag in page.telling:
        for fault, remedy in _code_in(tag):
            yield Finding("inline_code", page.path, page.line(tag), fault, remedy)


def _code_in(tag: Tag) -> Iterator[tuple[str, str]]:
    values = tag.values
    if tag.name == "script" and "src" not in values and not _DATA.fullmatch(values.get("type", "")):
        yield "a script stands in the page, which its policy keeps from running", _MOVE
    if tag.name == "style":
        yield "a <style> stands in the page, which its policy passes over", _MOVE
    for name in values:
        if name.startswith("on") and len(name) > 2:
            yield f"{name} on <{tag.name}> is a script, which its policy keeps from running", _MOVE
        elif name == "style":
            yield f"style on <{tag.name}>, which its policy passes over", _MOVE
        elif name == "srcdoc" or (tag.name == "base" and name == "href"):
            yield f"{name} on <{tag.name}> makes its links lead elsewhere", _LEAVE
