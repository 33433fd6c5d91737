"""How to cite an article: who, what, where and when, then the archive, the item and its address."""

from newsarchive.model import Article, Entry
from newsarchive.render.dates import long_date
from newsarchive.render.entries import headline_of, published_card
from newsarchive.render.link import Link, Sentence, page_address, web_address
from newsarchive.render.sheet import Plan


def citation(plan: Plan, entry: Entry, article: Article) -> Sentence:
    """One line for a bibliography, of an article reduced to its edition. What is not known is said, or left away."""
    words = plan.words
    what = _title(plan, entry)
    if article.authors:
        what = words.sentence("cite", "by", authors=words.row(map(Link, article.authors)), headline=what)
    outlet = plan.outlets.get(entry.id)
    certainty = entry.card.published_certainty
    date = long_date(article.published, certainty, words) if article.published else words.say("dates", "short_none")
    where = words.sentence("cite", "in", outlet=outlet.name, date=date) if outlet else (Link(date),)
    held = words.sentence("cite", "held", archive=plan.site.title, item=entry.id)
    return words.sentence("cite", "whole", what=what, where=where, held=held, address=_address(plan, entry, article))


def _title(plan: Plan, entry: Entry) -> Sentence:
    headline = headline_of(published_card(plan, entry))
    if not headline:
        return (Link(plan.words.say("form", "no_headline")),)
    return plan.words.sentence("cite", "headline", headline=headline)


def _address(plan: Plan, entry: Entry, article: Article) -> Sentence:
    """Where the article itself stands on the web, else its page in this archive where that is put online."""
    address = web_address(article.original_url) or page_address(plan.site.url, entry.url)
    return (Link(f" {address}"),) if address else ()
