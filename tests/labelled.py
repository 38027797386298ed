"""A small knowledge and messages that are labelled for it."""

import json
from pathlib import Path

from conftest import entry
from crisis_file import CRISIS

from bot.evaluation.messages import Message
from bot.knowledge.model import Article, Knowledge, Topic

NAPS = entry(
    "naps", title="Do naps help?", phrasings=["do naps help", "is a nap good", "sleep after lunch"]
)
FOOD = entry(
    "food", title="What may I eat?", phrasings=["what may I eat", "is breakfast fine", "my lunch"]
)
RIDE = entry(
    "ride", title="Who drives me?", phrasings=["who drives me", "need a driver", "take the bus"]
)
COST = Topic(id="cost", say="Please ask.", phrasings=("what is the price", "do I have to pay"))
KNOWN = Knowledge(
    articles=(Article(article="Guide", entries=(NAPS, FOOD, RIDE)),), crisis=CRISIS, topics=(COST,)
)

LINES: tuple[dict[str, object], ...] = (
    {"text": "do naps help", "want": "answer", "entries": ["naps"]},
    {"text": "is a short nap any good?", "want": "answer", "entries": ["naps"]},
    {"text": "should I nap on a sofa?", "want": "answer", "entries": ["naps"]},
    {"text": "can I have breakfast?", "want": "answer", "entries": ["food"]},
    {"text": "what could I eat before it?", "want": "answer", "entries": ["food"]},
    {"text": "who is driving me home?", "want": "answer", "entries": ["ride", "food"]},
    {"text": "is the bus allowed?", "want": "answer", "entries": ["ride"]},
    {"text": "what does a zebra eat?", "want": "no answer"},
    {"text": "what is the price?", "want": "no answer", "kind": "cost"},
    {"text": "do I have to pay for the driver?", "want": "no answer"},
    {"text": "who won?", "want": "no answer"},
    {"text": "which driver won the race?", "want": "no answer"},
    {"text": "I had a nap", "want": "silence"},
    {"text": "who drives a red bus?", "want": "silence"},
    {"text": "what did you eat?", "want": "silence"},
    {"text": "lol", "want": "silence"},
    {"text": "I want to kill myself", "want": "crisis", "kind": "said outright"},
    {"text": "nobody is left", "want": "crisis", "kind": "hinted at"},
    {"text": "this queue is killing me", "want": "not crisis"},
)
MESSAGES = tuple(Message.model_validate_json(json.dumps(line)) for line in LINES)


def write(path: Path, *lines: object) -> Path:
    """A file of the lines; a text stands as it is, everything else as JSON."""
    written = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(written) + "\n", encoding="utf-8")
    return path
