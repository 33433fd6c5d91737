"""A small archive in which things happen: texts come, go, are edited and moved; tables, choices and templates change."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import yaml

from newsarchive import pipeline
from newsarchive.config import load
from newsarchive.model import Report

_YEARS_AGO = 1_500_000_000  # seconds: what was written then is surely older than the last build

_HEADLINES = (
    "Ferry strike enters its second week",
    "Council votes for the new bridge",
    "Bakery on Mill Lane closes after ninety years",
    "Fog keeps the fleet in harbour",
    "School choir sings on the quay",
    "Étoile theatre opens again",
    "1,000 lamps for the lower town",
    "Mayor Halden Roe will not stand again",
)
_OUTLETS = ("harbour", "lamp", "")
_BYLINES = (
    *(
        "By Maren Oduya",
        "By Tobias Fell and Ada Rook",
        "By Ada Rook",
        "By MAREN ODUYA",
        "By Máren Oduya",
        "By Marén Oduya",
    ),
    "",
)
_DATES = (
    "29 March 2023",
    "March 30, 2023",
    "2 April 2023",
    "2023-04-02",
    "April 2023",
    "Published 12 May 2019",
    "",
    "yesterday",
)
_NOTICES = (
    "Sign up for our morning letter and never miss a tide",
    "Follow the Harbour Lamp on all channels",
    "© 2023 The Harbour Lamp",
    "Support independent news: give what you can today.",
    "Read more: Ten walks along the coast",
    "Share this story",
)
_SUBJECTS = (
    "The ferrymen",
    "Councillors",
    "Mayor Halden Roe",
    "Two bakers from Mill Lane",
    "The harbour master",
    "Pupils",
)
_DEEDS = ("refused an offer of the shipping line", "met in the old customs house", "asked for another month of talks")
_REASONS = (
    "because the winter had been long",
    "after the storm of the third of March",
    "although nobody had expected it",
)
_ENDS = ("and the quay was full of people.", "said a spokesman on Tuesday evening.", "as the Lamp reported first.")


class Changing:
    """An archive in a folder, and what has happened to it so far."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.articles = root / "articles"
        self.articles.mkdir(parents=True)
        self.chance = random.Random(seed)
        self.log: list[str] = []
        self._writes = 0
        self.choices: dict[str, object] = {"title": "The Harbour", "listing_size": 3}
        self.write_choices()
        for _ in range(self.chance.randint(3, 14)):
            add(self)

    def texts(self) -> list[Path]:
        return sorted(path for path in self.articles.rglob("*") if path.suffix in (".txt", ".md"))

    def some_text(self) -> Path | None:
        texts = self.texts()
        return self.chance.choice(texts) if texts else None

    def write(self, path: Path, text: str) -> None:
        """Writes a file as if it were years ago, so that its stamp is trusted, or now, so that it is not."""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        self._writes += 1
        if self.chance.random() < 0.8:
            os.utime(path, (_YEARS_AGO + self._writes, _YEARS_AGO + self._writes))

    def write_choices(self) -> None:
        (self.root / "config.yaml").write_text(yaml.safe_dump(self.choices), encoding="utf-8")

    def happen(self) -> None:
        """One thing happens."""
        event = self.chance.choices(list(_EVENTS), weights=list(_EVENTS.values()))[0]
        self.log.append(event.__name__)
        event(self)

    def build(self, workers: int = 1, *, distrust: bool = False, index_later: bool = False) -> Report:
        config = load(self.root / "config.yaml")
        return pipeline.build(
            config, workers=workers, distrust=distrust, progress=lambda items, *_: iter(items), index_later=index_later
        )

    def clean(self, root: Path) -> "tuple[dict[str, bytes], Report]":
        """What a build from nothing but the texts, the choices and the addresses makes."""
        shutil.copytree(self.root, root, ignore=shutil.ignore_patterns("output", ".newsarchive.db*"))
        config = load(root / "config.yaml")
        report = pipeline.build(config, workers=1, distrust=False, progress=lambda items, *_: iter(items))
        return files(root), report


def files(root: Path) -> dict[str, bytes]:
    """All that a build wrote, by its path; not what it keeps for itself alone."""
    made = {path.relative_to(root).as_posix(): path for path in (root / "output").rglob("*") if path.is_file()}
    made["addresses.csv"] = root / "addresses.csv"
    return {path: file.read_bytes() for path, file in made.items() if not path.endswith("/.newsarchive/lock")}


def add(archive: Changing) -> None:
    chance = archive.chance
    folder = chance.choice(_OUTLETS)
    ending = ".md" if chance.random() < 0.08 else ".txt"
    path = archive.articles / folder / f"{chance.randrange(10_000):04}{ending}"
    archive.write(path, _text(chance))


