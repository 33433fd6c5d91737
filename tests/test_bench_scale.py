"""What bench/scale counts, on sites and figures that are made up here."""

import importlib
import os
import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

SCRIPTS = Path(__file__).parents[1] / "bench" / "scale"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def bench(monkeypatch):
    """Any script of bench/scale, which import each other by their bare names."""
    monkeypatch.syspath_prepend(str(SCRIPTS))
    return importlib.import_module


@pytest.fixture
def site(tmp_path):
    """A site of two articles and an index."""
    _write(tmp_path / "articles" / "ferry.html", '<h1>The ferry &amp; the pier</h1> <a href="../index.html#top">Up</a>')
    _write(tmp_path / "articles" / "mayor.html", '<h1 class="x">The mayor</h1> <a href="https://example.org/">Out</a>')
    _write(
        tmp_path / "index.html", '<link href="/feed"> <a href="#main">Skip</a> <a href="articles/ferry.html">Ferry</a>'
    )
    return tmp_path


def _write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")


GOLD = [
    {"path": "1.txt", "headline": "The ferry & the pier", "body": ["One.", "Two."]},
    {"path": "2.txt", "headline": "The mayor", "body": ["Three."]},
]


def _pages(site):
    return {"1.txt": site / "articles" / "ferry.html", "2.txt": site / "articles" / "mayor.html"}


def test_a_file_that_was_written_again_with_the_same_bytes_counts_as_written(bench, site):
    snapshot = bench("snapshot")
    before = snapshot.snapshot(site)
    again = site / "again"
    again.write_bytes((site / "index.html").read_bytes())
    again.replace(site / "index.html")
    (site / "articles" / "mayor.html").unlink()
    written, gone = snapshot.changes(before, snapshot.snapshot(site))
    assert (written, gone) == (["index.html"], ["articles/mayor.html"])


def test_what_an_output_folder_notes_counts_as_written_but_not_its_lock(bench, site):
    snapshot = bench("snapshot")
    before = snapshot.snapshot(site)
    _write(site / ".newsarchive" / "lock", "")
    _write(site / ".newsarchive" / "manifest.csv", "path\n")
    assert snapshot.changes(before, snapshot.snapshot(site)) == ([".newsarchive/manifest.csv"], [])


def test_a_site_is_told_from_another_by_names_and_by_bytes_but_not_by_notes(bench, site):
    digest = bench("snapshot").digest
    first = digest(site)
    _write(site / ".newsarchive" / "manifest.csv", "path\n")
    assert digest(site) == first
    (site / "index.html").rename(site / "front.html")
    renamed = digest(site)
    _write(site / "front.html", "other")
    assert len({first, renamed, digest(site)}) == 3


def test_paths_are_counted_by_their_first_folder(bench):
    paths = ["articles/a.html", "articles/b.html", "index.html"]
    assert bench("snapshot").by_kind(paths) == {"articles": 2, "index.html": 1}


def test_a_whole_site_is_told_in_words(bench, site):
    said = bench("checks").check(_pages(site), site, GOLD)
    assert said == "Each of 2 articles has a page; 2 of 2 show their headline; 2 links live"


def test_an_article_without_a_page_is_wrong(bench, site):
    checks = bench("checks")
    with pytest.raises(checks.WrongError, match=r"1 of 2 articles have no page, 2\.txt among them"):
        checks.check({"1.txt": _pages(site)["1.txt"]}, site, GOLD)


def test_a_site_of_other_headlines_is_wrong(bench, site):
    checks = bench("checks")
    _write(site / "articles" / "mayor.html", "<title>The mayor</title><h1>Subscribe now</h1>")
    with pytest.raises(checks.WrongError, match="only 1 of 2 pages show the headline"):
        checks.check(_pages(site), site, GOLD)


def test_a_dead_link_is_wrong_and_named(bench, site):
    checks = bench("checks")
    _write(site / "index.html", '<a href="articles/gone.html">Gone</a>')
    with pytest.raises(checks.WrongError, match=r"index\.html -> articles/gone\.html"):
        checks.check(_pages(site), site, GOLD)


def test_pages_of_peers_are_known_by_the_number_of_their_text(bench, tmp_path):
    _write(tmp_path / "articles" / "2004" / "0000001" / "index.html", "")
    _write(tmp_path / "0000002.html", "")
    _write(tmp_path / "authors" / "index.html", "")
    assert sorted(bench("checks").numbered_pages(tmp_path)) == ["0000001", "0000002"]


