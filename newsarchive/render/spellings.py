"""Which spellings of a name were put together on its page, how often each stands, and who said so."""

from newsarchive.model import Group
from newsarchive.render.link import Sentence
from newsarchive.render.sheet import Plan
from newsarchive.text.author_names import bare_name


def spellings_sums(plan: Plan, section: str, group: Group) -> tuple[Sentence, ...]:
    """The other spellings of an outlet. Of an author all, and apart those that config.yaml puts under the name."""
    if section == "outlets":
        others = [spelling for spelling in group.spellings if spelling != group.name]
        return (plan.words.sentence("sums", "spellings", names=plan.words.listed(others)),) if others else ()
    times = dict(zip(group.spellings, group.times, strict=True))
    sure = [spelling for spelling in times if bare_name(spelling) == bare_name(group.name)]
    chosen = [spelling for spelling in times if spelling not in sure]
    told = []
    if len(sure) > 1 or (sure and sure != [group.name]):
        told.append(plan.words.sentence("authors", "together", names=_listed(plan, sure, times)))
    if chosen:
        told.append(plan.words.sentence("authors", "together_by_choice", names=_listed(plan, chosen, times)))
    return tuple(told)


def _listed(plan: Plan, spellings: list[str], times: dict[str, int]) -> str:
    """Spellings with the number of their articles: "Ada Rook (12) and ADA ROOK (3)"."""
    words = plan.words
    return words.listed(
        words.say("authors", "times", name=spelling, number=words.number(times[spelling])) for spelling in spellings
    )
