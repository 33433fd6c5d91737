"""Elements that are not closed, and ids that stand twice."""

from collections.abc import Iterator

from newsarchive.check.markup import Page, Tag
from newsarchive.check.site import Site
from newsarchive.model import Finding

_VOID = set("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905 - easier to read
# HTML lets these end where their parent does, or the next of them begins.
_MAY_STAY_OPEN = set(
    "html head body p li dt dd tr td th thead tbody tfoot caption colgroup option optgroup rt rp".split()  # noqa: SIM905 - as above
)
_FOREIGN = {"svg", "math"}  # in these <x/> is closed, as in XML
_MEND = "Mend the template that it comes from, and build again"


def unclosed(page: Page, _: Site) -> Iterator[Finding]:
    """Elements that are not closed where they have to be, and end tags that close nothing."""
    if not page.text.rstrip().endswith(">"):
        end = page.text.count("\n") + 1
        yield Finding("unclosed", page.path, end, "the page ends in the middle", "Build again")
        return
    opened: list[Tag] = []
    foreign = 0
    for tag in page.tags:
        if tag.text is not None or tag.name in _VOID or (tag.is_closed and (foreign or tag.name in _FOREIGN)):
            continue
        foreign += (tag.name in _FOREIGN) * (-1 if tag.is_end else 1)
        if not tag.is_end:
            opened.append(tag)
        elif opened and opened[-1].name == tag.name:
            opened.pop()
        else:
            yield from _closed(page, opened, tag)
    yield from _left_open(page, opened, "the end of the page")


def _closed(page: Page, opened: list[Tag], end: Tag) -> Iterator[Finding]:
    """What an end tag leaves open that is not of the last element; it closes all up to its own."""
    place = next((place for place in reversed(range(len(opened))) if opened[place].name == end.name), None)
    if place is None:
        yield Finding("unclosed", page.path, page.line(end), f"</{end.name}> closes nothing", _MEND)
        return
    yield from _left_open(page, opened[place + 1 :], f"</{end.name}> in line {page.line(end)}")
    del opened[place:]


def _left_open(page: Page, opened: list[Tag], end: str) -> Iterator[Finding]:
    for tag in opened:
        if tag.name not in _MAY_STAY_OPEN:
            yield Finding("unclosed", page.path, page.line(tag), f"<{tag.name}> is not closed before {end}", _MEND)


def ids_twice(page: Page, _: Site) -> Iterator[Finding]:
    """Ids that stand twice: a link leads to the first."""
    lines: dict[str, int] = {}
    for tag in page.telling:
        if "id" in tag.values:
            name = tag.values["id"]
            if name in lines:
                cause = f"the id {name!r} stands in line {lines[name]} already"
                yield Finding("id_twice", page.path, page.line(tag), cause, _MEND)
            lines.setdefault(name, page.line(tag))
