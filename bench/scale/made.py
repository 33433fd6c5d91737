"""Made-up archives, folders to build them in, and the changes that a day brings."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

KEPT = {"articles", "config.yaml", "templates"}
"""What of a folder is not built."""


def made(make_corpus, scratch, count, *, peers):
    """The folder of a made-up archive (with the same articles cleaned for peers); made where it is not there yet."""
    folder = scratch / "made" / str(count)
    if not _is_whole(folder, count, peers=peers):
        more = ["--peers"] if peers else []
        subprocess.run([sys.executable, str(make_corpus), str(count), str(folder), *more], check=True)
    return folder


def _is_whole(folder, count, *, peers):
    gold = folder / "gold.jsonl"
    if not gold.is_file() or sum(1 for _ in gold.open("rb")) != count:
        return False
    contents = [folder / "peers" / name / "content" for name in ("hugo", "eleventy", "pelican")]
    return not peers or all(sum(len(files) for *_, files in os.walk(one)) == count for one in contents)


def gold_of(folder):
    """What was written, text by text: path, headline and so on."""
    with (folder / "gold.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def lay_out(folder, texts, gold):
    """A fresh archive in `folder` of some of the texts, which stay as they are: a link costs no disk."""
    shutil.rmtree(folder, ignore_errors=True)
    for one in gold:
        put(folder, texts, one)
    (folder / "config.yaml").write_text("title: A made-up archive\n", encoding="utf-8")


def put(folder, texts, one):
    """One more text in an archive."""
    target = folder / "articles" / one["path"]
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(texts / one["path"], target)
    except OSError:  # another disk
        shutil.copyfile(texts / one["path"], target)


def take_away(folder, one):
    """A text goes from an archive."""
    (folder / "articles" / one["path"]).unlink()


def edit_body(folder, one):
    """A sentence is put before the last paragraph of a text."""
    last = one["body"][-1]
    _rewrite(folder / "articles" / one["path"], last, f"A sentence was added later. {last}")


def edit_headline(folder, one, more="again"):
    """The headline of a text gets another word."""
    _rewrite(folder / "articles" / one["path"], one["headline"], f"{one['headline']} {more}")


def edit_template(folder, build, number):
    """The frame of all pages is changed; the archive gets a copy of it first."""
    frame = folder / "templates" / "base.html"
    if not frame.is_file():
        command = [sys.executable, str(build), "template", "base.html", "--config", str(folder / "config.yaml")]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    _rewrite(frame, "</body>", f"<!-- {number} --></body>")


def forget(folder, *, addresses):
    """Takes away all that was built, the store too; the addresses stay where that is asked."""
    for path in folder.iterdir():
        if path.name in KEPT or (addresses and path.name == "addresses.csv"):
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def beside(folder):
    """{name: bytes} of what a build keeps beside the site: addresses and store."""
    kept = (path for path in sorted(folder.iterdir()) if path.name not in KEPT | {"site"})
    return {path.name: sum(file.stat().st_size for file in (path, *path.rglob("*")) if file.is_file()) for path in kept}


def _rewrite(path, before, after):
    """Replaces one piece of a file, under its name alone: the text that it may be a link to stays as it is."""
    text = path.read_text(encoding="utf-8")
    if before not in text:
        raise ValueError(f"{path}: does not hold {before!r}")
    fresh = Path(f"{path}.new")
    fresh.write_text(text.replace(before, after, 1), encoding="utf-8")
    fresh.replace(path)
