"""Questions for a personal decision, which no excerpt may seem to answer.

A dose, stopping a medicine, mixing it with another, getting hold of a drug: the person who
prescribes decides that with the one who asks, whatever the knowledge says in general.
"""

import re
from enum import Enum

from bot.answering.asking import questions_in
from bot.answering.medicines import DRUG, MEDICINE
from bot.matching.text import words


class Personal(Enum):
    """What the person would decide, in words for a moderator."""

    DOSE = "it asks about a dose, which only whoever prescribes it can decide"
    STOPPING = "it asks about stopping a medicine, which only whoever prescribes it can decide"
    MIXING = "it asks about mixing medicines or drugs, which only a provider can judge"
    SOURCING = "it asks how to get hold of a drug, with which the bot does not help"


_FEW = r"( \w+){0,4}"
_BUY = "(buy|order|score|cop|purchase|import|get hold of|get my hands on)"
_KETAMINE = "(k|ket|ketamine|it|some|drugs?|powder|vials?|troches?|lozenges?)"
_WHO = "(where|how|who|anyone|can i|can you|could i|would one)"

SIGNS = {
    Personal.DOSE: (
        r"\d+ ?(mgs?|mcg|milligrams?|ml|kg|kilos?|lbs?)",
        r"how many (mgs?|mill?igrams?|ml|vials?|lozenges?|troches?)",
        r"(mgs?|mill?igrams?) (per|a|of|do|is|an|kg)|per (kg|kilo)",
        r"in (mgs?|mill?igrams?)",
        (
            r"(my|right|correct|best|safe|max|maximum|highest|starting|standard|typical|bigger|"
            r"larger|smaller|stronger|weaker|full|half) (dose|dosage|amount)"
        ),
        r"(dose|dosage) (for|in numbers|is normal)|(what|which) (dose|dosage|amount)(?! range)",
        r"(should|can|could|may|do) i( \w+){0,3} (double up|go (up|higher)|push for more)",
        r"how often (can|should|may|must|shud) i|how much (do|should|can|would) i (need|get|use)",
        r"(half|halve|double|twice|third)( \w+){0,3} (dose|dosage|quantity|amount)",
        r"(should|shall|can|could) (i|she|he|they|we)( \w+)? (be on|ask for|go to) \d+",
        r"(would|will) (two|three|\d) be (ok|okay|alright|fine|safe|too much)",
        r"(too (much|little|strong|weak)|enough|more|extra|stronger) (of )?(the )?(k|ket|ketamine)",
        r"(raised?|raising|upped|bump(ed)?|doubled?|halved?|lowered)( \w+){0,2} (mine|amount|dose)",
        r"(amount|strength)( \w+){0,2} (k|ket|ketamine|bag|drip|infusion|iv)|body ?weight",
        r"(increase|lower|double|reduce|skip|missed|split|adjust|higher)( \w+){0,2} (dose|dosage)",
        r"how much (k|ket|ketamine) (do|should|can|would|will|to|is)",
        r"how much (i|you|they|we) (got|get|gave|give)",
        r"titrat(e|ed|ing|ion)",
    ),
    Personal.STOPPING: (
        rf"(stop|stopping|stopped|quit|quitting){_FEW} {MEDICINE}",
        rf"(drop|dropping|ditch|pause|skip|leave|leaving|hold){_FEW} {MEDICINE}",
        rf"{MEDICINE}{_FEW} (stop|stopping|quit|off them|off it|cold turkey|washout)",
        rf"(come|coming|get|getting|go|going|me|be|been|want) off{_FEW} {MEDICINE}",
        rf"(taper|tapering|wean|weaning|withdrawal){_FEW} {MEDICINE}",
        rf"(skipped|discontinuing|throw (away|out)|halve|halving|cut down|lower){_FEW} {MEDICINE}",
        rf"(bin|forgot|missed|didnt take|not take|not taking|came off|went off){_FEW} {MEDICINE}",
        r"(med|meds|medication|pill) free",
        rf"(swap|swapping|give up|giving up|get rid of|cut out|do without){_FEW} {MEDICINE}",
        (
            r"(stop|stopping|quit|quitting|skip|skipping|pausing|without)( taking| using)? "
            r"(them|mine|those|everything)|washout"
        ),
        (
            r"((do|should|can|may|could|shall) i( just)?|(i want|i plan|ok|okay|safe) to) "
            r"(bail|quit|stop|skip|pause|refuse|drop out|not go back)"
        ),
        r"finish the (course|series|rest|six) or",
    ),
    Personal.MIXING: (
        DRUG,
        r"(those|these|they|two|three|both|all) interact|interacts? with|interfere",
        rf"{MEDICINE}{_FEW} (clash|clashes|interact|interacts|a problem)",
        rf"{MEDICINE}{_FEW} (interactions?|contraindicated)",
        r"(drugs?|meds|medicines?)( \w+){0,2} (contraindicated|mix)",
        r"both( \w+){0,5} (safe|okay|ok|dangerous|risky)|safe( \w+){0,3} both",
        r"(drug|med|medication) interactions?|stack(ing)? (it|k|ket|ketamine) with",
        r"(smoke|smoking|vape|snort|snorting)( \w+){0,3} (before|after|during)",
    ),
    Personal.SOURCING: (
        rf"{_WHO}{_FEW} {_BUY}( \w+){{0,2}} {_KETAMINE}",
        rf"{_WHO}{_FEW} {_BUY}$",
        r"dealer|plug|dark ?(net|web)|street (k|ket|ketamine|price|value)|on the street",
        r"(selling|sells|sell me) (k|ket|ketamine|lozenges|troches|vials|some)",
        r"who sells|ships?|postage|hook me up",
        r"from (somebody|someone|anyone)( \w+){0,2} (here|server|group)",
        r"(without|w o)( \w+){1,2} (psychiatrist|psych|doctor|prescription|script)",
        r"(online|internet|overseas) (pharmacy|pharmacies)|over the counter|telegram|bitcoin",
        r"no questions asked|under the table|will just write it",
        r"(cheapest|best|good|reliable|legit|trusted) (source|supplier|seller|site)",
        r"(which|what|legit) (supplier|seller|vendor|website|market)",
        (
            r"(doc|doctor|tele ?doc|psychiatrist|clinic)s? (who|whos|that|which)( \w+){0,4} "
            r"(write|fine with|ask|lying|lie)"
        ),
        r"(spare|send|post|ship)( me)? (a|some|any|one) (troche|lozenge|k|ket|vial)",
        r"(someone|somebody|somone|who) i can get",
    ),
}
_DECISIONS = {
    decision: re.compile(rf"\b({'|'.join(signs)})\b") for decision, signs in SIGNS.items()
}
# What was taken before and did not help is a story, not a plan.
_TRIED = re.compile(
    r"\b(tried|failed|nothing|none|didnt|did not|not worked|no luck|bad experience)\b"
)
# With a drug named anywhere in the message, such a question is about the two together.
_WORRIES = re.compile(
    r"\b(safe|worry|worried|combo|together|danger|dangerous|risky|shouldnt|a problem)\b"
)
_NAMES_DRUG = re.compile(rf"\b{DRUG}\b")


def decision_in(text: str) -> Personal | None:
    """Which personal decision the text asks about, if any."""
    whole = " ".join(words(text))
    for decision in (Personal.SOURCING, Personal.DOSE):  # wherever in a story it is said
        if _DECISIONS[decision].search(whole):
            return decision
    for part in questions_in(text) or [text]:
        plain = " ".join(words(part))
        for decision, signs in _DECISIONS.items():
            if signs.search(plain) and not (decision is Personal.MIXING and _TRIED.search(plain)):
                return decision
        if _WORRIES.search(plain) and _NAMES_DRUG.search(whole) and not _TRIED.search(whole):
            return Personal.MIXING
    return None
