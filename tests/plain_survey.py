"""The survey in plain loops over texts: what its arrays must come to. Slow, and written to be read."""

from collections import Counter, defaultdict
from dataclasses import dataclass

from newsarchive.model import Habits
from newsarchive.survey.edges import _has_sign, _is_worded
from newsarchive.survey.reading import see, wordings
from newsarchive.survey.seen import FORM, HASH, LONG, MOST, PROSE, SENTENCE, unpack
from newsarchive.survey.siblings import _is_mark
from newsarchive.text.credits import find_credit
from newsarchive.text.outlet_names import outlets_named
from newsarchive.text.outlets import outlet_key


@dataclass(eq=False)
class Text:
    """A text: of each line its key, its weight, its forms; `prose` are weights by key."""

    source: object
    folder: str
    order: int
    lines: list
    weights: list
    forms: list
    too_long: set

    @property
    def prose(self):
        return {
            key: weight for key, weight in zip(self.lines[::-1], self.weights[::-1], strict=True) if weight >= PROSE
        }

    @property
    def longest(self):
        best = sorted(range(len(self.lines)), key=lambda line: (-self.weights[line], line))[:3]
        return dict.fromkeys(self.lines[line] for line in best if self.weights[line] >= PROSE)

    def words(self):
        """Every line and form: its key, the line it is of, whether it is a form."""
        for line, key in enumerate(self.lines):
            yield key, line, False
        for line, keys in enumerate(self.forms):
            yield from ((key, line, True) for key in keys)


def read(source):
    head, *words = unpack([see(source)]).tolist()[:-1]
    text = Text(source, source.path.rpartition("/")[0], head >> HASH, [], [], [[]], set())
    for key, code in ((word >> HASH, word & 0xFF) for word in words):
        if code == FORM:
            text.forms[-1].append(key)
            continue
        text.lines.append(key)
        text.weights.append(code if code <= MOST else code - LONG)
        text.forms.append([])
        text.too_long |= {key} if code > MOST else set()
    return text


def is_same(text, other):
    mine, others = text.prose, other.prose
    shared = sum(weight for key, weight in mine.items() if key in others)
    return 2 * shared >= min(sum(mine.values()), sum(others.values()))


def articles(texts):
    """Texts that are one article: eight times, those that share a longest line with an earlier one are compared to it."""
    claims = defaultdict(list)
    for number, text in enumerate(texts):
        for key in text.longest:
            claims[key].append(number)
    first = list(range(len(texts)))
    for _ in range(8):
        pairs = [(number, one[0]) for one in claims.values() for number in one[1:]]
        for number, rival in pairs:
            if is_same(texts[number], texts[rival]):
                first[number] = min(first[number], rival)
        claims = {key: left for key, one in claims.items() if (left := [n for n in one[1:] if first[n] == n])}
    found = defaultdict(list)
    for number, text in enumerate(texts):
        while first[number] != first[first[number]]:
            first[number] = first[first[number]]
        found[first[number]].append(text)
    return list(found.values())


def body_of(text, recurring):
    best, total, start, found = 0, 0, 0, range(0)
    for line, (key, weight) in enumerate(zip(text.lines, text.weights, strict=True)):
        if total <= 0:
            total, start = 0, line
        total += -8 if key in recurring else weight if weight >= PROSE else -15
        if total > best:
            best, found = total, range(start, line + 1)
    return found


def places(article, recurring):
    """By key the text, the line, whether it is a form, and where it stands."""
    found = {}
    for text in article:
        body = body_of(text, recurring)
        start, stop = body.start, body.stop
        goes_on = [
            key in recurring and weight >= SENTENCE for key, weight in zip(text.lines, text.weights, strict=True)
        ]
        while start and goes_on[start - 1]:
            start -= 1
        while stop < len(goes_on) and goes_on[stop]:
            stop += 1
        for key, line, is_form in text.words() if body else ():
            where = "inside" if line in body else "beside" if start <= line < stop else "edge"
            if key in recurring and (key not in found or where == "inside"):
                found[key] = text, line, is_form, where
    return found


class Count:
    def __init__(self):
        self.articles = self.inside = self.beside = self.varied = 0
        self.folders, self.companions = set(), Counter()

    @property
    def is_at_edges(self):
        return self.articles - self.inside >= 5 and 10 * self.inside <= self.articles

    @property
    def is_beside(self):
        return 2 * self.beside >= self.articles - self.inside

    @property
    def always(self):
        return [key for key, often in self.companions.items() if 10 * often >= 9 * self.articles]


def counted(placed):
    counts = defaultdict(Count)
    for found in placed:
        for key, (_, _, _, where) in found.items():
            counts[key].articles += 1
            counts[key].inside += where == "inside"
            counts[key].beside += where == "beside"
    return counts


