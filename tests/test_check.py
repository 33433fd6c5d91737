"""`check`: faults planted one by one, each found by its own check with its page and what to do, and nothing else."""

import csv
import io
import json
import os
import re
import shutil
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest

from newsarchive import pipeline
from newsarchive.check import CHECKS, Site
from newsarchive.check.look import LARGEST_PAGE
from newsarchive.check.site_map import MOST_ADDRESSES, MOST_BYTES, site_map
from newsarchive.config import load
from newsarchive.model import Article, Checked, Finding, Unchecked
from newsarchive.pipeline.checking import check_site, find_site
from newsarchive.store import press, unpress
from newsarchive.store.packing import pack
from tests.command import ROOT, newsarchive, write

URL = "https://vennmouth.example/papers/"


class Planted:
    """A site in which a fault is planted as a template would make it: the manifest knows the file as it is now."""

    def __init__(self, archive: Path) -> None:
        self.archive = archive
        self.output = archive / "output"
        self.manifest = self.output / ".newsarchive" / "manifest.csv"

    def path(self, pattern):
        return min(path.relative_to(self.output).as_posix() for path in self.output.glob(pattern))

    def read(self, path):
        return (self.output / path).read_bytes()

    def write(self, path, content, *, seal=True):
        file = self.output / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)  # it may be one with that of another site
        file.write_bytes(content)
        if seal:
            self.seal(path, f"{len(content)},{sha256(content).hexdigest()}")

    def seal(self, path, held):
        rows = [row for row in self.manifest.read_text().splitlines() if not row.startswith(f"{path},")]
        self.manifest.unlink()
        self.manifest.write_text("\n".join([*rows, *([f"{path},{held}"] if held else [])]) + "\n")

    def change(self, path, old, new, *, seal=True):
        content = self.read(path)
        assert old.encode() in content, (path, old)
        self.write(path, content.replace(old.encode(), new.encode(), 1), seal=seal)

    def add(self, path, html):
        """Put something at the end of the main part of a page."""
        self.change(path, "</main>", f"{html}</main>")

    def remove(self, path):
        (self.output / path).unlink()
        self.seal(path, None)

    def found(self, workers=1):
        place = find_site(self.archive, None, None)
        return list(check_site(place, workers=workers, progress=lambda items, *_: iter(items)))


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The sample archive, built with all that a site can have: a map, and the index of search."""
    archive = tmp_path_factory.mktemp("check") / "archive"
    archive.mkdir()
    for name in ("articles", "pages"):
        shutil.copytree(ROOT / name, archive / name)
    shutil.copy(ROOT / "addresses.csv", archive)
    (archive / "config.yaml").write_text((ROOT / "config.yaml").read_text("utf-8") + f"\nurl: {URL}\n", "utf-8")
    config = load(archive / "config.yaml")
    pipeline.build(config, workers=1, distrust=False, progress=lambda items, *_: iter(items))
    return archive


@pytest.fixture
def site(built, tmp_path):
    """A site of its own to plant a fault in."""
    archive = tmp_path / "archive"
    shutil.copytree(built, archive, copy_function=os.link)
    store = archive / ".newsarchive.db"
    store.unlink()
    shutil.copy(built / store.name, store)
    return Planted(archive)


ARTICLE = "articles/tollicks-yard-to-close-with-the-loss-of-412-jobs-jry4bnfb.html"  # dated and signed as stated
INFERRED = "articles/rautlands-halmsee-to-close-vennmouth-shipyard-cut-412-jobs-imoi5otz.html"  # dated by inference
ABOUT = "about.html"
TABLE = "data/articles.csv"
RECORDS = "data/records/0001.jsonl"
POLICY = "script-src 'self'; style-src 'self'"


def _row(site, url, column, value):
    rows = list(csv.reader(io.StringIO(site.read(TABLE).decode("utf-8-sig"), newline="")))
    row = next(row for row in rows if row[1] == url)
    if column is None:
        rows.remove(row)
    else:
        row[rows[0].index(column)] = value
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    site.write(TABLE, b"\xef\xbb\xbf" + text.getvalue().encode())


def _leaf(site):
    return site.path("search/t/*/*.js")


def _unspan(site):
    """Drop a piece from the article that the store has of a text."""
    with sqlite3.connect(site.archive / ".newsarchive.db") as database:
        query = "SELECT id, article FROM articles JOIN texts USING (id) WHERE path LIKE '%000_6d1f83a0c95be274.txt'"
        (number, pressed) = database.execute(query).fetchone()
        article = unpress(Article, pressed)
        changed = press(pack(article._replace(spans=article.spans[:3] + article.spans[4:])))
        database.execute("UPDATE articles SET article = ? WHERE id = ?", (changed, number))
    database.close()


def _edit_text(site):
    text = site.archive / "articles" / "vennmouthpacket.example" / "000_6d1f83a0c95be274.txt"
    content = text.read_bytes()
    text.unlink()
    text.write_bytes(content + b"More.\n")


def _twice(site):
    row = f"<url>\n<loc>{URL}{ARTICLE}</loc>\n</url>\n"
    site.change("sitemap.xml", row, row + row)


# What is planted, by name: how, and what is found: check, page, words of the cause, words of the remedy.
FAULTS = {
    "a link to a page that is not there": (
        lambda s: s.change(ARTICLE, 'href="../about.html"', 'href="../abuot.html"'),
        [("dead_link", ARTICLE, "'../abuot.html' names no file", "build again")],
    ),
    "a link in a stylesheet": (
        lambda s: s.change("assets/style.css", "}", "}\np { background: url(none.png) }"),
        [("dead_link", "assets/style.css", "'none.png' names no file", "build again")],
    ),
    "a link that is a script": (
        lambda s: s.add(ABOUT, "<a href='javascript:go()'>x</a>"),
        [("dead_link", ABOUT, "neither within the site nor on the web", "build again")],
    ),
    "a canonical address of the site that is none": (
        lambda s: s.change(ABOUT, f"{URL}about.html", f"{URL}abuot.html"),
        [("dead_link", ABOUT, "abuot.html' names no file", "build again")],
    ),
    "a link to an id of the same page": (
        lambda s: s.change(ARTICLE, 'href="#clean"', 'href="#cleam"'),
        [("missing_id", ARTICLE, f"'#cleam' names no id of {ARTICLE}", "template")],
    ),
    "a link to an id of another page": (
        lambda s: s.add(ABOUT, "<a href='years/index.html#nowhere'>x</a>"),
        [("missing_id", ABOUT, "'#nowhere' names no id of years/index.html", "template")],
    ),
    "a link to a folder": (
        lambda s: s.add(ARTICLE, "<a href='../years/'>x</a>"),
        [("folder_link", ARTICLE, "'../years/' names a folder", "template")],
    ),
    "an absolute link": (
        lambda s: s.add(ARTICLE, "<a href='/years/index.html'>x</a>"),
        [("absolute_link", ARTICLE, "is no relative path", "template")],
    ),
    "a script from elsewhere": (
        lambda s: s.add(ABOUT, "<script src='https://cdn.example/x.js'></script>"),
        [("outside_request", ABOUT, "'https://cdn.example/x.js' is loaded from outside", "templates/assets")],
    ),
    "a picture from elsewhere": (
        lambda s: s.add(ABOUT, "<img alt='' src=//cdn.example/x.png>"),
        [("outside_request", ABOUT, "'//cdn.example/x.png' is loaded from outside", "templates/assets")],
    ),
    "a font from elsewhere": (
        lambda s: s.change("assets/style.css", "}", "}\n@import 'https://cdn.example/font.css';"),
        [("outside_request", "assets/style.css", "font.css' is loaded from outside", "templates/assets")],
    ),
    "a frame from elsewhere": (
        lambda s: s.add(ABOUT, "<iframe title=x src='https://video.example/'></iframe>"),
        [("outside_request", ABOUT, "'https://video.example/' is loaded from outside", "templates/assets")],
    ),
    "a form that sends elsewhere": (
        lambda s: s.add(ABOUT, "<form action='https://list.example/'><button>Go</button></form>"),
        [("outside_request", ABOUT, "'https://list.example/' is loaded from outside", "templates/assets")],
    ),
    "a script in the page": (
        lambda s: s.add(ABOUT, "<script>go()</script>"),
        [("inline_code", ABOUT, "a script stands in the page", "templates/assets")],
    ),
    "a handler": (
        lambda s: s.add(ABOUT, "<p onclick='go()'>x</p>"),
        [("inline_code", ABOUT, "onclick on <p>", "templates/assets")],
    ),
    "a style": (
        lambda s: s.add(ABOUT, "<p style='color: red'>x</p>"),
        [("inline_code", ABOUT, "style on <p>", "templates/assets")],
    ),
    "a stylesheet in the page": (
        lambda s: s.change(ABOUT, "</head>", "<style>p { color: red }</style></head>"),
        [("inline_code", ABOUT, "a <style> stands in the page", "templates/assets")],
    ),
    "a page without a policy": (
        lambda s: s.change(ABOUT, "Content-Security-Policy", "X-Nothing"),
        [("policy", ABOUT, "it has no policy", "page.policy")],
    ),
    "a policy that lets scripts in": (
        lambda s: s.change(ABOUT, POLICY, f"script-src 'self' 'unsafe-inline' https:; {POLICY[19:]}"),
        [("policy", ABOUT, "lets script-src be 'unsafe-inline' https:", "page.policy")],
    ),
    "a policy that lets a page fetch": (
        lambda s: s.change(ABOUT, POLICY, f"{POLICY}; connect-src 'self'"),
        [("policy", ABOUT, "connect-src, which the search page alone needs", "page.policy")],
    ),
    "a policy without a default": (
        lambda s: s.change(ABOUT, "default-src 'none'; ", ""),
        [("policy", ABOUT, "does not say default-src 'none'", "page.policy")],
    ),
    "a policy that comes too late": (
        lambda s: s.change(ABOUT, '<meta charset="utf-8">', '<link rel="stylesheet" href="assets/style.css">'),
        [("policy", ABOUT, "stands after something that is loaded", "page.policy")],
    ),
    "a page that nothing leads to": (
        lambda s: s.write("years/2050.html", s.read("years/undated.html")),
        [("orphan", "years/2050.html", "no way by links leads", "link to it")],
    ),
    "an element that is not closed": (
        lambda s: s.add(ABOUT, "<section><p>x"),
        [("unclosed", ABOUT, "<section> is not closed before </main>", "template")],
    ),
    "an end tag too many": (
        lambda s: s.add(ABOUT, "</section>"),
        [("unclosed", ABOUT, "</section> closes nothing", "template")],
    ),
    "a page that ends in the middle": (
        lambda s: s.write(INFERRED, s.read(INFERRED).partition(b"</main>")[0] + b"<p cla"),
        [("unclosed", INFERRED, "ends in the middle", "Build again")],
    ),
    "an id that stands twice": (
        lambda s: s.add(ABOUT, "<p id=main>x</p>"),
        [("id_twice", ABOUT, "the id 'main' stands in line", "template")],
    ),
    "a list that is too heavy": (
        lambda s: s.add(ABOUT, "<p>x</p>\n" * 20_000),
        [("heavy", ABOUT, "bytes of HTML, over 150,000", "listing_size")],
    ),
    "a path that is too long": (
        lambda s: s.write(f"assets/{'x' * 100}.png", b""),
        [("long_path", f"assets/{'x' * 100}.png", "111 characters, over 100", "shorter")],
    ),
    "two paths that are one on some disks": (
        lambda s: s.write("assets/Style.css", b""),
        [("clashing_path", "assets/style.css", "some disks take it for assets/Style.css", "Rename")],
    ),
    "JSON-LD that is no JSON": (
        lambda s: s.change(ARTICLE, '{"@context"', '{"@context"" '),
        [("json_ld", ARTICLE, "its JSON-LD cannot be read", "machine.html")],
    ),
    "JSON-LD that says what nothing vouches for": (
        lambda s: s.change(ARTICLE, '"@type":"NewsArticle"', '"@type":"NewsArticle","award":"Best"'),
        [("json_ld", ARTICLE, "says award", "machine.html")],
    ),
    "JSON-LD that says an inferred date": (
        lambda s: s.change(INFERRED, '"@type":"NewsArticle"', '"@type":"NewsArticle","datePublished":"2023-02-07"'),
        [("facts", INFERRED, "its JSON-LD (datePublished) says '2023-02-07', which is inferred", "machine.html")],
    ),
    "JSON-LD that says another name": (
        lambda s: s.change(ARTICLE, '"name":"Nell Tarrow"', '"name":"Nell Farrow"'),
        [("facts", ARTICLE, "says 'Nell Farrow', and the record has 'Nell Tarrow'", "machine.html")],
    ),
    "a tag that says another day": (
        lambda s: s.change(ARTICLE, 'content="2023-02-07"', 'content="2023-02-08"'),
        [("facts", ARTICLE, "says '2023-02-08', and the record has '2023-02-07'", "machine.html")],
    ),
    "a time element of another day": (
        lambda s: s.change(ARTICLE, 'datetime="2023-02-07"', 'datetime="2023-02-08"'),
        [("facts", ARTICLE, "its <time> says '2023-02-08', and the record has '2023-02-07'", "head.html")],
    ),
    "a time element of an inferred date": (
        lambda s: s.change(INFERRED, "<h1", '<time datetime="2023-02-07">7 February</time><h1'),
        [("facts", INFERRED, "its <time> says '2023-02-07', which is inferred", "head.html")],
    ),
    "JSON-LD that says the address of another page": (
        lambda s: s.change(ARTICLE, f'"url":"{URL}{ARTICLE}"', f'"url":"{URL}index.html"'),
        [("facts", ARTICLE, f"its JSON-LD (url) says '{URL}index.html'", "machine.html")],
    ),
    "a feed that is no XML": (
        lambda s: s.change("feed.xml", "</feed>", ""),
        [("feed", "feed.xml", "it is no XML", "--full")],
    ),
    "a feed that would grow without end": (
        lambda s: s.change("feed.xml", "<feed ", '<!DOCTYPE feed [<!ENTITY a "b">]><feed '),
        [("feed", "feed.xml", "declares a document type", "--full")],
    ),
    "an entry without an id": (
        lambda s: s.change("feed.xml", '<entry xml:lang="">\n<id>', '<entry xml:lang="">\n<id>x</id><id>'),
        [
            ("feed", "feed.xml", "has 2 <id> instead of one", "--full"),
            ("feed", "feed.xml", "'x', which is no", "--full"),
        ],
    ),
    "an entry without a day": (
        lambda s: s.change("feed.xml", "<published>2024-04-07T12:00:00Z", "<published>7 April 2024"),
        [("feed", "feed.xml", "has '7 April 2024' as published", "--full")],
    ),
    "an entry that leads nowhere": (
        lambda s: s.change("feed.xml", f"{URL}articles/", f"{URL}article/"),
        [("feed", "feed.xml", "names no file", "--full")],
    ),
    "an entry that is dated by inference": (
        lambda s: s.change("feed.xml", "<published>2024-04-07T", "<published>2024-04-06T"),
        [("feed", "feed.xml", "is dated 2024-04-06, which data/articles.csv does not have as stated", "--full")],
    ),
    "an entry that is signed by another": (
        lambda s: s.change("feed.xml", "<name>Tamsin Oake</name>", "<name>Tamsin Ash</name>"),
        [("feed", "feed.xml", "is signed 'Tamsin Ash', which", "--full")],
    ),
    "an address of the map that is not there": (
        lambda s: s.change("sitemap.xml", f"{URL}about.html", f"{URL}abuot.html"),
        [("site_map", "sitemap.xml", "abuot.html' names no file", "--full")],
    ),
    "an address of the map that is another site's": (
        lambda s: s.change("sitemap.xml", f"{URL}about.html", "https://other.example/about.html"),
        [("site_map", "sitemap.xml", "is no address of this site", "url in config.yaml")],
    ),
    "an address that the map has twice": (
        _twice,
        [("site_map", "sitemap.xml", "stands in it twice", "--full")],
    ),
    "a map that robots do not find": (
        lambda s: s.change("robots.txt", "sitemap.xml", "map.xml"),
        [("site_map", "robots.txt", "map.xml', which is not there", "url in config.yaml")],
    ),
    "a record of a page that is not there": (
        lambda s: s.change(RECORDS, f'"url": "{ARTICLE}"', '"url": "articles/none-jry4bnfb.html"'),
        [
            ("records", RECORDS, "'articles/none-jry4bnfb.html', which is not there", "--full"),
            ("records", TABLE, "has no record", "--full"),
        ],
    ),
    "a record that is no JSON": (
        lambda s: s.change(RECORDS, '{"id": "jry4bnfb"', '{"id": jry4bnfb'),
        [("records", RECORDS, "this record is no JSON", "--full"), ("records", TABLE, "has no record", "--full")],
    ),
    "a row that says something else": (
        lambda s: _row(s, ARTICLE, "headline", "Tollick's yard to stay open"),
        [("table", TABLE, f"in headline this row says something else than the record of {ARTICLE!r}", "--full")],
    ),
    "a row that is not there": (
        lambda s: _row(s, ARTICLE, None, None),
        [("table", TABLE, f"no row is of the page {ARTICLE!r}", "--full")],
    ),
    "a file of the index that is not there": (
        lambda s: s.remove(_leaf(s)),
        [("search_index", "search/root.js", "which is not there", "--full")],
    ),
    "a file of the index that calls another name": (
        lambda s: s.change(_leaf(s), 'archiveIndex("t/', 'archiveIndex("s/'),
        [("search_index", "search/t/", "it calls the name 's/", "--full")],
    ),
    "a file of the index that is cut short": (
        lambda s: s.write(_leaf(s), s.read(_leaf(s))[:-40] + b'")\n'),
        [("search_index", "search/t/", "it is no file of the index", "--full")],
    ),
    "a file that is not there": (
        lambda s: (s.output / "robots.txt").unlink(),
        [("missing", "robots.txt", "it is not there", "--full")],
    ),
    "a page that somebody changed": (
        lambda s: s.change(ARTICLE, "412 jobs", "214 jobs", seal=False),
        [("changed", ARTICLE, "it was changed since the build wrote it", "template")],
    ),
    "a page that was cut short": (
        lambda s: s.write("data/README.txt", s.read("data/README.txt")[:100], seal=False),
        [("changed", "data/README.txt", "it is cut short: 100 of", "--full")],
    ),
    "a page that is no UTF-8": (
        lambda s: s.write("authors/none.html", s.read("authors/none.html").replace(b"<h1>", b"<h1>\xff")),
        [("unreadable", "authors/none.html", "it is no UTF-8", "--full")],
    ),
    "a text that was changed since": (
        _edit_text,
        [("ledger", ARTICLE, "was changed since the build read it", "Build again")],
    ),
    "a text that is gone": (
        lambda s: (s.archive / "articles" / "vennmouthpacket.example" / "000_6d1f83a0c95be274.txt").unlink(),
        [("ledger", ARTICLE, "is not there any more", "build again")],
    ),
    "a ledger that does not balance": (
        _unspan,
        [("ledger", ARTICLE, "a character lies in no piece", "report")],
    ),
}


def _findings(told):
    return [each for each in told if isinstance(each, Finding)]


def test_a_site_as_it_was_built_has_nothing_wrong_and_all_of_it_was_checked(site):
    told = site.found()
    assert [each for each in told if not isinstance(each, Checked)] == []
    (checked,) = told
    files = [path for path in site.output.rglob("*") if path.is_file() and ".newsarchive" not in path.parts]
    pages = [path for path in files if path.suffix == ".html"]
    assert (checked.pages, checked.files, checked.left_alone) == (len(pages), len(files) - len(pages), 0)
    assert checked.links > 20 * checked.pages


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_with_its_page_and_what_to_do_and_nothing_else(site, name):
    plant, expected = FAULTS[name]
    plant(site)

    found = _findings(site.found())

    assert len(found) == len(expected), found
    for finding, (check, page, cause, remedy) in zip(found, expected, strict=True):
        assert (finding.check, finding.page[: len(page)]) == (check, page)
        assert cause in finding.cause
        assert remedy in finding.remedy
        assert finding.line is None or 1 <= finding.line <= site.read(finding.page).count(b"\n") + 1


def test_every_check_has_a_fault_that_it_finds():
    assert {expected[0][0] for _, expected in FAULTS.values()} == set(CHECKS)


def test_the_documents_name_every_check():
    rows = re.findall(r"^\| `(\w+)` \|", (ROOT / "docs" / "check.md").read_text("utf-8"), re.MULTILINE)
    assert rows == list(CHECKS)


def test_a_line_is_that_of_the_fault(site):
    site.add(ABOUT, "\n<p>\n<a\nhref=none.html>x</a>")
    (found,) = _findings(site.found())
    assert site.read(ABOUT).decode().split("\n")[found.line - 1 : found.line + 1] == [
        "<a",
        "href=none.html>x</a></main>",
    ]


def test_a_map_may_not_have_more_addresses_and_bytes_than_a_map_may_have(tmp_path):
    numbers = {f"a/{number}.html": number for number in range(MOST_ADDRESSES + 1)}
    places = "".join(f"<url><loc>{URL}{path}</loc></url>" for path in numbers)
    frame = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'.format
    whole = Site(tmp_path, numbers, [""] * len(numbers), URL)
    assert [found.cause for found in site_map("sitemap.xml", frame(places).encode(), whole)] == [
        "it has 50,001 addresses, and a map may have 50,000"
    ]
    one = places.partition("</url>")[0] + "</url>"
    assert list(site_map("sitemap.xml", frame(one).encode(), whole)) == []
    assert [found.cause for found in site_map("sitemap.xml", frame(one + " " * MOST_BYTES).encode(), whole)] == [
        f"it has {MOST_BYTES + len(frame(one)):,} bytes, and a map may have 52,428,800"
    ]


def test_files_that_the_build_did_not_write_are_left_alone_and_counted(site):
    (site.output / "CNAME").write_text("papers.example")
    (site.output / "own.html").write_text("<a href=none.html>")
    site.add(ABOUT, "<a href='own.html#anything'>x</a>")
    told = site.found()
    assert _findings(told) == []
    assert told[-1].left_alone == 2


def test_the_manifest_is_not_written_to_and_nothing_else_is(site):
    before = {path: path.stat().st_mtime_ns for path in site.archive.rglob("*")}
    site.found()
    assert {path: path.stat().st_mtime_ns for path in site.archive.rglob("*")} == before


def test_a_site_that_was_copied_elsewhere_is_checked_as_far_as_it_goes(site, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(site.output, copy, ignore=shutil.ignore_patterns(".newsarchive"))
    (copy / "robots.txt").unlink()
    done = newsarchive("check", copy, "--json")
    report = json.loads(done.stdout)
    assert {each["check"] for each in report["not_checked"]} == {"missing", "changed", "ledger"}
    assert {each["check"] for each in report["findings"]} == {"site_map", "outside_request"}  # of no address
    shutil.copy(site.output / "robots.txt", copy)
    done = newsarchive("check", copy)
    assert done.returncode == 0, done.stdout
    assert "Not checked: ledger: the texts are not known" in done.stdout


def test_the_first_of_each_kind_are_listed_and_json_has_all(site):
    site.add(ABOUT, "<a href=none.html>x</a>\n" * 30 + "<p id=main>x</p>")

    done = newsarchive("check", site.archive)

    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert sum(line.startswith(f"{ABOUT}:") and "'none.html' names no file. Mend it" in line for line in lines) == 20
    assert "... and 10 more of the kind: dead_link" in lines
    assert sum("the id 'main' stands in line" in line and line.endswith(" [id_twice]") for line in lines) == 1
    assert lines[-1].endswith(": 31 findings.")
    done = newsarchive("check", site.archive, "--json")
    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert len(report["findings"]) == 31
    assert {check: count for check, count in report["counts"].items() if count} == {"dead_link": 30, "id_twice": 1}
    assert report["findings"][0].keys() == {"check", "page", "line", "cause", "remedy"}
    assert report["checked"]["pages"] > 100


@pytest.mark.slow
def test_several_processes_find_the_same_in_the_same_order(site, monkeypatch):
    for path in site.output.glob("articles/*.html"):
        site.change(f"articles/{path.name}", 'href="#clean"', 'href="#cleam"')
    site.add(ABOUT, "<a href='years/index.html#nowhere'>x</a>")
    alone = site.found()
    assert len(_findings(alone)) > 40
    monkeypatch.setattr("newsarchive.pipeline.crew._WORTH_A_POOL", 1)
    assert site.found(workers=2) == alone


def test_what_cannot_be_checked_ends_with_two(tmp_path, site):
    for arguments, words in (
        ([tmp_path / "nowhere"], "there is no such folder. Name an archive, a folder of texts or a site"),
        ([ROOT / "docs", "-o", tmp_path / "none"], "no site stands here: there is no index.html. Build it first"),
        ([site.archive, "--config", tmp_path / "none.yaml"], "cannot be read"),
    ):
        done = newsarchive("check", *arguments)
        assert done.returncode == 2, arguments
        assert words in done.stderr
        assert done.stderr.endswith("Nothing was checked.\n")
    (site.output / ".newsarchive" / "journal.json").write_text("{}")
    done = newsarchive("check", site.archive)
    assert (done.returncode, done.stdout) == (2, "")
    assert "a build was interrupted here, or is at work. Build again to finish it." in done.stderr


def test_a_build_checks_its_site_where_that_is_wished(tmp_path):
    texts = write(
        tmp_path / "texts", {"ferry.txt": "The ferry stops\n\nBy Ada Quill\n\n14 March 2023\n\nIt stops today."}
    )
    done = newsarchive(texts, "-o", tmp_path / "site", "--check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].endswith(": 0 findings.")
    assert "Not checked" not in done.stdout
    write(tmp_path / "archive", {"config.yaml": "", "articles/ferry.txt": "The ferry stops\n\nIt stops today."})
    write(tmp_path / "archive", {"templates/partials/foot.html": "<a href=none.html>x</a>"})
    done = newsarchive(tmp_path / "archive", "--check")
    assert done.returncode == 1
    assert "index.html:" in done.stdout


@pytest.mark.slow
def test_a_hostile_folder_ends_in_findings(site, tmp_path):
    """Whatever somebody put into the folder, in as little time as it takes to read it."""
    output = site.output
    (tmp_path / "secret.html").write_text("<p id=secret>")
    with (output / "authors" / "huge.html").open("wb") as huge:
        huge.truncate(LARGEST_PAGE + 1)
    files = {
        "years/binary.html": os.urandom(100_000),
        "years/deep.html": b"<div>" * 100_000,
        "years/open.html": b"<a href=" * 200_000,
        "years/quotes.html": b"<p x='" * 100_000 + b'"' * 100_000,
        "years/comments.html": b"<!--" * 200_000,
        "years/scripts.html": b"<script>" * 200_000,
        "years/links.html": b"<a href='\\x00#%ff'>" * 10_000 + b"<a href='http://[::'>",
        "years/json.html": b'<script type="application/ld+json">' + b"[" * 200_000 + b"</script>",
        "years/number.html": b'<script type="application/ld+json">' + b"9" * 20_000 + b"</script>",
        "feed.xml": b"<feed " + b"a='' " * 100_000,
        "sitemap-2.xml": b"<url><loc>" * 200_000,
        "data/records/0009.jsonl": b"[" * 200_000 + b'\n{"id": 1, "url": []}\n\xff\n' + b'{"a":' * 100_000,
        "data/articles.csv": b'\xef\xbb\xbfid,url\r\n"' + b"\0" * 100_000,
        "search/root.js": b'archiveIndex("root","' + b"\x7f" * 100_000 + b'")\n',
        "search/t/00/8.js": b"\0" * 100_000,
        "robots.txt": b"Sitemap: \xff\n" * 10_000,
        "assets/style.css": b"url(" * 200_000,
    }
    for path, content in files.items():
        site.write(path, content)
    for path in ("secret.html", "years/pipe.html", "years/folder.html", "authors/huge.html"):
        site.seal(path, f"1,{'0' * 64}")
    site.seal("about/method.html", f"{'9' * 5000},00")
    (output / "secret.html").symlink_to(tmp_path / "secret.html")
    (output / "elsewhere").symlink_to(tmp_path)
    os.mkfifo(output / "years" / "pipe.html")
    (output / "years" / "folder.html").mkdir()
    if os.geteuid():
        (output / "outlets").chmod(0)

    done = newsarchive("check", site.archive, "--json", "--workers", 1)

    if os.geteuid():
        (output / "outlets").chmod(0o755)
    assert done.returncode == 1, done.stderr[-2000:]
    found = {(each["check"], each["page"]) for each in json.loads(done.stdout)["findings"]}
    for page in ("secret.html", "years/pipe.html", "years/folder.html"):
        assert ("missing", page) in found
    assert ("changed", "about/method.html") in found
    for page in ("authors/huge.html", "years/binary.html"):
        assert ("unreadable", page) in found
    checks = {
        "feed.xml": "feed",
        "sitemap-2.xml": "site_map",
        "robots.txt": "site_map",
        "search/root.js": "search_index",
    }
    checks |= {"data/records/0009.jsonl": "records", "data/articles.csv": "table", "search/t/00/8.js": "search_index"}
    checks |= {"years/json.html": "json_ld", "years/number.html": "json_ld", "years/deep.html": "unclosed"}
    for page, check in checks.items():
        assert (check, page) in found
    assert "secret" not in {page.partition("/")[0] for _, page in found}


def test_a_file_that_refuses_to_be_read_is_named(site, monkeypatch):
    read = Path.read_bytes
    refused = site.output / ABOUT

    def refusing(path):
        if path == refused:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refusing)
    told = site.found()
    (found,) = _findings(told)
    assert (found.check, found.page, found.cause) == ("unreadable", ABOUT, "it cannot be read: Permission denied")
    assert [each.check for each in told if isinstance(each, Unchecked)] == ["orphan"]