def edit(archive: Changing) -> None:
    if path := archive.some_text():
        archive.write(path, _text(archive.chance))


def edit_line(archive: Changing) -> None:
    """One line of a text goes, comes twice, or is another one."""
    chance = archive.chance
    if path := archive.some_text():
        lines = path.read_text(encoding="utf-8").split("\n")
        here = chance.randrange(len(lines))
        lines[here : here + 1] = chance.choice([[], [lines[here]] * 2, [chance.choice(_NOTICES)], [_paragraph(chance)]])
        archive.write(path, "\n".join(lines))


def edit_unseen(archive: Changing) -> None:
    """Other words of the same length, and the file looks as it did: written within the same moment as the last scan."""
    if path := archive.some_text():
        text = path.read_text(encoding="utf-8").replace("the quay", "THE QUAY") + " "
        archive.write(path, text)
        now = path.stat().st_mtime_ns
        path.write_text(text.replace("THE QUAY", "the pier"), encoding="utf-8")
        if archive.chance.random() < 0.5:
            os.utime(path, ns=(now, now + 1))


def remove(archive: Changing) -> None:
    if path := archive.some_text():
        path.unlink()


def rename(archive: Changing) -> None:
    if path := archive.some_text():
        path.replace(path.with_name(f"moved-{archive.chance.randrange(1000)}{path.suffix}"))


def copy(archive: Changing) -> None:
    if path := archive.some_text():
        archive.write(archive.articles / f"copy-{archive.chance.randrange(1000)}.txt", path.read_text(encoding="utf-8"))


def touch(archive: Changing) -> None:
    if path := archive.some_text():
        path.touch()


def notice_on_all(archive: Changing) -> None:
    """A line comes to the end of every text of an outlet, or goes from there: a habit is born, or dies."""
    chance = archive.chance
    folder, notice = archive.articles / chance.choice(_OUTLETS), chance.choice(_NOTICES)
    for path in sorted(folder.glob("*.txt")) if folder.is_dir() else ():
        text = path.read_text(encoding="utf-8")
        archive.write(path, text.replace(f"\n{notice}", "") if notice in text else f"{text}\n{notice}")


def sidecar(archive: Changing) -> None:
    chance = archive.chance
    if path := archive.some_text():
        beside = path.with_suffix(".yaml")
        if beside.exists():
            beside.unlink()
        else:
            fields = (
                "published: 2023-04-02",
                "outlet: The Harbour Lamp",
                "authors: [Ada Rook]",
                "draft: true",
                "odd: x",
            )
            archive.write(beside, chance.choice(fields) + "\n")


def table(archive: Changing) -> None:
    chance = archive.chance
    file = archive.articles / "articles.csv"
    if file.exists() and chance.random() < 0.3:
        file.unlink()
        return
    rows = [
        f"{path.relative_to(archive.articles).as_posix()},{chance.choice(('The Lamp', 'Harbour Post', ''))},2023-03-{chance.randint(1, 28):02}"
        for path in archive.texts()
        if chance.random() < 0.3
    ]
    archive.write(file, "\n".join(["path,outlet,published", *rows]) + "\n")


def choose(archive: Changing) -> None:
    chance = archive.chance
    key, values = chance.choice(
        [
            ("title", ["The Harbour", "The Harbour and its ferries"]),
            ("listing_size", [2, 3, 50]),
            ("language", ["en", "de"]),
            ("outlets", [[], [{"name": "The Harbour Lamp", "aliases": ["The Lamp"], "files": ["lamp"]}]]),
            ("leave_out", [[], ["Share this story"]]),
            ("authors", [{}, {"Maren Oduya": ["Tobias Fell"]}, {"M. Oduya": ["Maren Oduya"]}]),
            ("authors_apart", [[], ["Ada Rook"]]),
            ("publish", [{}, {"text": "excerpt", "words": 12}, {"text": "full"}, {"data_files": False}]),
            ("collected", ["2023-05-01", "2024-01-01"]),
            ("url", ["https://harbour.example/archive/"]),
            ("search", [True, False]),
        ]
    )
    archive.choices[key] = chance.choice(values)
    archive.write_choices()