def test_a_peer_that_left_a_headline_out_is_wrong(bench, tmp_path):
    checks = bench("checks")
    gold = [{"path": "2004/0000001.txt", "headline": "The ferry"}]
    _write(tmp_path / "0000001.html", "<h1>The ferry</h1>")
    checks.check_peer(tmp_path, gold)
    _write(tmp_path / "0000001.html", "<title>The ferry</title><h1></h1>")
    with pytest.raises(checks.WrongError, match="does not show its headline"):
        checks.check_peer(tmp_path, gold)


def test_the_heaviest_of_the_pages_that_are_no_articles_is_told(bench, site):
    _write(site / "articles" / "mayor.html", "x" * 9000)
    _write(site / "authors.html", "x" * 500)
    assert bench("checks").heaviest(_pages(site), site) == ("authors.html", 500)


def test_a_sample_is_spread_from_first_to_last(bench):
    assert bench("checks").spread(range(10), 4) == [0, 3, 6, 9]
    assert bench("checks").spread(range(3), 4) == [0, 1, 2]


def test_a_page_is_weighed_above_its_text(bench, tmp_path):
    _write(tmp_path / "1.txt", "x" * 1000)
    _write(tmp_path / "1.html", "x" * 9300)
    found = bench("checks").weights({"1.txt": tmp_path / "1.html"}, tmp_path)
    assert found == {"median": 8100, "most": 8100, "above": 1}


def test_an_edit_leaves_the_text_that_an_archive_links_to(bench, tmp_path):
    made = bench("made")
    _write(tmp_path / "texts" / "1.txt", "The ferry & the pier\n\nOne.\n\nTwo.\n")
    made.lay_out(tmp_path / "archive", tmp_path / "texts", GOLD[:1])
    made.edit_headline(tmp_path / "archive", GOLD[0])
    made.edit_body(tmp_path / "archive", GOLD[0])
    edited = (tmp_path / "archive" / "articles" / "1.txt").read_text(encoding="utf-8")
    assert edited == "The ferry & the pier again\n\nOne.\n\nA sentence was added later. Two.\n"
    assert (tmp_path / "texts" / "1.txt").read_text(encoding="utf-8") == "The ferry & the pier\n\nOne.\n\nTwo.\n"


def test_forgetting_leaves_what_people_wrote(bench, tmp_path):
    for name in ("config.yaml", "articles/1.txt", "templates/base.html", "site/index.html", "store", "addresses.csv"):
        _write(tmp_path / name, "")
    made = bench("made")
    made.forget(tmp_path, addresses=True)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["addresses.csv", "articles", "config.yaml", "templates"]
    made.forget(tmp_path, addresses=False)
    assert not (tmp_path / "addresses.csv").exists()


def test_memory_is_that_of_a_process_and_all_that_it_started(bench, tmp_path):
    for process, parent, kilobytes in ((10, 1, 1024), (11, 10, 2048), (12, 11, 512), (13, 1, 9999)):
        _write(tmp_path / str(process) / "stat", f"{process} (a) name) S {parent} 0")
        _write(
            tmp_path / str(process) / "smaps_rollup", f"[rollup]\nRss: 99 kB\nPss: {kilobytes} kB\nPss_Dirty: 7 kB\n"
        )
    assert bench("memory").held_by(10, tmp_path) == 3.5


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="waits as Unix does")
def test_a_command_that_fails_is_told_in_its_own_words(bench):
    cost = bench("cost")
    with pytest.raises(cost.FailedError, match="no such article"):
        cost.cost_of([sys.executable, "-c", "import sys; sys.exit('no such article')"])


@pytest.mark.skipif(not hasattr(os, "wait4"), reason="waits as Unix does")
def test_a_command_that_takes_too_long_is_given_up(bench):
    cost = bench("cost")
    with pytest.raises(cost.FailedError, match=r"not within 0\.2 s"):
        cost.cost_of([sys.executable, "-c", "import time; time.sleep(600)"], limit=0.2)


def test_the_median_of_each_figure_is_taken_for_itself(bench):
    cost = bench("cost")
    runs = [cost.Cost(1, 30, 200, ("a",)), cost.Cost(2, 10, 300, ("b",)), cost.Cost(3, 20, 100, ("c",))]
    assert cost.median(runs) == cost.Cost(2, 20, 200, ("c",))


@pytest.mark.parametrize(
    ("frames", "stage"),
    [
        (
            (("re/__init__.py", "match"), ("newsarchive/text/fold.py", "fold"), ("newsarchive/label/lists.py", "x")),
            "label",
        ),
        ((("newsarchive/read/decode.py", "decode"), ("newsarchive/survey/__init__.py", "survey")), "read"),
        ((("newsarchive/text/fold.py", "fold"), ("newsarchive/pipeline.py", "build")), "pipeline"),
        ((("<frozen importlib._bootstrap>", "_find_and_load"), ("newsarchive/label/block.py", "<module>")), "start-up"),
        ((("build.py", "<module>"),), "start-up"),
    ],
)
def test_the_innermost_stage_is_the_one_at_work(bench, frames, stage):
    assert (
        bench("stages").stage_of((f"/src/{file}" if "frozen" not in file else file, name) for file, name in frames)[0]
        == stage
    )


