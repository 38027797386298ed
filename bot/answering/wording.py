"""The bot's own words, the same on every platform. What it knows stands in the knowledge."""

from bot.answering.personal import Personal
from bot.answering.replies import Place

DISCLAIMER = (
    "This is general information, not medical advice. Please consult your healthcare provider "
    "before you decide anything about your treatment."
)

CHOOSE = "I am not sure which of these you mean. Please choose one:"

CHOOSE_ONE = "I am not sure what you mean. Is it this?"

CHOOSE_IN_GENERAL = (
    "If that is about your own dose, medicines or supply, please ask the provider who treats you. "
    "In general, is it this that you mean?"
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
    Personal.OTHER: (
        "That sounds like a decision about your own treatment, which I cannot make with you. "
        "Please ask the provider who treats you, or a pharmacist if it is about medicines."
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
