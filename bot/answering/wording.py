"""The bot's own words, the same on every platform. What it knows stands in the knowledge."""

from bot.answering.personal import Personal
from bot.answering.replies import Place

DISCLAIMER = (
    "This is general information, not medical advice. Please consult your healthcare provider "
    "before you decide anything about your treatment."
)

CHOOSE = "I am not sure which of these you mean. Please choose one:"

CHOOSE_ONE = "I am not sure what you mean. Is it this?"

# Each number was read on 23 November 2026: 988 at internationalmentalhealth.org, 9-8-8 at
# connectfm.ca and maplenow.ca, 116 123 at samaritans.org, 13 11 14 in PMC7055771 (table 2), and
# findahelpline.com at its own site.
CRISIS = (
    "It sounds as if somebody may be in danger. I am glad that it was said here. Please talk to a "
    "person right now:\n"
    "- If a life is at risk, call your local emergency number (911 in the United States, 112 in "
    "the European Union) or go to the nearest emergency department.\n"
    "- United States: call or text 988, the 988 Suicide and Crisis Lifeline.\n"
    "- Canada: call or text 9-8-8.\n"
    "- United Kingdom and Ireland: call Samaritans, 116 123, free.\n"
    "- Australia: call Lifeline, 13 11 14.\n"
    "- Anywhere else: findahelpline.com lists lines by country.\n"
    "You do not have to be alone with this. I am a bot and no crisis service, and nobody is called "
    "for you because you wrote here."
)

PERSONAL = {
    Personal.DOSE: (
        "I cannot answer questions about a dose. The clinician who treats you sets yours and "
        "knows why, so please ask them."
    ),
    Personal.STOPPING: (
        "Please do not stop or change a medicine because of what you read here. Ask the doctor "
        "who prescribes it first."
    ),
    Personal.MIXING: (
        "I cannot say whether a medicine or another drug goes together with ketamine. Please ask "
        "the provider who treats you, or a pharmacist, and name everything that you take."
    ),
    Personal.SOURCING: (
        "I cannot help with getting ketamine or any other drug. A doctor can tell you whether a "
        "treatment is right for you, and where it is given."
    ),
}

HELP = (
    "Ask me a question about ketamine infusion therapy, in your own words. /topics lists what I "
    "can answer. In a channel, please mention me in the message, so that I can read it."
)

UNKNOWN = {
    Place.COMMUNITY: (
        "I do not know the answer to that. Somebody here may know more, and a healthcare "
        "provider can answer what is about your own treatment. /topics lists what I can answer."
    ),
    Place.PRIVATE: (
        "I do not know the answer to that. A healthcare provider can answer what is about your "
        "own treatment. /topics lists what I can answer."
    ),
}
