"""The checks of whole sites find what is planted, and nothing else."""

import pytest

from tests.site_checks import dead_links, faulty_paths, long_or_clashing_paths, reachable

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


@pytest.mark.parametrize(
    "body",
    [
        "<a href=years/2023.html>",
        "<a href='years/2023.html#p4'>",
        "<a href='./years/../years/2023.html?q=x#p4'>",
        "<a href='a%20b.html#old'>",
        "<a href=#here><p id=here>",
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
    assert dead_links(site({"index.html": body})) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ("<a href=x.html>", "'x.html' names no file"),
        ("<a href=Years/2023.html>", "'Years/2023.html' names no file"),
        ("<a href=../index.html>", "'../index.html' names no file"),
        ("<a href=years>", "'years' names no file"),
        ("<a href=years/>", "'years/' names a folder, not a file"),
        ("<a href=.>", "'.' names a folder, not a file"),
        ("<a href=years/..>", "'years/..' names a folder, not a file"),
        ("<a href=/index.html>", "'/index.html' is no relative path"),
        ("<a href='years\\2023.html'>", "'years\\\\2023.html' is no relative path"),
        ("<a href=''>", "'' leads nowhere"),
        ("<a href>", "'' leads nowhere"),
        ("<a href=#>", "'#' leads nowhere"),
        ("<a href=#p4>", "'#p4' names no id of index.html"),
        ("<a href=years/2023.html#p5>", "'years/2023.html#p5' names no id of years/2023.html"),
        ("<a href='http://[bad'>", "'http://[bad' is no address"),
        ("<a href=//harbour.example/x.html>", "'//harbour.example/x.html' is neither within the site nor on the web"),
        ("<a href=javascript:alert(1)>", "'javascript:alert(1)' is neither within the site nor on the web"),
        ("<a href=file:///index.html>", "'file:///index.html' is neither within the site nor on the web"),
        ("<area href=x.html>", "'x.html' names no file"),
        ("<img src=x.png>", "'x.png' names no file"),
        ("<img src=https://harbour.example/x.png>", "'https://harbour.example/x.png' loads from outside the site"),
        ("<img srcset='style.css 1x, x.png 2x'>", "'x.png' names no file"),
        ("<script src=//harbour.example/x.js></script>", "'//harbour.example/x.js' loads from outside the site"),
        ("<script src='data:text/javascript,1'></script>", "'data:text/javascript,1' loads from outside the site"),
        ("<link rel=stylesheet href=http://h.example/x.css>", "'http://h.example/x.css' loads from outside the site"),
        ("<link rel='alternate stylesheet' href=http://h.example/>", "'http://h.example/' loads from outside the site"),
        ("<link rel=icon href=x.ico>", "'x.ico' names no file"),
        ("<form action=https://harbour.example/>", "'https://harbour.example/' loads from outside the site"),
        ("<meta http-equiv=Refresh content='0; URL=x.html'>", "'x.html' names no file"),
        ("<svg><use xlink:href=#x></svg>", "'#x' names no id of index.html"),
        ("<object data=x.svg>", "'x.svg' names no file"),
    ],
)
def test_a_dead_link_is_named_with_its_page_and_line(site, body, fault):
    assert dead_links(site({"index.html": f"<!doctype html>\n{body}"})) == [f"index.html:2: {fault}"]


def test_links_of_pages_in_folders_are_read_from_where_they_stand(site):
    folder = site({"years/b/c.html": "<a href=../2023.html><a href=2023.html>"})
    assert dead_links(folder) == ["years/b/c.html:1: '2023.html' names no file"]


def test_stylesheets_load_nothing_from_outside(site):
    style = "@import 'x.css';\np { background: url( 'https://h.example/x.png' ) url(style.css) }"
    assert dead_links(site({"style.css": style})) == [
        "style.css:1: 'x.css' names no file",
        "style.css:2: 'https://h.example/x.png' loads from outside the site",
    ]


def test_files_that_no_link_leads_to_are_not_reachable(site):
    folder = site(
        {
            "index.html": "<link rel=stylesheet href=style.css><a href=years/2023.html><a href=x.html>",
            "years/2023.html": "<a href='../a%20b.html'><a href=../index.html>",
            "orphan.html": "<a href=index.html>",
        }
    )
    assert reachable(folder) == {"index.html", "style.css", "years/2023.html", "a b.html"}
    assert reachable(folder, "orphan.html") == reachable(folder) | {"orphan.html"}
    assert reachable(folder, "none.html") == set()


@pytest.mark.parametrize(
    ("paths", "faults"),
    [
        (["a/b.html", "a/c.html", "A-b.html"], []),
        (["x" * 100], []),
        (["x" * 101], [f"{'x' * 101}: 101 characters, over 100"]),
        (["a/B.html", "a/b.html"], ["a/b.html: some disks take it for a/B.html"]),
        (["A/b.html", "a/c.html", "a/d.html"], ["a: some disks take it for A"]),
        (["caf\u00e9.html", "cafe\u0301.html"], ["caf\u00e9.html: some disks take it for cafe\u0301.html"]),
        (["stra\u00dfe", "STRASSE"], ["stra\u00dfe: some disks take it for STRASSE"]),
    ],
)
def test_paths_that_are_long_or_clash_are_named(paths, faults):
    assert faulty_paths(paths) == faults


def test_long_paths_are_found_below_a_folder(site):
    assert long_or_clashing_paths(site({f"a/{'y' * 98}": ""})) == []
    assert long_or_clashing_paths(site({f"a/{'y' * 99}": ""})) == [f"a/{'y' * 99}: 101 characters, over 100"]
