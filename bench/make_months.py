"""Writes newsarchive/text/dates/names.tsv: the names of months and weekdays in many languages, from the CLDR.

    pip install babel && python bench/make_months.py

A row is a language, "month" or "weekday", its number (Monday is 1) and the forms of its name, parted by ",". What the
CLDR lacks (spellings of newsrooms, case forms) stands in names_more.tsv, written by hand.
"""

import unicodedata
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from babel.dates import get_day_names, get_month_names

LANGUAGES = """
en de fr es pt it nl sv nb nn da is fi et lv lt pl cs sk sl hr bs sr sr_Latn mk bg ru uk be el tr az ro hu sq ca gl eu
ga cy mt ar fa he ur hi bn gu mr pa ta te kn ml ne si ka hy kk uz id ms fil th my km lo sw zu xh af am
"""
TARGET = Path(__file__).parents[1] / "newsarchive" / "text" / "dates" / "names.tsv"


def tidy(name: str) -> str:
    """The name without what stands around it: "de gener" -> "gener", "Jan." -> "jan"."""
    name = unicodedata.normalize("NFC", name).lower().strip(" .")
    for article in ("de ", "d’", "d'"):
        name = name.removeprefix(article)
    return name


def is_name(name: str) -> bool:
    """False for what is too short to be known again, or no name: "mo" is one (Montag), "m" and "5" are none."""
    least = 2 if name.isascii() else 1
    return len(name) >= least and not any(char.isdigit() for char in name) and "," not in name


def rows(language: str) -> str:
    months, weekdays = (
        [read(width, form, language) for width in ("wide", "abbreviated") for form in ("format", "stand-alone")]
        for read in (get_month_names, get_day_names)
    )
    named = [("month", number, [table[number] for table in months]) for number in range(1, 13)]
    named += [("weekday", number + 1, [table[number] for table in weekdays]) for number in range(7)]
    return "".join(f"{language}\t{kind}\t{number}\t{forms(names)}\n" for kind, number, names in named)


def forms(names: list[str]) -> str:
    return ",".join(name for name in dict.fromkeys(map(tidy, names)) if is_name(name))


def main() -> None:
    header = "# Made by bench/make_months.py from the CLDR (Unicode License v3). Do not edit: add to names_more.tsv.\n"
    # A process for each language: Babel's cached tables leak names from one language into the next.
    with ProcessPoolExecutor(max_workers=1, max_tasks_per_child=1) as fresh:
        TARGET.write_text(header + "".join(fresh.map(rows, LANGUAGES.split())), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