def add_companions(placed, sites, counts):
    for found in placed:
        for key, (text, line, _, _) in found.items():
            here = text.lines[line]
            if key in sites or here in sites:
                continue
            around = found if here == key else text.lines[max(line - 1, 0) : line + 2]
            counts[key].varied += 1
            counts[key].folders.add(text.folder)
            counts[key].companions.update(sites.intersection(around))


def plain_habits(sources):
    """The habits of texts in the order of their paths."""
    texts = [read(source) for source in sorted(sources, key=lambda source: source.path) if not source.markdown]
    whole = articles(texts)
    times = Counter(key for article in whole for key in {key for text in article for key, _, _ in text.words()})
    recurring = {key for key, often in times.items() if often >= 5}.difference(*(text.too_long for text in texts))
    placed = [places(article, recurring) for article in whole]
    counts = counted(placed)
    holds, said, is_form, is_sentence = {}, {}, {}, {}
    for text in (text for article in whole for text in article):
        for key, line, form in sorted(text.words(), key=lambda word: (word[1], not word[2])):
            if key in counts and key not in holds:
                holds[key], is_form[key], is_sentence[key] = text.source, form, text.weights[line] >= SENTENCE
    for key, source in holds.items():
        said[key] = wordings(source, {key})[key]
    at_edges = {key for key in counts if counts[key].is_at_edges and _is_worded(said[key])}
    sites = {key for key in at_edges if not is_form[key] and (not counts[key].is_beside or _has_sign(said[key]))}
    add_companions(placed, sites, counts)
    sizes = Counter(article[0].folder for article in whole)

    def is_of_most(key):
        return bool(counts[key].always) and 2 * counts[key].articles >= max(
            counts[one].articles for one in counts[key].always
        )

    def is_template(key):
        company = counts[key].companions.items()
        return (
            is_form[key]
            and not find_credit(said[key].printed)
            and any(often >= 5 and 2 * often >= max(counts[key].varied, counts[one].articles) for one, often in company)
        )

    def is_notice(key):
        count = counts[key]
        few = 20 * count.articles >= sum(sizes[folder] for folder in count.folders)
        return count.articles >= 20 and count.is_beside and (is_of_most(key) if count.always else few)

    sure = sites | {key for key in at_edges if is_template(key)} | {key for key in at_edges - sites if is_notice(key)}
    inside = {key for key in counts if counts[key].inside >= 5 and not is_form[key]} - at_edges
    prompts = {key for key in inside if _is_worded(said[key]) and is_of_most(key)}
    refrains = {key for key in at_edges - sure if is_sentence[key] and not is_form[key]}
    known = {key: said[key] for key in sure if not is_form[key]}
    return Habits(
        frozenset(said[key].folded for key in sure),
        frozenset(said[key].folded for key in prompts | refrains),
        told(texts, known, names_of(texts, known), (66, 90)),
        told(
            texts,
            known,
            [{1: "day", 2: "month", 3: "both"}.get(text.order) for text in texts],
            (33, 33),
            ("day", "month"),
        ),
    )


def names_of(texts, known):
    """The outlet of each text that its lines name, in the spelling that most texts have."""
    heard = [
        {name for key in set(text.lines) & known.keys() for _, name in outlets_named(known[key].printed)}
        for text in texts
    ]
    keys = [outlet.pop() if len(outlet := {outlet_key(name) for name in names}) == 1 else None for names in heard]
    spellings = defaultdict(Counter)
    for outlet, names in zip(keys, heard, strict=True):
        spellings[outlet].update(names if outlet else ())
    return [
        outlet and min(spellings[outlet], key=lambda name, of=spellings[outlet]: (-of[name], name)) for outlet in keys
    ]


def told(texts, known, tells, shares, allowed=None):
    of = defaultdict(Counter)
    shared = defaultdict(Counter)
    for text, what in zip(texts, tells, strict=True):
        of[text.folder + "/", None][what] += 1
        for key in set(text.lines) & known.keys():
            of[known[key].folded, key][what] += 1
            shared[text.folder + "/"][key] += 1
    found = {}
    for (mark, key), counts in sorted(of.items(), key=lambda one: (one[0][1] or 0, one[0][0])):
        is_mark = (
            (mark != "/" and 2 * max(shared[mark].values(), default=0) >= counts.total())
            if key is None
            else _is_mark(mark)
        )
        best, often = max(
            ((what, often) for what, often in counts.items() if what), key=lambda one: one[1], default=("", 0)
        )
        said = counts.total() - counts[None]
        enough = often >= 5 and 20 * often >= 19 * said and 100 * often >= shares[key is not None] * counts.total()
        if is_mark:
            found[mark] = best if enough else ""
    return {mark: what for mark, what in found.items() if what and (allowed is None or what in allowed)}
