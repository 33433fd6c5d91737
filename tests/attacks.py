"""Long lines that are hostile to a regular expression: what it repeats, again and again, and then what does not fit."""

import functools
import gc
import importlib
import pkgutil
import random
import re
import types
from re import _constants as code
from re import _parser as parser

import newsarchive

REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
MANY = 20
CLASSES = {"DIGIT": "7", "SPACE": " ", "WORD": "a", "NOT_DIGIT": "a", "NOT_SPACE": "a", "NOT_WORD": "-"}
ANYTHING = 'aA7 -é.,"(/\t港\u0301<&:xÉ'
UNITS = (" ", "a", "A", "7", "a ", "A. ", "Aa ", ".", "-", "(", '"', "7/", ", ", "港", "\u0301", "e\u0301", "([{<“«")
"""What is repeated whatever the pattern."""


@functools.cache
def modules():
    found = pkgutil.walk_packages(newsarchive.__path__, "newsarchive.")
    return {info.name: importlib.import_module(info.name) for info in found}


@functools.cache
def patterns():
    """Every compiled pattern that a module of the package reaches, by the module and the name that lead to it."""
    found, seen = {}, set()
    for module, held in modules().items():
        for name, value in vars(held).items():
            waiting = [value]
            while waiting:
                one = waiting.pop()
                if id(one) in seen or is_foreign(one):
                    continue
                seen.add(id(one))
                if isinstance(one, re.Pattern):
                    found[f"{module} {name} {len(found)}"] = one
                else:
                    waiting += inside(one)
    return found


def is_foreign(value):
    if isinstance(value, types.ModuleType | str | bytes | int | float):
        return True
    home = str(getattr(value, "__module__", None) or type(value).__module__)
    return home.startswith("numpy") or (
        isinstance(value, type | types.FunctionType) and not home.startswith("newsarchive")
    )


def inside(value):
    if isinstance(value, types.FunctionType):
        return [*(cell.cell_contents for cell in value.__closure__ or ()), *(value.__defaults__ or ())]
    return [one for one in gc.get_referents(value) if not (isinstance(one, dict) and "__builtins__" in one)]


def attacks(pattern):
    """Pairs of what a hostile line begins with and what is repeated in it."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    tree = list(parser.parse(source, pattern.flags & ~(0 if isinstance(pattern.pattern, str) else re.UNICODE)))
    chance = random.Random(repr(source))
    found = {("", unit): None for unit in UNITS}
    for _ in range(3):
        whole = sample(tree, chance)
        found |= {("", unit): None for unit in (whole, whole[:-1], f"{whole} ") if unit}
    for before, repeated in repeats(tree, chance):
        for _ in range(2):
            unit = sample(repeated, chance)
            found |= {(before, unit): None, ("", before + unit): None} if unit else {}
    return list(found)


def line_of(attack, size, end=""):
    before, unit = attack
    return before + unit * max(1, (size - len(before)) // len(unit)) + end


def repeats(tree, chance, before=""):
    """What is repeated without end, or often, with a sample of what stands before it."""
    for place, (kind, value) in enumerate(tree):
        lead = before + sample(tree[:place], chance)
        if kind in REPEATS and value[1] >= MANY:
            yield lead, list(value[2])
        for part in parts_of(kind, value):
            yield from repeats(list(part), chance, lead)


def parts_of(kind, value):
    if kind in REPEATS:
        return [value[2]]
    if kind is code.BRANCH:
        return value[1]
    if kind is code.SUBPATTERN:
        return [value[3]]
    if kind is code.ATOMIC_GROUP:
        return [value]
    return [value[1]] if kind in (code.ASSERT, code.ASSERT_NOT) else []


def sample(tree, chance):
    """Some text that a piece of a pattern fits, or nearly fits."""
    return "".join(sample_of(kind, value, chance) for kind, value in tree)


def sample_of(kind, value, chance):
    if kind is code.LITERAL:
        return chr(value)
    if kind is code.IN:
        return member(value, chance)
    if kind in REPEATS:
        return "".join(sample(value[2], chance) for _ in range(max(value[0], chance.random() < 0.8)))
    if kind in (code.ANY, code.NOT_LITERAL):
        return chance.choice(ANYTHING)
    if kind in (code.BRANCH, code.SUBPATTERN, code.ATOMIC_GROUP):
        return sample(chance.choice(list(parts_of(kind, value))), chance)
    return ""


def member(values, chance):
    if values[0][0] is code.NEGATE:
        others = [one for one in ANYTHING if not any(holds(value, one) for value in values[1:])]
        return chance.choice(others or ["\x01"])
    kind, value = chance.choice(values)
    if kind is code.CATEGORY:
        return CLASSES[str(value).removeprefix("CATEGORY_")]
    return chr(value if kind is code.LITERAL else chance.choice(value))


def holds(value, character):
    kind, meant = value
    if kind is code.LITERAL:
        return ord(character) == meant
    if kind is code.RANGE:
        return meant[0] <= ord(character) <= meant[1]
    return CLASSES[str(meant).removeprefix("CATEGORY_")] == character
