"""What is said of an author: a name, a verb that says what somebody is or does, a job; or the job alone."""

import re

from newsarchive.label.boilerplate.names import outlet_words
from newsarchive.label.line import Line
from newsarchive.label.notes.jobs import holds_job, is_writer
from newsarchive.text.later import later
from newsarchive.text.names import is_person_name
from newsarchive.text.tokens import tokens

_REACH = 900
_LOOK = 240
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪĮİĶĹĻŁŃŅŇŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽА-ЯЁЄІЇҐΑ-Ω"
_JOINER = "(?:de|da|do|dos|del|della|der|den|van|von|bin|al|el|la|le|ter|zu|y|e|and|und|et) "
_PART = rf"(?:{_JOINER})?[{_CAPITAL}][\w.'’-]{{0,30}}"
_NAME = rf"(?:(?:Dr|Prof|Sir|Dame|Rabbi|Rev)\.? )?[{_CAPITAL}][\w.'’-]{{0,30}} {_PART}(?: {_PART}){{0,4}}"
_NAMED = re.compile(_NAME)
_BESIDE = r"(?:,? (?:\([^)]{1,60}\)|@\w{1,30}))?"
_IS = re.compile(
    rf"{_NAME}{_BESIDE},? (?:"
    r"(?:is|was|has been|serves as|served as|has served as|works as|worked as|are) (?:currently |also |now )?"
    r"(?=(?:an?|the|our|one|chief|senior|former|professor|assistant|associate|executive|founder|co-founder)\b|[A-Z])"
    r"|(?:Is|ist|war|arbeitet als|ist seit|est|était|a été|es|fue|ha sido|è|é|foi|sono|är|er|var|on|oli|jest|był|była"
    r"|is (?=redacteur|verslaggever|journalist|columnist|hoogleraar|correspondent|freelance|schrijver|onderzoeker)"
    r"|je|byl|byla|este|a fost|является)\b)(?P<what>[^.,;:—–]{2,160})"
)
_DOES = re.compile(
    rf"{_NAME}{_BESIDE} (?:covers|covered|writes|reports|hosts|edits|leads|teaches|blogs|joined|studied|works|worked"
    r"|specializes|specialises|schreibt|berichtet|leitet|studierte|lehrt|arbeitet|forscht|kam|moderiert|verantwortet"
    r"|écrit|couvre|dirige|enseigne|escribe|cubre|trabaja|scrive|insegna|escreve|cobre|schrijft|skriver|pisze|píše) "
    r"(?P<what>.{0,200}?\b"
    r"(?:for|at|with|from|für|bei|beim|über|im|zur|zum|in der|seit|als|pour|para|per|voor|för|dla)\b"
    r"[^.]{0,120})"
)
_CONTACT_BEGINS = "Write to|Contact|Email|E-mail|Reach|Follow|Connect with|You can (?:reach|follow|contact|email)"
_CONTACT = re.compile(
    rf"(?:{_CONTACT_BEGINS}) (?!us\b)"
    r".{2,80}?(?:@\w|(?:\bon|at) (?:Twitter|X|Instagram|Facebook|LinkedIn|Bluesky|Mastodon)\b)",
    re.IGNORECASE,
)
_ABOUT_BEGINS = ("About", "Über", "À", "Sobre")
_BEGINS = re.compile(rf"{_NAME}|(?i:{_CONTACT_BEGINS}) |{'|'.join(_ABOUT_BEGINS)}")
_ABOUT = later(rf"(?:About|Über|À propos de|Sobre|About [Tt]he [Aa]uthor ?:) {_NAME}")
LONGEST_ROLE = 90
"""Characters of a job alone; a longer bio begins with a name, or with words of _BEGINS."""
_IN_NO_ROLE = re.compile(
    "by|follow|learn|more|picture|photo|related|about|from|the|o|die|der|das|la|le|el|los|les|nicht"
)
_NO_ROLE_SIGN = re.compile(r"[\"“”„«?!:\d]")
_AFTER_ROLE = re.compile(
    "at|of|for|in|de|der|des|bei|beim|im|für|à|au|du|do|da|di|del|della|dell|och|för|ved|på|hos|w|y|e|and|und|et"
)


def may_be_bio(text: str) -> bool:
    """Whether a line that is longer than a job begins as bios do: most paragraphs do not."""
    return _BEGINS.match(text[:_LOOK]) is not None


def is_bio(line: Line) -> bool:
    """Like "Ann Roe is the Harbour Gazette's ferry correspondent" or "Science writer at the Gazette"."""
    if len(line.text) > _REACH or not any(map(str.isalpha, line.text)):
        return False
    text = line.text[:_LOOK]
    if _CONTACT.match(text) or (text.startswith(_ABOUT_BEGINS) and _ABOUT().fullmatch(text)):
        return True
    return (_NAMED.match(text) is not None and (_names_a_job(text) or _does_a_job(text))) or _is_role(line)


def _names_a_job(text: str) -> bool:
    """Ann Roe is the Harbour Gazette's ferry correspondent."""
    found = _IS.match(text)
    return found is not None and holds_job(tokens(found["what"])[:14])


def _does_a_job(text: str) -> bool:
    """Ann Roe covers ferries for the Harbour Gazette."""
    found = _DOES.match(text)
    if found is None:
        return False
    words = tokens(found["what"])
    return holds_job(words) or not outlet_words().isdisjoint(words)


def _is_role(line: Line) -> bool:
    """Senior ferry correspondent at the Harbour Gazette"""
    if len(line.text) > LONGEST_ROLE or not line.text[0].isupper() or _NO_ROLE_SIGN.search(line.text):
        return False
    at = next((index for index, word in enumerate(line.words[:5]) if is_writer(word)), None)
    if at is None or any(map(_IN_NO_ROLE.fullmatch, line.words[:at])) or is_person_name(line.text.partition(",")[0]):
        return False
    following = line.words[at + 1 : at + 2]
    return bool(_AFTER_ROLE.fullmatch(following[0])) if following else len(line.words) > 1
