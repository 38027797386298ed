"""What becomes of labelled messages: how many are answered rightly, wrongly, or not at all.

python -m benchmarks.answers FILE
"""

import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from bot.answering.answerer import Answerer
from bot.answering.replies import Answer, Choices, Question
from bot.knowledge.loading import load
from bot.settings import SHIPPED_KNOWLEDGE

Message = dict[str, Any]


def main(file: Annotated[Path, typer.Argument(help="Labelled messages, as JSON lines.")]) -> None:
    """Ask the bot each message of a file, and count the outcomes of each kind."""
    answerer = Answerer(load(SHIPPED_KNOWLEDGE))
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    for line in file.read_text("utf-8").splitlines():
        message = json.loads(line)
        outcomes[_kind(message)][_outcome(answerer, message)] += 1
    Console().print(_table(outcomes))


def _kind(message: Message) -> str:
    if message["want"] == "crisis":
        return "crisis, said outright" if message["explicit"] else "crisis, hinted at"
    return str(message["want"])


def _outcome(answerer: Answerer, message: Message) -> str:
    """The kind of reply; for an answer or a choice that was wanted, whether it is right."""
    reply = answerer.answer(Question(message["text"], addressed=message["want"] != "silence"))
    wanted = message.get("entries", [])
    if isinstance(reply, Answer) and wanted:
        return "right answer" if reply.entry in wanted else "wrong answer"
    if isinstance(reply, Choices) and wanted:
        offered = any(option.entry in wanted for option in reply.options)
        return "right one offered" if offered else "wrong ones offered"
    return str(reply.kind)


def _table(outcomes: dict[str, Counter[str]]) -> Table:
    table = Table("messages", "outcome", "number", "share")
    for kind in sorted(outcomes):
        total = outcomes[kind].total()
        for outcome, number in outcomes[kind].most_common():
            table.add_row(kind, outcome, str(number), f"{number / total:.0%}")
        table.add_section()
    return table


if __name__ == "__main__":
    typer.run(main)