def change_template(archive: Changing) -> None:
    """A file of the user's own comes, changes or goes: what all pages have, what some have, what one is."""
    folder, chance = archive.root / "templates", archive.chance
    name, content = chance.choice(
        [
            ("assets/style.css", f"p {{ margin: {chance.randint(1, 9)}px }}\n"),
            ("404.html", '{% extends "base.html" %}{% block main %}<h1>Gone</h1>{% endblock %}\n'),
            ("base.html", '{% extends "default/base.html" %}{% block head %}<!-- {{ super() }} -->{% endblock %}\n'),
            ("listing.html", f'{{% extends "default/listing.html" %}}<!-- {chance.randint(1, 2)} -->\n'),
            ("partials/near.html", f"<p>Near {chance.randint(1, 2)}</p>\n"),
            ("partials/foot.html", "{% set name = 'trail' %}{% include 'partials/' ~ name ~ '.html' %}\n"),
            ("partials/trail.html", f"<p>Trail {chance.randint(1, 2)}</p>\n"),
        ]
    )
    own = folder / name
    if own.exists() and chance.random() < 0.5:
        own.unlink()
    else:
        archive.write(own, content)


_SHELLS = [
    '{% extends "default/base.html" %}{% block masthead %}NUMBER{{ super() }}{% endblock %}',
    "<body>NUMBER{% block main %}{% endblock %}{% block head %}{% endblock %}{{ page.title }}</body>",
    "<body>{% if page.section == 'years' %}{% block main %}{% endblock %}{% endif %}NUMBER</body>",
    "<body>{% if page.before %}{% block main %}{% endblock %}{% endif %}{% block head %}{% endblock %}</body>",
    "{% set page = page %}<body>{% block main %}{% endblock %}NUMBER</body>",
    "<body>{{ view is defined }}{% block main %}{% endblock %}NUMBER</body>",
    "<body>{% for letter in 'ab' %}{% block main %}{% endblock %}{% endfor %}NUMBER</body>",
    "<body>{% filter upper %}{% block main %}{% endblock %}{% endfilter %}NUMBER</body>",
    "<body>{% block main %}{% endblock %}{{ self.main() }}NUMBER</body>",
    "<body>{% block main scoped %}{% endblock %}{% include 'partials/trail.html' %}NUMBER</body>",
]


def change_shell(archive: Changing) -> None:
    """What all pages have around what their own templates make of them comes, changes or goes."""
    folder, chance = archive.root / "templates", archive.chance
    own = folder / chance.choice(["base.html", "partials/foot.html", "partials/masthead.html"])
    if own.exists() and chance.random() < 0.2:
        own.unlink()
    elif own.name == "base.html":
        archive.write(own, chance.choice(_SHELLS).replace("NUMBER", str(chance.randint(1, 3))))
    else:
        archive.write(own, f"<p>{{{{ page.title }}}} {chance.randint(1, 9)}</p>\n")


def write_about(archive: Changing) -> None:
    archive.write(archive.root / "pages" / "about.md", f"# About\n\nNumber {archive.chance.randint(1, 3)}.\n")


def lose_page(archive: Changing) -> None:
    pages = sorted((archive.root / "output").rglob("*.html"))
    if pages:
        page = archive.chance.choice(pages)
        if archive.chance.random() < 0.5:
            page.unlink()
        else:
            page.write_bytes(b"cut off")


def lose_store(archive: Changing) -> None:
    file = archive.root / ".newsarchive.db"
    if file.exists():
        if archive.chance.random() < 0.5:
            file.unlink()
        else:
            file.write_bytes(file.read_bytes()[: archive.chance.randrange(file.stat().st_size)])


def lose_output(archive: Changing) -> None:
    shutil.rmtree(archive.root / "output", ignore_errors=True)


_EVENTS: dict[Callable[[Changing], None], int] = {
    add: 6,
    edit: 6,
    edit_line: 8,
    edit_unseen: 2,
    remove: 4,
    rename: 3,
    copy: 3,
    touch: 2,
    notice_on_all: 4,
    sidecar: 4,
    table: 2,
    choose: 2,
    change_template: 3,
    change_shell: 4,
    write_about: 1,
    lose_page: 2,
    lose_store: 1,
    lose_output: 1,
}


def _text(chance: random.Random) -> str:
    lines = [chance.choice(_NOTICES)] if chance.random() < 0.4 else []
    lines += [chance.choice(_HEADLINES), chance.choice(_BYLINES), chance.choice(_DATES), ""]
    for _ in range(chance.randint(1, 5)):
        lines += [_paragraph(chance), ""]
    lines += chance.sample(_NOTICES, chance.randint(0, 3))
    return "\n".join(lines)


def _paragraph(chance: random.Random) -> str:
    sentences = (
        f"{chance.choice(_SUBJECTS)} {chance.choice(_DEEDS)} {chance.choice(_REASONS)}, {chance.choice(_ENDS)}"
        for _ in range(chance.randint(1, 3))
    )
    return " ".join(sentences)
