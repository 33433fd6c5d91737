"""What an edition withholds stands in no byte of any file of the output: whatever is added to a site runs through here.

Whole archives are built as the command builds them. Words are planted wherever an edition may withhold something; each
of them stands in the full edition, or nothing could be found missing.
"""

import pytest
import yaml

from newsarchive import pipeline
from newsarchive.config import load
from tests.command import newsarchive, tree, write
from tests.findings import findings
from tests.planted import HERALD, LAMP, OPENING, PLACES, planted, texts
from tests.traces import traces

LEFT_OUT = {place for place in PLACES if place.startswith("left out")}
QUOTED = {"before a repair", "name in a problem", "date in a problem", "time in evidence"}

# What `publish` says -> the places of which no word may stand anywhere.
EDITIONS = {
    "text: excerpt, words: 10": set(PLACES) - {"first words"},
    "text: facts": set(PLACES),
    "left_out_view: false": LEFT_OUT | QUOTED,
    "source_view: false": {"front matter"} | QUOTED,
    "source_view: false, left_out_view: false": {"front matter"} | LEFT_OUT | QUOTED,
}
EVERYTHING = {"text": "full", "review_pages": True}


def archive_in(folder, lamp=None, **choices):
    """An archive of both outlets' texts: what its config.yaml says for all, and of the Lamp alone."""
    of_lamp = {"publish": lamp} if lamp else {}
    config = {
        "title": "The Skerrow Papers",
        "description": "What two papers wrote",
        "contact": "desk@skerrow.example",
        "rights": "With the outlets",
        "listing_size": 3,
        "leave_out": ["/^Advert: /"],
        "outlets": [{"name": LAMP, "files": ["lamp"], **of_lamp}, {"name": HERALD, "files": ["herald"]}],
        **choices,
    }
    files = texts(LAMP, "lamp") | texts(HERALD, "herald")
    articles = {f"articles/{path}": text for path, text in files.items()}
    return write(folder, {"config.yaml": yaml.safe_dump(config), **articles})


def site_in(folder, lamp=None, **choices):
    """The site of such an archive, online and open to search engines, so that it has every file that a site can have."""
    online = {"url": "https://skerrow.example/papers/", "robots": "index"}
    config = load(archive_in(folder, lamp, **(online | choices)) / "config.yaml")
    pipeline.build(config, workers=1, distrust=False, progress=lambda items, *_: iter(items))
    return config.output


def found_in(site, words):
    return {word for word, _ in traces(words, site)}


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    return site_in(tmp_path_factory.mktemp("full"), publish=EVERYTHING)


def test_the_full_edition_holds_every_planted_word(full):
    assert found_in(full, planted(LAMP, HERALD)) == planted(LAMP, HERALD)


def test_the_index_of_the_full_edition_holds_words_of_the_text_and_of_what_was_left_out(full):
    shown = planted(LAMP, HERALD, places={"first words", "tenth paragraph", "caption", "correction"})
    left_out = planted(LAMP, HERALD, places={"left out by choice", "left out by hand"})
    assert {word for word, path in traces(shown, full) if path.startswith("search/t/")} == shown
    assert {word for word, path in traces(left_out, full) if path.startswith("search/removed/t/")} == left_out


@pytest.mark.parametrize("publish", EDITIONS)
def test_what_an_edition_withholds_is_in_no_byte_of_any_file(publish, tmp_path):
    site = site_in(tmp_path, publish=EVERYTHING | yaml.safe_load(f"{{{publish}}}"))

    assert traces(planted(LAMP, HERALD, places=EDITIONS[publish]), site) == []
    shown = planted(LAMP, HERALD, places=set(PLACES) - EDITIONS[publish])
    assert found_in(site, shown) == shown
    assert bool(traces([OPENING], site)) == (publish != "text: facts")
    assert findings(site) == []


