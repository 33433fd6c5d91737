"""Links: those that are sound are found fault with nowhere, and each that is not is named with its page and line."""

import pytest

from tests.findings import LINKS, faulty_paths, findings

SITE = {
    "index.html": "",
    "years/2023.html": "<p id=p4>Text</p>",
    "a b.html": "<a name=old></a>",
    "style.css": "p { color: red }",
}


@pytest.fixture
def site(tmp_path):
    """A function that writes a small site, some of its files otherwise, and gives its folder."""

    def write(files):
        for path, text in (SITE | files).items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, "utf-8")
        return tmp_path

    return write


def wrong_links(folder, **known):
    return [f"{page}:{line}: {cause}" for _, page, line, cause, _ in findings(folder, *LINKS, **known)]


@pytest.mark.parametrize(
    "body",
    [
        "<a href=years/2023.html>",
        "<a href='years/2023.html#p4'>",
        "<a href='./years/../years/2023.html?q=x#p4'>",
        "<a href='a%20b.html#old'>",
        "<a href=#here><p id=here>",
        "<a href=#top><a href='years/2023.html#p4:~:text=Text'>",
        "<p id='zwölf'><a href='#zw%C3%B6lf'>",
        "<a href='?q=x'>",
        "<a href='https://harbour.example/'><a href=mailto:desk@harbour.example>",
        "<link rel=stylesheet href=style.css><link rel='canonical' href='https://harbour.example/a.html'>",
        "<img src='data:image/png;base64,AAAA'>",
        "<form action=years/2023.html></form>",
        "<p title='href=x.html'>src=x.html &lt;a href=x.html&gt;</p><!-- <a href=x.html> -->",
        "<script>'<a href=x.html>'</script><style>p { }</style>",
        "<a>no link</a><br/>",
    ],
)
def test_a_sound_link_is_no_fault(site, body):
    assert wrong_links(site({"index.html": body})) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<a href=x.html>", "'x.html' names no file"),
        ("<a href=Years/2023.html>", "'Years/2023.html' names no file"),
        ("<a href=../index.html>", "'../index.html' names no file"),
        ("<a href=years>", "'years' names no file"),
        ("<a href=years/>", "'years/' names a folder, not a file, and shows a list of files from disk"),
        ("<a href=.>", "'.' names a folder, not a file, and shows a list of files from disk"),
        ("<a href=years/..>", "'years/..' names a folder, not a file, and shows a list of files from disk"),
        ("<a href=/index.html>", "'/index.html' is no relative path, and leads nowhere from disk"),
        ("<a href='years\\2023.html'>", "'years\\\\2023.html' is no relative path, and leads nowhere from disk"),
        ("<a href=''>", "'' leads nowhere"),
        ("<a href>", "'' leads nowhere"),
        ("<a href=#>", "'#' leads nowhere"),
        ("<a href=#p4>", "'#p4' names no id of index.html"),
        ("<a href=years/2023.html#p5>", "'#p5' names no id of years/2023.html"),
        ("<a href='http://[bad'>", "'http://[bad' is no address"),
        ("<a href=//harbour.example/x.html>", "'//harbour.example/x.html' is neither within the site nor on the web"),
        ("<a href=javascript:alert(1)>", "'javascript:alert(1)' is neither within the site nor on the web"),
        ("<a href=file:///index.html>", "'file:///index.html' is neither within the site nor on the web"),
        ("<area href=x.html>", "'x.html' names no file"),
        ("<img src=x.png>", "'x.png' names no file"),
        ("<img src=https://harbour.example/x.png>", "'https://harbour.example/x.png' is loaded from outside the site"),
        ("<img srcset='style.css 1x, x.png 2x'>", "'x.png' names no file"),
        ("<script src=//harbour.example/x.js></script>", "'//harbour.example/x.js' is loaded from outside the site"),
        ("<script src='data:text/javascript,1'></script>", "'data:text/javascript,1' is loaded from outside the site"),
        (
            "<link rel=stylesheet href=http://h.example/x.css>",
            "'http://h.example/x.css' is loaded from outside the site",
        ),
        (
            "<link rel='alternate stylesheet' href=http://h.example/>",
            "'http://h.example/' is loaded from outside the site",
        ),
        ("<link rel=icon href=x.ico>", "'x.ico' names no file"),
        ("<form action=https://harbour.example/>", "'https://harbour.example/' is loaded from outside the site"),
        ("<meta http-equiv=Refresh content='0; URL=x.html'>", "'x.html' names no file"),
        ("<svg><use xlink:href=#x></svg>", "'#x' names no id of index.html"),
        ("<object data=x.svg>", "'x.svg' names no file"),
    ],
)
def test_a_dead_link_is_named_with_its_page_and_line(site, body, fault):
    assert wrong_links(site({"index.html": f"<!doctype html>\n{body}"})) == [f"index.html:2: {fault}"]


