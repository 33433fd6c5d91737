"""A folder of hostile inputs: the build goes on, loses nothing, escapes everything and stays inside its folders."""

import html.parser
import json
import sys

import pytest

from tests.command import newsarchive, tree, write
from tests.findings import findings

SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows has no such file names, and links need a right"
)

OUTSIDE = "the secret that lies outside of the folder of articles"
PROSE = "The harbour office said that the ferry would not sail again before the quay had been repaired by the town.\n"

TEXTS = {
    "script-everywhere.txt": f"{SCRIPT}\n\nBy {SCRIPT}\n\n{PROSE}\n{SCRIPT} {PROSE}\n(photo credit: {SCRIPT})\n\n{PROSE}",
    "script-given.txt": f"A headline\n\n{PROSE}",
    "script-given.yaml": "\n".join(
        f"{key}: {json.dumps(SCRIPT)}" for key in ("headline", "deck", "authors", "outlet", "section", "rights")
    ),
    "javascript-address.txt": f"A headline of an address\n\n{PROSE}",
    "javascript-address.yaml": "original_url: 'javascript:alert(1)'\n",
    "front-matter-path.txt": f"---\ntitle: ../../../etc/passwd\noutlet: ../../outside\n---\n{PROSE}",
    "front-matter-bomb.txt": "---\na: &a [x, x, x, x, x, x, x, x, x]\n"
    + "\n".join(f"{b}: &{b} [{', '.join(['*' + a] * 9)}]" for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + f"\n---\nA headline after a bomb\n\n{PROSE}",
    "front-matter-deep.txt": "---\n" + "[" * 5000 + f"\n---\nA headline after an abyss\n\n{PROSE}",
    "front-matter-tag.txt": f"---\ntitle: !!python/object/apply:os.system ['echo x']\n---\nA headline\n\n{PROSE}",
    "control.txt": f"A head\x00line with \x07 controls \x1b[31m and \x7f\n\n{PROSE}\u2028{PROSE}",
    "template.txt": f"{{{{ config }}}} {{% raw %}} ${{x}} <%= x %>\n\n{PROSE}",
    "markdown.md": f"# A heading\n\n[click](javascript:alert(1)) <script>alert(3)</script> <img src=x onerror=alert(4)>\n\n{PROSE}",
    "direction.txt": f"A \u202eheadline\u202c that turns round\n\n{PROSE}",
    "one-line.txt": PROSE.strip() + " " + "word " * 1_000_000,
    "many-lines.txt": "A headline of many lines\n" + "a short line\n" * 60_000,
    "unbroken.txt": "A headline of one word\n\n" + "x" * 1_000_000,
    "almost-a-credit.txt": "Photo: " * 20_000
    + "\n"
    + "By " * 30_000
    + "\n"
    + "1.1." * 30_000
    + "\n"
    + "(" * 60_000
    + "\n"
    + PROSE,
    "almost-a-date.txt": "12/" * 40_000 + "\n" + "Monday " * 20_000 + "\n" + "https://" * 20_000 + "\n" + PROSE,
    "empty.txt": "",
    "blank.txt": " \n\n \t\n",
    "binary.txt": bytes(range(256)) * 40,
    "windows.txt": f"A café by the quay\n\n{PROSE}".encode("cp1252"),
    "CON.txt": f"A headline of a device\n\n{PROSE}",
    "name with ' \" & <b>.txt": f"A headline of an odd name\n\n{PROSE}",
    "articles.csv": f'file,headline\n../outside.txt,"{OUTSIDE}"\nwindows.txt,=cmd()\nwindows.txt,twice\nnowhere.txt,gone\n',
}


OUR_SCRIPTS = ("../assets/article.js", "assets/search.js")


class Elements(html.parser.HTMLParser):
    """The elements of a page that run or load something, and attributes that run."""

    def __init__(self):
        super().__init__()
        self.running = []

    def handle_starttag(self, tag, attrs):
        names = dict(attrs)
        is_data = names.get("type") in ("application/ld+json", "application/json") or names.get("src") in OUR_SCRIPTS
        self.running += [tag] if tag in ("script", "img", "iframe", "object", "embed", "base") and not is_data else []
        self.running += [name for name in names if name.startswith("on")]
        self.running += [
            value for name, value in names.items() if (value or "").lower().startswith(("javascript:", "data:"))
        ]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hostile")
    texts = write(folder / "texts", TEXTS)
    write(folder, {"outside.txt": OUTSIDE, "elsewhere/in.txt": OUTSIDE})
    (texts / "link.txt").symlink_to(folder / "outside.txt")
    (texts / "linked").symlink_to(folder / "elsewhere")
    (texts / "loop").symlink_to(texts)
    done = newsarchive(texts, "-o", folder / "site", "--workers", 1)
    return texts, folder / "site", done


@pytest.mark.slow
def test_every_text_is_an_article_or_a_problem_that_names_it(site):
    texts, output, done = site

    assert done.returncode == 0, done.stderr
    shown = b"".join(tree(output).values()).decode()
    for name in (path.name for path in texts.iterdir() if path.suffix in (".txt", ".md")):
        text_of_page = (
            name.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("'", "&#39;")
            .replace('"', "&#34;")
        )
        assert text_of_page in shown or name in done.stderr, name


@pytest.mark.slow
def test_nothing_of_a_text_runs_or_loads(site):
    _, output, _ = site

    for path, content in tree(output).items():
        if path.endswith(".html"):
            elements = Elements()
            elements.feed(content.decode())
            assert elements.running == [], path


@pytest.mark.slow
def test_nothing_outside_the_folder_is_read_and_nothing_is_written_there(site):
    texts, output, _ = site

    assert not [path for path, content in tree(output).items() if OUTSIDE.encode() in content]
    assert {path.name for path in texts.parent.iterdir()} == {"texts", "site", "outside.txt", "elsewhere"}


@pytest.mark.slow
def test_the_site_is_whole_and_its_paths_are_good_on_every_system(site):
    _, output, _ = site

    assert findings(output) == []


@pytest.mark.slow
def test_no_control_character_reaches_a_page(site):
    _, output, _ = site

    pages = {path: content for path, content in tree(output).items() if not path.startswith("search/")}
    assert pages
    for path, content in pages.items():
        assert not set(content.decode()) & {
            chr(code) for code in (*range(9), 11, 12, *range(14, 32), *range(127, 160))
        }, path
