"""titles/: every headline from A to Z, in pages named by what their headlines begin with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from newsarchive.render.drawers import drawer_name
from newsarchive.render.entries import EntryGroup, brief_view, headline_of, published_card
from newsarchive.render.filing import (
    Drawer,
    Filed,
    drawer_of,
    file_drawers,
    file_headline,
    full_drawers,
    in_letters,
    letter_of,
)
from newsarchive.render.link import Count, Link, Sentence, href
from newsarchive.render.neighbours import with_neighbours
from newsarchive.render.sheet import Lot, Plan, Sheet, lot_of

INDEX = "titles/index.html"

_MOST = 200  # headlines of a page

Near = Mapping[str, tuple[Drawer | None, Drawer | None]]


class Beginning(NamedTuple):
    """A letter or a longer beginning, and how many headlines it has, where that is said."""

    link: Link
    number: str | None


class TitlesView(NamedTuple):
    """Headlines (`groups`), or what leads to them: letters, or longer beginnings of one of them (`part`)."""

    heading: str
    part: str | None = None
    sums: tuple[Sentence, ...] = ()
    beginnings: tuple[Beginning, ...] = ()
    groups: tuple[EntryGroup, ...] = ()


def title_lots(plan: Plan) -> Iterator[Lot]:
    """titles/: the letters with their numbers and a page for each; all headlines on one page where they are few."""
    letters, numbers = _letters(plan), _numbers(plan)
    title = plan.words.say("titles", "title")
    make = partial(_index_view, plan, letters, numbers)
    yield lot_of(Sheet(path=INDEX, template="titles.html", title=title, make=make, section="titles"))
    if sum(numbers.values()) <= _MOST:
        return
    for letter, near in with_neighbours(letters):
        make_letter = partial(_letter_sheets, plan, letters[letter], *near)
        yield Lot(f"titles/{letter}", make_letter, letters[letter], near)


def title_counts(plan: Plan, page: str) -> tuple[Count, ...]:
    """The letters with their numbers, as a page leads to them; all headlines where they stand on one page."""
    numbers, words = _numbers(plan), plan.words
    number = sum(numbers.values())
    if number <= _MOST:
        everything = Link(words.say("titles", "title"), href(page, INDEX))
        return (Count(everything, words.number(number)),) if number else ()
    return tuple(Count(_link(plan, page, drawer_of(letter)), words.number(each)) for letter, each in numbers.items())


@lru_cache(1)
def _numbers(plan: Plan) -> Mapping[str, int]:
    """How many headlines are filed under each letter."""
    return {letter: _number(plan, identities) for letter, identities in _letters(plan).items()}


@lru_cache(1)
def _letters(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """The ids of all articles by the letter that their headlines are filed under, letters in order."""
    found: dict[str, list[str]] = {}
    for identity in plan.archive.order:
        card = plan.entry(identity).card  # of one without a headline its first words do not count
        found.setdefault(letter_of(headline_of(card), found=card.headline is not None), []).append(identity)
    return {letter: tuple(found[letter]) for letter in in_letters(found)}


def _number(plan: Plan, identities: Sequence[str]) -> int:
    """How many headlines are filed: of exact copies each headline once."""
    copies = [identity for identity in identities if plan.archive.entries[identity].copies]
    return len(identities) - len(copies) + len(_filed(plan, copies))


def _index_view(plan: Plan, letters: Mapping[str, Sequence[str]], numbers: Mapping[str, int]) -> TitlesView:
    """All headlines where they are few, else the letters."""
    number = sum(numbers.values())
    headlines = Link(plan.words.count("headlines", number), "#list")
    view = TitlesView(
        heading=plan.words.say("titles", "title"),
        sums=(plan.words.sentence("titles", "sum", headlines=headlines),) if number else (),
    )
    if number <= _MOST:
        drawers = file_drawers(_filed(plan, chain.from_iterable(letters.values())), _MOST)
        groups = tuple(_group(plan, INDEX, drawer, Link(drawer_name(plan, drawer))) for drawer in drawers)
        return view._replace(groups=groups)
    beginnings = (
        Beginning(_link(plan, INDEX, drawer_of(letter)), plan.words.number(number))
        for letter, number in numbers.items()
    )
    return view._replace(beginnings=tuple(beginnings))


def _filed(plan: Plan, identities: Iterable[str]) -> list[Filed]:
    """Headlines where they are filed; of exact copies each headline once."""
    entries, told, firsts = plan.archive.entries, set[tuple[str, str]](), list[Filed]()
    for identity in identities:
        entry = entries[identity]
        card = published_card(plan, entry)
        filed = file_headline(identity, headline_of(card), entry.place, found=card.headline is not None)
        if entry.copies:
            if (card.body_hash, filed.key) in told:
                continue
            told.add((card.body_hash, filed.key))
        firsts.append(filed)
    return firsts


def _letter_sheets(plan: Plan, identities: Sequence[str], before: str | None, after: str | None) -> Iterator[Sheet]:
    """The pages of a letter; at its ends they lead to the letters beside it, whose pages change without it."""
    drawers = file_drawers(_filed(plan, identities), _MOST)
    near = _near(drawers, *(drawer_of(letter) if letter else None for letter in (before, after)))
    for drawer in drawers:
        yield from _drawer_sheets(plan, drawer, (), near)


def _drawer_sheets(plan: Plan, drawer: Drawer, above: tuple[Drawer, ...], near: Near) -> Iterator[Sheet]:
    """The page of a beginning and, where it has too many headlines, those of longer ones."""
    path = _path(drawer)
    heading, name = plan.words.say("titles", "title"), drawer_name(plan, drawer)
    before, after = (_link(plan, path, one) if one else None for one in near.get(drawer.name, (None, None)))
    yield Sheet(
        path=path,
        template="titles.html",
        title=plan.words.say("form", "part", name=heading, part=name),
        make=partial(_drawer_view, plan, drawer, name),
        section="titles",
        trail=(Link(heading, href(path, INDEX)), *(_link(plan, path, one) for one in above)),
        before=before,
        after=after,
        entries=tuple(filed.id for filed in drawer.filed),
        facts=tuple((drawer_name(plan, inner), inner.name) for inner in drawer.inner),
    )
    for inner in drawer.inner:
        yield from _drawer_sheets(plan, inner, (*above, drawer), near)


def _drawer_view(plan: Plan, drawer: Drawer, name: str) -> TitlesView:
    """The headlines of a drawer, or the longer beginnings of the drawers in it."""
    path = _path(drawer)
    view = TitlesView(heading=plan.words.say("titles", "title"), part=name)
    if drawer.inner:
        beginnings = (Beginning(_link(plan, path, inner), None) for inner in drawer.inner)
        return view._replace(beginnings=tuple(beginnings))
    return view._replace(groups=(_group(plan, path, drawer, None),))


def _near(drawers: Sequence[Drawer], before: Drawer | None, after: Drawer | None) -> Near:
    """The pages of headlines on either side of each; at both ends those that are given."""
    full = list(full_drawers(drawers))
    sides = zip([before, *full][:-1], [*full, after][1:], strict=True)
    return {drawer.name: side for drawer, side in zip(full, sides, strict=True)}


def _group(plan: Plan, page: str, drawer: Drawer, heading: Link | None) -> EntryGroup:
    """The headlines of a drawer that is not cut."""
    anchor = f"letter-{drawer.name}" if heading else None
    return EntryGroup(heading, tuple(brief_view(plan, page, filed.id) for filed in drawer.filed), anchor)


def _link(plan: Plan, page: str, drawer: Drawer) -> Link:
    return Link(drawer_name(plan, drawer), href(page, _path(drawer)))


def _path(drawer: Drawer) -> str:
    return f"titles/{drawer.name}.html"