def test_links_of_pages_in_folders_are_read_from_where_they_stand(site):
    folder = site({"years/b/c.html": "<a href=../2023.html><a href=2023.html>"})
    assert wrong_links(folder) == ["years/b/c.html:1: '2023.html' names no file"]


def test_stylesheets_load_nothing_from_outside(site):
    style = "@import 'x.css';\np { background: url( 'https://h.example/x.png' ) url(style.css) }"
    assert wrong_links(site({"style.css": style})) == [
        "style.css:1: 'x.css' names no file",
        "style.css:2: 'https://h.example/x.png' is loaded from outside the site",
    ]


def test_an_address_of_the_site_itself_names_a_file_too(site):
    body = "<link rel=canonical href=https://own.example/a/years/2023.html><a href=https://own.example/a/#x>"
    folder = site({"index.html": body, "404.html": "<link rel=stylesheet href=https://own.example/a/style.css>"})
    assert wrong_links(folder, url="https://own.example/a/") == ["index.html:1: '#x' names no id of index.html"]
    site({"index.html": "<link rel=canonical href=https://own.example/a/years/2024.html>"})
    assert wrong_links(folder, url="https://own.example/a/") == [
        "index.html:1: 'https://own.example/a/years/2024.html' names no file"
    ]


def test_the_page_that_stands_for_missing_ones_has_no_relative_link(site):
    assert wrong_links(site({"404.html": "<a href=index.html>"})) == [
        "404.html:1: 'index.html' leads elsewhere at every depth at which this page is shown"
    ]


def test_files_that_no_link_leads_to_are_orphans(site):
    folder = site(
        {
            "index.html": "<link rel=stylesheet href=style.css><a href=years/2023.html><a href=x.html>",
            "years/2023.html": "<a href='../a%20b.html'><a href=../index.html>",
            "orphan.html": "<a href=island.html>",
            "island.html": "<a href=orphan.html>",
            "404.html": "",
        }
    )
    assert [finding.page for finding in findings(folder, "orphan")] == ["island.html", "orphan.html"]


@pytest.mark.parametrize(
    ("paths", "faults"),
    [
        (["a/b.html", "a/c.html", "A-b.html"], []),
        (["x" * 100], []),
        (["x" * 101], [f"{'x' * 101}: its path has 101 characters, over 100"]),
        (["a/B.html", "a/b.html"], ["a/b.html: some disks take it for a/B.html"]),
        (["A/b.html", "a/c.html", "a/d.html"], ["a: some disks take it for A"]),
        (["caf\u00e9.html", "cafe\u0301.html"], ["caf\u00e9.html: some disks take it for cafe\u0301.html"]),
        (["stra\u00dfe", "STRASSE"], ["stra\u00dfe: some disks take it for STRASSE"]),
    ],
)
def test_paths_that_are_long_or_clash_are_named(paths, faults):
    assert faulty_paths(paths) == faults


def test_long_paths_are_found_below_a_folder(site):
    assert findings(site({f"a/{'y' * 98}": ""}), "long_path") == []
    (found,) = findings(site({f"a/{'y' * 99}": ""}), "long_path")
    assert (found.page, found.cause) == (f"a/{'y' * 99}", "its path has 101 characters, over 100")
