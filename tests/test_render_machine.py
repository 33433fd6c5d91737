"""What an article's page tells machines: JSON-LD, Open Graph and citation tags, read back by other people's libraries."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsarchive.model import Edition, Evidence, Site
from newsarchive.render.machine.told import tidy
from tests.town import article_page, make_article, pages, whole_town

extruct = pytest.importorskip("extruct")
jsonschema = pytest.importorskip("jsonschema")

TEXT = {"type": "string", "pattern": r"\S", "maxLength": 302}
DATE = {"type": "string", "pattern": r"^\d{4}-\d\d(-\d\d)?$"}
ADDRESS = {"type": "string", "pattern": "^https?://"}


def named(*kinds):
    return {
        "type": "object",
        "required": ["@type", "name"],
        "additionalProperties": False,
        "properties": {"@type": {"enum": list(kinds)}, "name": TEXT, "url": ADDRESS},
    }


SCHEMA = {
    "type": "object",
    "required": ["@context", "@type", "identifier", "isPartOf", "mainEntity"],
    "additionalProperties": False,
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "WebPage"},
        "url": ADDRESS,
        "identifier": {"type": "string", "pattern": "^[a-z2-7]{8,10}$"},
        "isPartOf": named("Collection"),
        "isBasedOn": ADDRESS,
        "mainEntity": {
            "type": "object",
            "required": ["@type"],
            "additionalProperties": False,
            "properties": {
                "@type": {"const": "NewsArticle"},
                "headline": TEXT,
                "author": {"type": "array", "minItems": 1, "items": named("Person")},
                "datePublished": DATE,
                "dateModified": DATE,
                "publisher": named("Organization"),
                "sourceOrganization": named("Organization"),
                "articleSection": TEXT,
                "inLanguage": {"type": "string", "pattern": "^[A-Za-z-]+$"},
                "url": ADDRESS,
            },
        },
    },
}

FIELDS = {
    "headline": "The bridge is open",
    "deck": "It took eleven years.",
    "authors": ("Maren Oduya", "Tobias Fell"),
    "published": "2023-03-29",
    "updated": "2023-04-01",
    "outlet": "The Quarrow Lamp",
    "agency": "Mer",
    "section": "Harbour",
    "language": "en-GB",
    "original_url": "https://lamp.example/bridge?a=1&b=2",
    "rights": "© All rights reserved",
}


def article(*, inferred=(), **fields):
    """An article every field of which is stated, but for those that are inferred."""
    known = FIELDS | fields
    evidence = tuple(Evidence(name, (), "a_rule", "inferred" if name in inferred else "stated", "") for name in known)
    return make_article("a.txt", [("paragraph", "The bridge opened.")], **known, evidence=evidence)


def data_of(html):
    (data,) = extruct.extract(html, syntaxes=["json-ld"])["json-ld"]
    jsonschema.validate(data, SCHEMA)
    return data


def open_graph(html):
    (found,) = extruct.extract(html, syntaxes=["opengraph"])["opengraph"]
    return found["properties"]


def metas(html):
    """The tags with a name, as Zotero finds them."""
    lxml_html = pytest.importorskip("lxml.html")
    return [(tag.get("name"), tag.get("content")) for tag in lxml_html.fromstring(html).xpath("/html/head/meta[@name]")]


def canonical(html):
    found = re.findall('<link rel="canonical" href="([^"]*)">', html)
    return found[0] if found else None


def test_the_data_is_of_the_archives_page_about_the_newspapers_article():
    html = article_page(article(), Site(title="The Harbour Papers", url="https://papers.example/"))
    data = data_of(html)
    address = data.pop("url")
    assert re.fullmatch(r"https://papers\.example/articles/the-bridge-is-open-\w{8}\.html", address)
    assert data.pop("identifier") in address
    assert data == {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "isPartOf": {"@type": "Collection", "name": "The Harbour Papers", "url": "https://papers.example/"},
        "isBasedOn": "https://lamp.example/bridge?a=1&b=2",
        "mainEntity": {
            "@type": "NewsArticle",
            "headline": "The bridge is open",
            "author": [{"@type": "Person", "name": "Maren Oduya"}, {"@type": "Person", "name": "Tobias Fell"}],
            "datePublished": "2023-03-29",
            "dateModified": "2023-04-01",
            "publisher": {"@type": "Organization", "name": "The Quarrow Lamp"},
            "sourceOrganization": {"@type": "Organization", "name": "Mer"},
            "articleSection": "Harbour",
            "inLanguage": "en-GB",
            "url": "https://lamp.example/bridge?a=1&b=2",
        },
    }


def test_open_graph_has_the_archives_name_and_the_articles_facts():
    html = article_page(article(), Site(title="The Harbour Papers", url="https://papers.example/"))
    found = open_graph(html)
    assert ("og:url", canonical(html)) not in found
    assert [pair for pair in found if pair[0] != "og:url"] == [
        ("og:type", "article"),
        ("og:site_name", "The Harbour Papers"),
        ("og:title", "The bridge is open"),
        ("og:description", "It took eleven years."),
        ("article:author", "Maren Oduya"),
        ("article:author", "Tobias Fell"),
        ("article:published_time", "2023-03-29"),
        ("article:modified_time", "2023-04-01"),
        ("article:section", "Harbour"),
        ("og:locale", "en_GB"),
    ]


def test_zotero_finds_a_newspaper_article_and_no_archive_in_place_of_the_newspaper():
    found = metas(article_page(article(), Site(title="The Harbour Papers")))
    tags = dict(found)
    assert tags["z:itemType"] == "newspaperArticle"
    assert tags["citation_title"] == "The bridge is open"
    assert [content for name, content in found if name == "citation_author"] == ["Maren Oduya", "Tobias Fell"]
    assert tags["citation_date"] == "2023-03-29"
    assert tags["citation_public_url"] == "https://lamp.example/bridge?a=1&b=2"
    assert tags["citation_language"] == "en-GB"
    assert tags["citation_abstract"] == "It took eleven years."
    assert tags["prism.publicationName"] == "The Quarrow Lamp"
    assert tags["DC.rights"] == "© All rights reserved"
    assert "citation_journal_title" not in tags
    assert tags["DC.isPartOf"] == "The Harbour Papers"  # with a name, Zotero does not read the tag as og:site_name
    assert "og:site_name" not in tags


def test_zotero_finds_no_byline_on_the_page_to_take_inferred_names_from():
    for told in (article(authors=()), article(inferred={"authors"})):
        html = article_page(told)
        assert "citation_author" not in html
        assert not re.search('class="[^"]*byline|rel="author"', html, re.IGNORECASE)


def test_dublin_core_says_whose_the_page_is_and_whose_the_text():
    html = article_page(article(), Site(title="The Harbour Papers"))
    (found,) = extruct.extract(html, syntaxes=["dublincore"])["dublincore"]
    said = {element["name"]: element["content"] for element in found["elements"] + found["terms"]}
    assert said == {"DC.isPartOf": "The Harbour Papers", "DC.rights": "© All rights reserved"}


@pytest.mark.parametrize("field", [*FIELDS, "dateline"])
def test_what_is_inferred_is_told_to_no_machine(field):
    value = FIELDS.get(field, "QUARROW")
    words = value if isinstance(value, tuple) else (value, value.replace("-", "_"), value.replace("&", "&amp;"))
    html = article_page(article(inferred={field}, **({"dateline": value} if field == "dateline" else {})))
    told = "".join(re.findall(r"<(?:meta|link)[^>]*>|<script.*?</script>|<time[^>]*>", html))
    assert json.dumps(FIELDS["headline"]) in told or field == "headline"
    assert [word for word in words if word in told] == []


def test_what_has_no_evidence_is_told_to_no_machine():
    html = article_page(article()._replace(evidence=()))
    assert data_of(html)["mainEntity"] == {"@type": "NewsArticle"}
    assert open_graph(html) == [("og:type", "article"), ("og:site_name", "News archive")]
    assert canonical(html) is None


@pytest.mark.parametrize("date", ["2023-03-29?", "2023", "[2023-03-29..]", "[2023-03-29..2023-03-31]"])
def test_a_date_that_is_no_day_and_no_month_is_told_to_no_machine(date):
    html = article_page(article(published=date, updated=None))
    assert "datePublished" not in data_of(html)["mainEntity"]
    assert "citation_date" not in html
    assert "published_time" not in html


def test_a_month_is_told_where_months_are_understood():
    html = article_page(article(published="2023-03", updated="2023-04"))
    assert data_of(html)["mainEntity"]["datePublished"] == "2023-03"
    assert ("citation_date", "2023-03") in metas(html)
    assert not {"article:published_time", "article:modified_time"} & dict(open_graph(html)).keys()


@pytest.mark.parametrize(
    ("original", "site", "expected"),
    [
        ("https://lamp.example/bridge", Site(url="https://papers.example/"), "https://lamp.example/bridge"),
        ("https://lamp.example/bridge", Site(), "https://lamp.example/bridge"),
        (None, Site(url="https://papers.example/a"), "https://papers.example/a/articles/the-bridge-is-open-"),
        (None, Site(), ""),
        ("javascript:alert(1)", Site(), ""),
        ("https://lamp.example/" + "x" * 1000, Site(), ""),
        ("https://lamp.example/a|b%zz<c>é?[d]", Site(), "https://lamp.example/a%7Cb%25zz%3Cc%3E%C3%A9?%5Bd%5D"),
        ("https://<b>.example/", Site(), ""),
        ("https://desk@lamp.example/", Site(), ""),
    ],
)
def test_canonical_is_the_original_else_the_page_itself_else_nothing(original, site, expected):
    html = article_page(article(original_url=original), site)
    found = canonical(html) or ""
    assert found.startswith(expected)
    assert bool(found) == bool(expected)
    assert data_of(html).get("isBasedOn") == (found if found.startswith("https://lamp") else None)


def test_other_pages_are_their_own_canonical_where_the_address_of_the_site_is_known():
    made = pages(whole_town(), Site(url="https://papers.example/quarrow"))
    assert canonical(made["years/2023/03.html"]) == "https://papers.example/quarrow/years/2023/03.html"
    assert canonical(made["404.html"]) is None
    assert canonical(pages(whole_town())["index.html"]) is None


def test_rights_of_the_archive_hold_for_a_text_that_states_none():
    assert ("DC.rights", "All theirs.") in metas(article_page(article(rights=None), Site(rights="All theirs.")))


@pytest.mark.parametrize("text", ["excerpt", "facts"])
def test_an_edition_changes_nothing_of_what_machines_are_told_but_tells_no_body(text):
    full, less = (article_page(article(), Site(edition=Edition(text=kind))) for kind in ("full", text))
    assert data_of(full) == data_of(less)
    assert "articleBody" not in full
    assert "The bridge opened." not in "".join(re.findall(r"<meta[^>]*>|<script.*?</script>", full))


HOSTILE = "</script><script>alert(1)</script><!-- \u2028\u2029 & \" ' \x00\x1b\x9f \u202egnirts ]]>"


def test_no_text_can_end_the_element_that_holds_it():
    told = article(headline=HOSTILE, deck=HOSTILE, authors=(HOSTILE,), outlet=HOSTILE, agency=HOSTILE, section=HOSTILE)
    html = article_page(told, Site(title=HOSTILE))
    (element,) = re.findall(r"<script type=\"application/ld\+json\">(.*?)</script>", html, re.DOTALL)
    assert not re.search("[<>&\u2028\u2029\x00-\x1f]", element)
    text = "</script><script>alert(1)</script><!-- & \" ' gnirts ]]>"
    article_data = data_of(html)["mainEntity"]
    assert article_data["headline"] == text
    assert article_data["publisher"]["name"] == article_data["author"][0]["name"] == text
    assert dict(open_graph(html))["og:title"] == text
    assert len(extruct.extract(html, syntaxes=["json-ld"])["json-ld"]) == 1


def test_a_headline_of_megabytes_and_a_byline_of_hundreds_are_shortened():
    long = article(headline="Long " * 60_000, deck="x" * 300_000, authors=tuple(f"Author {n}" for n in range(500)))
    html = article_page(long)
    told = data_of(html)["mainEntity"]
    assert len(told["headline"]) <= 300
    assert len(told["author"]) == 20
    assert len(dict(metas(html))["citation_abstract"]) <= 302


@pytest.mark.slow
@given(st.text(), st.text(), st.none() | st.text())
def test_any_text_is_read_back_whole(headline, name, address):
    html = article_page(article(headline=headline, authors=(name,), outlet=name, original_url=address))
    told = data_of(html)["mainEntity"]
    assert told.get("headline") == tidy(headline, 300)
    assert told.get("publisher", {}).get("name") == tidy(name, 120)


def test_what_machines_are_told_is_little():
    html = article_page(
        article(
            headline="Council votes for the bridge, and the ferry has a year to live",
            deck="Eleven to four, after nine hours: what the islands gain, and what they lose by it in the end.",
            original_url="https://www.quarrow-lamp.example/harbour/2023/03/29/council-votes-for-the-bridge-and-ferry",
        ),
        Site(title="The Harbour Papers", url="https://papers.example/quarrow/"),
    )
    told = re.findall(r'<meta (?:property|name="(?:z:|prism|DC|citation)).*?>\n|<script type=.*?</script>', html)
    told += re.findall('<link rel="(?:canonical|alternate)".*?>\n', html)
    assert len("".join(told).encode()) < 2_500


@pytest.mark.browser
def test_a_browser_says_nothing_of_the_data(chromium, tmp_path):
    file = tmp_path / "article.html"
    file.write_bytes(article_page(article(headline=HOSTILE)).encode())
    page = chromium.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(file.as_uri())
    data = json.loads(page.locator("script[type]").text_content())
    page.close()
    assert data["mainEntity"]["publisher"]["name"] == "The Quarrow Lamp"
    assert [words for words in said if "style.css" not in words and "ERR_FILE_NOT_FOUND" not in words] == []
