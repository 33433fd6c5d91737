"""A made-up harbour town: articles in every state that a page can meet, and the pages that render makes of them."""

import hashlib
from collections.abc import Iterable, Sequence

from newsarchive.link import link
from newsarchive.link.card import card
from newsarchive.model import (
    BODY_LABELS,
    NOTE_LABELS,
    Archive,
    Article,
    Block,
    Caption,
    Choices,
    Evidence,
    Note,
    Removed,
    Repair,
    Site,
    Span,
)
from tests.whole_site import render

PARAGRAPHS = (
    "The ferry that has tied Quarrow to its islands since the herring years made its last crossing on a grey morning.",
    "“We carried brides and coffins on the same deck,” said Odalys Brenn, who has steered it for nineteen years.",
    "The council voted eleven to four for the bridge, whose cost has grown from 40 to 61 million crowns.",
)


def make_article(path: str, lines: Sequence[tuple[str, str]], **fields: object) -> Article:
    """An article of labelled lines: ("deck", "…"), ("boilerplate promo", "…"), ("", "") for a blank line."""
    spans = [_span(number, label, text) for number, (label, text) in enumerate(lines, 1) if text]
    return article_of_spans(path, spans, **fields)


def article_of_spans(path: str, spans: Sequence[Span], **fields: object) -> Article:
    """An article whose body, notes, captions and left-out lines are what its spans say."""
    kept = [span for span in spans if span.copy_of is None]
    text = "\n".join(span.text for span in spans)
    read = {
        "headline": next((span.text for span in kept if span.label == "headline"), None),
        "deck": next((span.text for span in kept if span.label == "deck"), None),
        "body": tuple(
            Block(s.label, " ".join(s.text.split()), s.line, doubtful=s.doubtful)
            for s in kept
            if s.label in BODY_LABELS
        ),
        "captions": tuple(Caption(s.text, None, (s.line,)) for s in kept if s.label == "caption"),
        "notes": tuple(Note(s.label, s.text, (s.line,)) for s in kept if s.label in NOTE_LABELS),
        "removed": tuple(Removed(s.line, s.text, s.rule) for s in spans if s.label == "boilerplate"),
        "language": "en",
    }
    sha256 = hashlib.sha256(f"{path}\n{text}".encode("utf-8", "replace")).hexdigest()
    return Article(source=path, sha256=sha256, encoding="utf-8", spans=tuple(spans), **(read | fields))


def _span(number: int, label: str, text: str) -> Span:
    name, _, rule = label.partition(" ")
    return Span(number, 0, len(text), text, name, rule or "a_rule")


def archive_of(articles: Iterable[Article]) -> Archive:
    """The archive of some articles."""
    return link([card(article) for article in articles], (), Choices.none)


def pages(articles: Sequence[Article], site: Site | None = None, **more: object) -> dict[str, str]:
    """The pages of some articles, by path, as text."""
    made = render(archive_of(articles), articles, site or Site(), **more)
    return {page.path: page.content.decode() for page in made}


def article_page(article: Article, site: Site | None = None) -> str:
    """The page of an article that is alone in its archive."""
    return next(render(archive_of([article]), [article], site or Site())).content.decode()


def page_of(made: dict[str, str], name: str) -> str:
    """The one article page whose address has a name in it."""
    (found,) = [content for path, content in made.items() if path.startswith("articles/") and name in path]
    return found


def dated(
    day: str, certainty: str = "stated", why: str = "line 3 names the day", lines: tuple[int, ...] = (3,)
) -> dict[str, object]:
    """The fields of a date with its evidence."""
    return {"published": day, "evidence": (Evidence("published", lines, "a_rule", certainty, why),)}


def whole_town() -> list[Article]:
    """Articles in every state: dates of all kinds, copies, right to left, repaired, Markdown, hostile, empty."""
    return [*_ferry_story(), *_oddities(), *_brief_ones()]


