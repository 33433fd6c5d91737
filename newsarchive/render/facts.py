"""ABOUT THIS TEXT: what each field says and why, and what was done to the text."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from newsarchive.model import Article, Entry, Evidence, Span
from newsarchive.render.cite import citation
from newsarchive.render.clues import Clues, clues, reason
from newsarchive.render.dates import long_date
from newsarchive.render.edition import shows_every_line
from newsarchive.render.lines import by_line
from newsarchive.render.link import Link, Sentence
from newsarchive.render.repairs import changes
from newsarchive.render.sheet import Plan
from newsarchive.render.sidecar import Sidecar, sidecar_for
from newsarchive.render.words import Words

# In the order in which a reader asks. Without evidence nothing is said of a field, but for the first three.
_FIELDS: tuple[str, ...] = (
    "published",
    "outlet",
    "authors",
    "updated",
    "agency",
    "dateline",
    "headline",
    "deck",
    "kicker",
)
_FIELDS += ("section", "language", "original_url", "retrieved", "rights")
_MISSING = {"published": ("dates", "none"), "outlet": ("article", "no_outlet"), "authors": ("article", "no_author")}
_FATES = ("left_out", "cut", "repeated", "front_matter")  # of lines, in the order in which they are told
_FATE_OF = {"boilerplate": "left_out", "front_matter": "front_matter"}
_ABOVE = frozenset({"headline", "deck", "kicker"})  # they stand at the top of the page


class Fact(NamedTuple):
    """A field, what it says, how sure that is and why, and the lines that say so. `value` None: it stands above.

    `why` is an English sentence that the program made, the lines in it links; `clues` are the lines it does not name.
    """

    field: str
    name: str
    value: str | None
    certainty: str | None
    why: Sentence
    clues: Clues
    is_missing: bool = False


class Repaired(NamedTuple):
    """A repair: what stood there, what stands there now ("" for nothing), the lines."""

    before: str
    after: str
    clues: Clues


class AboutText(NamedTuple):
    """Everything that is said about a text. `cleaning` is None where the edition does not show every line.

    `cite` is a line for a bibliography. `sidecar` would correct the article: for who works on the archive, else None.
    """

    facts: tuple[Fact, ...]
    cleaning: str | None
    repairs: tuple[Repaired, ...]
    file: str
    sha256: str
    rights: str | None
    cite: Sentence
    sidecar: Sidecar | None


def about_text(plan: Plan, entry: Entry, article: Article, anchors: Collection[int]) -> AboutText:
    """What is said about an article that was reduced to its edition; `anchors` are the lines that the page can show."""
    words = plan.words
    edition = plan.edition(entry.id)
    return AboutText(
        facts=field_facts(article, words, anchors),
        cleaning=cleaning(article, words) if shows_every_line(edition) else None,
        repairs=repair_facts(article, words, anchors),
        file=words.say("about_text", "encoding", file=article.source, encoding=article.encoding),
        sha256=article.sha256,
        rights=None if article.evidence_for("rights") else article.rights,
        cite=citation(plan, entry, article),
        sidecar=sidecar_for(entry.card) if plan.is_reviewed(entry.id) else None,
    )


def field_facts(article: Article, words: Words, anchors: Collection[int]) -> tuple[Fact, ...]:
    """What each field says and why; `anchors` are the lines that the page can show."""
    facts = []
    plain = [name for name in _FIELDS if name in _ABOVE and _stands_alone(article.evidence_for(name))]
    for name in _FIELDS:
        evidence = article.evidence_for(name)
        if name in plain:
            facts += [_standing(article, plain, words, anchors)] if name == plain[0] else []
        elif getattr(article, name) and (evidence is not None or name in _MISSING):
            facts.append(_fact(article, name, evidence, (words, anchors)))
        elif name in _MISSING:
            facts.append(_missing(name, evidence, words))
    return tuple(facts)


def _missing(name: str, evidence: Evidence | None, words: Words) -> Fact:
    """A field that was not found, or of which a person says that there is none."""
    certainty = words.say("certainty", evidence.certainty) if evidence else None
    why = (Link(evidence.why),) if evidence and evidence.why else ()
    return Fact(name, words.say("fields", name), words.say(*_MISSING[name]), certainty, why, Clues(), is_missing=True)


def _stands_alone(evidence: Evidence | None) -> bool:
    """Whether a field is one line of the text, which the page shows as what it is: more need not be said of it."""
    return evidence is not None and evidence.certainty == "stated" and len(evidence.lines) == 1


def _standing(article: Article, names: Sequence[str], words: Words, anchors: Collection[int]) -> Fact:
    """Several such fields as one: "Headline, Deck", and their lines."""
    lines = [evidence.lines[0] for name in names if (evidence := article.evidence_for(name))]
    named = words.table["form"]["comma"].join(words.say("fields", name) for name in names)
    return Fact(names[0], named, None, words.say("certainty", "stated"), (), clues(lines, words, anchors))


def repair_facts(article: Article, words: Words, anchors: Collection[int]) -> tuple[Repaired, ...]:
    """What was repaired in reading, each repair once with all its lines."""
    return tuple(
        Repaired(change.before, change.after, clues(change.lines, words, anchors))
        for change in changes(article.repairs)
    )


def cleaning(article: Article, words: Words) -> str | None:
    """Such as "Of 29 lines with text, 20 are shown in the article; 9 left out."; None without source lines."""
    lines = by_line(article.spans).values()
    if not lines:
        return None
    fates = Counter(chain.from_iterable(map(_fates, lines)))
    shown = words.count("shown", fates["shown"])
    parts = [words.say("about_text", "cleaned", lines=words.count("lines", len(lines)), shown=shown)]
    parts += [words.count(key, fates[key]) for key in _FATES if fates[key]]
    if not fates["left_out"] and not fates["cut"]:
        parts.append(words.say("about_text", "all_kept"))
    return words.say("about_text", "sentence", text=words.table["form"]["semicolon"].join(parts))


def _fates(line: Sequence[Span]) -> Iterable[str]:
    """What became of a line; of one in pieces more than one thing may be true."""
    first = line[0]
    if len(line) == 1 and first.copy_of is None:
        return (_FATE_OF.get(first.label, "shown"),)
    return _fates_of_pieces(line)


def _fates_of_pieces(line: Sequence[Span]) -> Iterator[str]:
    first = line[0]
    left_out = [span.label == "boilerplate" for span in line]
    if any(left_out):
        yield "left_out" if all(left_out) else "cut"
    if first.copy_of is not None and first.label != "boilerplate":
        yield "repeated"
    if first.label == "front_matter":
        yield "front_matter"
    if any(span.copy_of is None and span.label not in {"boilerplate", "front_matter"} for span in line):
        yield "shown"


def _fact(article: Article, name: str, evidence: Evidence | None, page: tuple[Words, Collection[int]]) -> Fact:
    words, anchors = page
    value = _value(article, name, evidence, words)
    if evidence is None:
        return Fact(name, words.say("fields", name), value, None, (), Clues())
    why, named = reason(evidence.why, evidence.lines, anchors)
    others = [line for line in evidence.lines if line not in named]
    certainty = words.say("certainty", evidence.certainty)
    return Fact(name, words.say("fields", name), value, certainty, why, clues(others, words, anchors))


def _value(article: Article, name: str, evidence: Evidence | None, words: Words) -> str | None:
    if name in _ABOVE:
        return None
    value = getattr(article, name)
    if name in {"published", "updated"}:
        return long_date(value, evidence.certainty if evidence else None, words)
    if name == "language":
        return words.language_name(value)
    return words.listed(value) if name == "authors" else str(value)