def test_only_what_stands_between_the_marks_is_written_again(bench):
    replaced = bench("sections").replaced
    page = "# Page\n\n<!-- scale: written by bench/scale/run.py -->\nold\n<!-- scale: end -->\n\nMore.\n"
    once = replaced(page, "scale", "new")
    assert once == page.replace("\nold\n", "\n\nnew\n\n")
    assert replaced(once, "scale", "new") == once
    with pytest.raises(ValueError, match="there are no lines"):
        replaced("# Page\n", "scale", "new")


def _results(**rows):
    ours = {"wall": 2.0, "cpu": 25.0, "memory": 300.0, "wrote": 7}
    return {"sizes": {"10000": {"rows": {"newsarchive, cold": ours, **rows}}}}


def test_a_ratio_is_of_two_rows_of_one_size(bench):
    hugo = {"Hugo, with related content, cold": {"wall": 1, "cpu": 100.0, "memory": 1}}
    found = {what: measured for what, _, measured in bench("goals").goals(_results(**hugo))}
    assert found["cold build, 10,000, search included: CPU an article"] == "2.50 ms"
    assert found["the same beside Hugo with related content"] == "0.25 ×"
    assert found["cold build, 100,000: CPU an article, beside 10,000"] == "–"


def test_what_was_seen_of_one_size_stands_beside_what_was_asked(bench):
    results = _results()
    results["sizes"]["10000"]["seen"] = {"weights": {"median": 6000, "most": 8100}, "served": [0.4, 3.0, 0.45]}
    found = {what: measured for what, _, measured in bench("goals").goals(results)}
    assert found["an article page above 1.2 times its text, 10,000"] == "6,000 in the median, 8,100 at most"
    assert found["from an edit to the page as served, 10,000"] == "0.45 s"


def test_a_peer_that_failed_is_compared_with_nothing(bench):
    failed = {"Hugo, with related content, cold": {"failed": "not within 60 s"}}
    found = {what: measured for what, _, measured in bench("goals").goals(_results(**failed))}
    assert found["the same beside Hugo with related content"] == "–"


def test_a_plot_is_whole_svg_with_a_name_for_each_line(bench):
    plots = bench("plots")
    frame = plots.Frame("Cost <of builds>", "articles", "seconds", log=True)
    lines = {"ours & all": [(100, 0.5), (1000, 4.0)], "theirs": [(100, 1.0), (1000, 20.0)]}
    root = ET.fromstring(plots.plot(frame, lines, ["theirs", "ours & all"]))  # noqa: S314 - our own
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert {"Cost <of builds>", "articles", "seconds", "ours & all", "theirs", "100", "1,000", "0.1"} <= set(words)
    assert [path.get("class") for path in root.iter(f"{SVG}path") if "line" in path.get("class")] == [
        "line c1",
        "line c0",
    ]
    assert len(list(root.iter(f"{SVG}circle"))) == 4


@pytest.mark.parametrize(("most", "high"), [(7, 7), (94, 100), (1234, 1400), (0.3, 0.3)])
def test_an_axis_begins_with_nothing_and_ends_with_a_round_number(bench, most, high):
    axis = bench("plots").axis_of([0, most], log=False)
    assert (axis.low, axis.high) == (0, pytest.approx(high))
    assert axis.share(0) == 0
    assert 4 <= len(axis.ticks()) <= 11


def test_names_at_the_ends_of_lines_do_not_cover_each_other(bench):
    plots = bench("plots")
    frame = plots.Frame("Cost", "articles", "seconds", log=False)
    lines = {name: [(0, 0), (1, 5)] for name in ("one", "two", "three")}
    root = ET.fromstring(plots.plot(frame, lines, list(lines)))  # noqa: S314 - our own
    heights = sorted(float(text.get("y")) for text in root.iter(f"{SVG}text") if text.text in lines)
    assert min(lower - upper for upper, lower in pairwise(heights)) >= 15


def test_a_thinned_series_keeps_its_peak(bench):
    samples = [(n, 1000 if n == 777 else 1) for n in range(2000)]
    thinned = bench("plotting").thinned(samples, 100)
    assert len(thinned) == 100
    assert max(held for _, held in thinned) == 1000