def weekly_of_three_years() -> list[Article]:
    """What calendars and tables show: an outlet with a gap, and a day that three years have articles of."""
    days = [
        f"{year}-{month:02}-15" for year in (2021, 2022, 2023) for month in range(1, 13) if (year, month) < (2023, 9)
    ]
    days += [f"2022-{month:02}-{day:02}" for month in (2, 3) for day in range(1, 9)]
    days = [day for day in days if not "2022-08" < day < "2022-12"]
    return [
        make_article(
            f"weekly/{number:02}.txt",
            [
                ("headline", f"Week {number} on the quay"),
                ("paragraph", f"The {number}th week was quiet."),
                ("boilerplate newsletter_prompt", "Get the Weekly in your letterbox"),
            ],
            outlet="Quarrow Weekly",
            **dated(day, *["inferred"] * (number % 5 == 0)),
        )
        for number, day in enumerate(days, 1)
    ]


def _ferry_story() -> list[Article]:
    lamp = make_article(
        "lamp/bridge.txt",
        [
            ("boilerplate donation_appeal", "Help the Lamp keep its light on"),
            ("headline", "Council votes for the bridge, and the ferry has a year to live"),
            ("date", "29 March 2023"),
            ("byline", "By Maren Oduya and Tobias Fell"),
            ("deck", "Eleven to four, after nine hours: what the islands gain, and what they lose."),
            ("", ""),
            ("caption", "The Herring Maid at her berth."),
            ("paragraph", PARAGRAPHS[0]),
            ("boilerplate newsletter_prompt", "Get the Lamp in your letterbox, free, every morning"),
            ("paragraph", PARAGRAPHS[1]),
            ("subhead", "What will it cost?"),
            ("paragraph", PARAGRAPHS[2]),
            ("quote", "A bridge does not stop for fog, and it does not stop for a chat either."),
            ("list_item", "Work begins in May."),
            ("list_item", "Tolls: none for islanders."),
            ("embed", "https://social.example/quarrow/1"),
            ("paragraph", "The mayor did not answer questions about the toll for visitors."),
            ("bio", "Maren Oduya writes about the harbour."),
            ("boilerplate most_read", "Most read today"),
            ("boilerplate odd_thing", "Sign in to comment"),
        ],
        outlet="The Quarrow Lamp",
        authors=("Maren Oduya", "Tobias Fell"),
        published="2023-03-29",
        original_url="https://lamp.example/bridge",
        evidence=(
            Evidence("published", (3,), "a_rule", "stated", "line 3 is a date alone"),
            Evidence("outlet", (1,), "a_rule", "inferred", "an appeal for donations names it"),
            Evidence("authors", (4,), "a_rule", "stated", "line 4 begins with By"),
            Evidence("headline", (2,), "a_rule", "stated", "line 2 stands as the headline"),
        ),
    )
    tide = make_article(
        "tide/vote.txt",
        [
            ("headline", "Quarrow says yes to its bridge"),
            ("paragraph", "Nine hours, fifteen speeches and one dropped gavel later, the bridge has its majority."),
            ("paragraph doubtful", "Photographs of the vote"),
        ],
        outlet="Tidewater Gazette",
        authors=("Ines Carrow",),
        **dated("2023-03-29?", "inferred", "“on Wednesday” and a caption of the day before", (2,)),
    )
    tide = article_of_spans(
        tide.source,
        [
            *tide.spans[:2],
            Span(3, 0, 23, "Photographs of the vote", "paragraph", "in_doubt", doubtful=True),
            Span(4, 0, 30, "The gavel was found next day. ", "paragraph", "a_rule"),
            Span(4, 30, 58, "Read more: The gavel's story", "boilerplate", "promo"),
        ],
        outlet="Tidewater Gazette",
        authors=("Ines Carrow",),
        published="2023-03-29?",
        evidence=tide.evidence,
    )
    wire = [
        ("headline", "Islands to get bridge"),
        ("paragraph", "QUARROW (Mer) — The council voted for a bridge on Wednesday."),
    ]
    copies = [
        make_article(f"wire/{name}.txt", wire, outlet=outlet, agency="Mer", dateline="QUARROW", **dated("2023-03-30"))
        for name, outlet in (("lamp", "The Quarrow Lamp"), ("herald", "Inland Herald"), ("none", None))
    ]
    return [lamp, tide, *copies]