@pytest.mark.parametrize("publish", EDITIONS)
def test_what_is_withheld_of_one_outlet_is_in_no_byte_of_any_file(publish, tmp_path):
    site = site_in(tmp_path, yaml.safe_load(f"{{{publish}}}"), publish=EVERYTHING)

    assert traces(planted(LAMP, places=EDITIONS[publish]), site) == []
    shown = planted(HERALD) | planted(LAMP, places=set(PLACES) - EDITIONS[publish])
    assert found_in(site, shown) == shown
    assert findings(site) == []


def test_one_outlet_may_show_more_than_the_archive(tmp_path):
    site = site_in(tmp_path, EVERYTHING, publish={"text": "facts"})

    assert traces(planted(HERALD), site) == []
    assert found_in(site, planted(LAMP)) == planted(LAMP)


@pytest.mark.parametrize("publish", [{"text": "excerpt"}, {"text": "facts"}])
def test_an_edition_has_every_page_that_the_full_one_has(publish, tmp_path, full):
    site = site_in(tmp_path, publish=EVERYTHING | publish)

    ours, theirs = (
        {path for path in tree(folder) if not path.startswith(("review/", "search/"))} for folder in (full, site)
    )
    assert ours == theirs


@pytest.mark.parametrize("edition", [{"text": "excerpt"}, {"text": "facts"}, {"text": "full"}])
def test_an_outlet_without_data_files_is_in_none(edition, tmp_path):
    site = site_in(tmp_path, {**edition, "data_files": False}, publish=EVERYTHING)

    data = b"".join(content for path, content in tree(site).items() if path.startswith("data/"))
    assert b"herald/ferry.txt" in data
    assert b"lamp/" not in data
    assert LAMP.encode() not in data.replace(f"tells of the {LAMP}".encode(), b"")


def test_no_data_files_is_no_folder(tmp_path):
    assert not (site_in(tmp_path, publish={"data_files": False}) / "data").exists()


# What is for publication


def test_a_site_of_which_nobody_said_what_to_publish_is_a_working_copy(tmp_path):
    site = site_in(tmp_path)
    files = tree(site).items()
    pages = {path: content.decode() for path, content in files if path.endswith(".html") and path != "404.html"}

    assert len(pages) > 30
    assert [path for path, page in pages.items() if '<meta name="robots" content="noindex' not in page] == []
    assert [path for path, page in pages.items() if "Working copy, not for publication" not in page] == []
    assert found_in(site, planted(LAMP, HERALD)) == planted(LAMP, HERALD)


def test_a_site_of_which_somebody_said_so_is_none(tmp_path):
    site = site_in(tmp_path, publish={"text": "full"})

    assert traces(["Working copy"], site) == []
    assert '<meta name="robots" content="index' in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("key", [{"url": "https://skerrow.example/"}, {"robots": "index"}])
def test_going_online_without_saying_what_to_publish_is_a_problem(key, tmp_path):
    (problem,) = load(archive_in(tmp_path, **key) / "config.yaml").problems

    assert problem.reason == "no_choice_of_what_to_publish"
    assert (problem.where, next(iter(key)) in problem.text, "publish" in problem.text) == ("config.yaml", True, True)
    assert load(archive_in(tmp_path, **key, publish={"text": "full"}) / "config.yaml").problems == ()
    assert load(archive_in(tmp_path) / "config.yaml").problems == ()


def test_it_ends_a_strict_build_with_one(tmp_path):
    text = "The ferry stops\n\nBy Ada Quill\n\n14 March 2023\n\nThe ferry will not sail before the spring.\n"
    quiet = write(tmp_path / "quiet", {"config.yaml": "title: A\n", "articles/a.txt": text})
    online = write(tmp_path / "online", {"config.yaml": "url: https://a.example/\n", "articles/a.txt": text})

    assert newsarchive(quiet, "--strict").returncode == 0
    done = newsarchive(online, "--strict")
    assert done.returncode == 1
    assert "publish" in done.stderr
    assert (online / "output" / "index.html").exists()


def test_what_wants_a_look_is_published_where_somebody_says_so_alone(tmp_path, full):
    published = site_in(tmp_path / "published", publish={"text": "full"})

    assert (full / "review").is_dir()
    assert not (published / "review").exists()
    assert (site_in(tmp_path / "working") / "review").is_dir()