def _oddities() -> list[Article]:
    repaired = article_of_spans(
        "herald/café.txt",
        [
            Span(1, 0, 26, "A café for the last ferry", "headline", "a_rule"),
            Span(3, 0, 44, "The café on the quay stays open, it’s said.", "paragraph", "a_rule"),
            Span(4, 0, 44, "The café on the quay stays open, it’s said.", "paragraph", "a_rule", copy_of=3),
        ],
        outlet="Inland Herald",
        repairs=(Repair(3, 35, "â€™", "’", "mojibake"), Repair(3, 0, "\x00", "", "control_character")),
        **dated("2023-04"),
    )
    hebrew = make_article(
        "yam/gesher.txt",
        [
            ("headline", "הגשר אושר בקול רעש"),
            ("paragraph", "המועצה הצביעה בעד הגשר, אחרי תשע שעות."),
            ("boilerplate related", "עוד בנושא"),
        ],
        outlet="קול הים",
        language="he",
        authors=("נועם בר",),
        **dated("[2023-03-29,2023-03-30]", "inferred", "the text names two days"),
    )
    markdown = article_of_spans(
        "essays/ferry.md",
        [
            Span(1, 0, 3, "---", "front_matter", "front_matter"),
            Span(2, 0, 16, "outlet: Tidewater", "front_matter", "front_matter"),
            Span(3, 0, 3, "---", "front_matter", "front_matter"),
            Span(5, 0, 11, "# In praise", "headline", "markdown_heading"),
            Span(7, 0, 31, "The ferry was *slow*, which was", "paragraph", "markdown_paragraph"),
            Span(8, 0, 10, "the point.", "paragraph", "markdown_paragraph"),
        ],
        headline="In praise",
        body=(
            Block(
                "paragraph",
                "The ferry was slow, which was the point.",
                7,
                html="<p>The ferry was <em>slow</em>, which was\nthe point.</p>",
            ),
        ),
        outlet="Tidewater Gazette",
        evidence=(Evidence("outlet", (), "front_matter", "given", "stated in front matter"),),
    )
    bounded = make_article(
        "x/undated.txt",
        [("headline", "Who owns the fog?"), ("paragraph", "The fog has no owner, a court found.")],
        language=None,
        **dated("[2022-03-30..]", "inferred", "a photograph is of that day"),
    )
    return [repaired, hebrew, markdown, bounded, make_article("x/nothing.txt", [])]


def _brief_ones() -> list[Article]:
    headless = make_article(
        "x/brief.txt", [("paragraph", "The harbour master has asked for silence at night.")], language="en"
    )
    long = make_article(
        "x/long.txt",
        [("headline", "Long " * 49 + "day"), ("paragraph", "Short.")],
        outlet="Inland Herald",
        authors=tuple(f"Author Number {n}" for n in range(1, 13)),
        **dated("2023-03-29"),
    )
    word = make_article(
        "x/word.txt",
        [("headline", "Quarrowharbourbridgecommitteechairmanshipelectiondaybreakfast"), ("paragraph", "One.")],
    )
    hostile = make_article(
        "x/<script>.txt",
        [
            ("headline", "<script>alert(1)</script>"),
            ("deck", '"><img src=x onerror=alert(1)>'),
            ("paragraph", "{{ site.title }} {% raw %} </p><script>alert(2)</script> & &amp; ]]>"),
        ],
        outlet="<b>Bold</b> & Sons",
        authors=("'\"><svg onload=alert(3)>",),
        agency="</p>",
        original_url="javascript:alert(4)",
        kicker="<i>",
        **dated("2024-01-02", why="</dd><script>"),
    )
    return [headless, long, word, hostile]
