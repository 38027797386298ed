"""The commands: parse, wire, exit code. Nothing imports this module."""

import logging
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from bot import __version__, settings
from bot.answering import golden
from bot.answering.answerer import Answerer
from bot.answering.library import Library
from bot.answering.replies import Question
from bot.errors import BotError, ExitCode, KnowledgeError
from bot.evaluation import calibration, explaining, messages, report, scoring
from bot.evaluation.messages import Messages
from bot.knowledge.calibration import Budget, write
from bot.knowledge.loading import load
from bot.knowledge.verification import unverified
from bot.platforms import jsonl, terminal

app = typer.Typer(
    help="Answers treatment questions from a knowledge base.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Folder = Annotated[Path | None, typer.Option("--knowledge", help="A knowledge folder.")]
Files = Annotated[list[Path], typer.Argument(help="Labelled messages, one JSON object a line.")]


def _version(wanted: bool) -> None:  # noqa: FBT001 - typer calls it with the flag's value
    if wanted:
        typer.echo(__version__)
        raise typer.Exit


@app.callback()
def main(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Answers treatment questions from a knowledge base."""


@app.command()
def chat() -> None:
    """Talk to the bot here, without a token or a network."""
    console = Console()
    conversation = terminal.Chat(_answerer(), console)
    if sys.stdin.isatty():
        console.print(terminal.WELCOME)
    conversation.run(_typed(console))


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="Your question, in quotes.")] = None,
    *,
    json: Annotated[
        bool, typer.Option("--json", help="Read and write one JSON object a line.")
    ] = False,
) -> None:
    """Answer one question, or with --json every line of standard input."""
    if json:
        for line in jsonl.replies(_answerer(), sys.stdin.buffer):
            print(line, flush=True)  # noqa: T201 - the contract is plain lines, each flushed
        return
    if question is None:
        raise typer.BadParameter("give a question in quotes, or --json")
    terminal.show(Console(), _answerer().answer(Question(question, addressed=True)))


@app.command()
def check(
    folder: Annotated[Path | None, typer.Argument(help="A knowledge folder.")] = None,
) -> None:
    """Look for faults and numbers to verify in a knowledge folder; ask its golden questions."""
    chosen = folder or settings.load().knowledge_dir
    answerer = Answerer(load(chosen))
    _doubt(answerer)
    outcomes = golden.run(answerer)
    failed = [outcome for outcome in outcomes if not outcome.passed]
    for outcome in failed:
        typer.echo(
            f"golden question {outcome.question!r}: expected {outcome.expected}, "
            f"reached {outcome.reached}"
        )
    entries = len(answerer.knowledge.entries)
    passed = len(outcomes) - len(failed)
    typer.echo(f"{entries} entries, {passed} of {len(outcomes)} golden questions as expected")
    if outdated := unverified(chosen, datetime.now(UTC).date()):
        raise KnowledgeError(outdated)
    if failed:
        raise typer.Exit(ExitCode.FAILURE)


@app.command()
def evaluate(
    files: Files,
    *,
    knowledge: Folder = None,
    plot: Annotated[
        Path | None, typer.Option(help="Draw the confusion matrix into this picture.")
    ] = None,
) -> None:
    """Count what becomes of labelled messages, with the worst confusions."""
    answerer = _answerer(knowledge)
    _doubt(answerer)
    read = _messages(files, answerer)
    found = scoring.results(_cases(answerer, read), answerer.knowledge.thresholds)
    report.evaluation(report.console(), found, answerer.knowledge)
    if plot:
        # Imported here: matplotlib is slow to import.
        from bot.evaluation.plot import confusion_matrix  # noqa: PLC0415

        confusion_matrix(found, answerer.knowledge, plot)
    if read.faults:
        raise typer.Exit(ExitCode.FAILURE)


@app.command()
def calibrate(
    files: Files,
    *,
    knowledge: Folder = None,
    wrong: Annotated[
        float, typer.Option(min=0, max=1, help="Most wrong answers, of all questions with one.")
    ] = Budget().wrong,
    uncovered: Annotated[
        float, typer.Option(min=0, max=1, help="Most answers, of all questions without one.")
    ] = Budget().uncovered,
    offered: Annotated[
        float, typer.Option(min=0, max=1, help="Most choices, of all questions without an answer.")
    ] = Budget().offered,
    chatter: Annotated[
        float, typer.Option(min=0, max=1, help="Most replies, of all that wants none.")
    ] = Budget().chatter,
) -> None:
    """Choose from where on the bot speaks, and write that into the knowledge folder."""
    folder = knowledge or settings.load().knowledge_dir
    answerer = _answerer(folder)
    read = _messages(files, answerer)
    budget = Budget(wrong=wrong, uncovered=uncovered, offered=offered, chatter=chatter)
    today = datetime.now(UTC).date()
    chosen, curves = calibration.calibrate(answerer, _cases(answerer, read), budget, today)
    report.calibration(report.console(), chosen, curves)
    typer.echo(f"written to {write(chosen, folder)}")
    if read.faults:
        raise typer.Exit(ExitCode.FAILURE)


@app.command()
def explain(
    text: Annotated[str, typer.Argument(help="A message, in quotes.")],
    *,
    overheard: Annotated[
        bool, typer.Option("--overheard", help="As if it was not said to the bot.")
    ] = False,
    knowledge: Folder = None,
) -> None:
    """Show why a message gets the reply that it gets."""
    why = explaining.explain(_answerer(knowledge), Question(text, addressed=not overheard))
    report.explanation(report.console(), why)


@app.command()
def discord() -> None:
    """Run the bot on Discord."""
    # Imported here: discord.py takes half a second that the other commands need not wait.
    from bot.platforms.discord.running import run  # noqa: PLC0415

    chosen = settings.load()
    _log(chosen.log_level)
    run(chosen)


@app.command()
def demo(
    *,
    knowledge: Annotated[Path | None, typer.Option(help="A knowledge folder to try.")] = None,
    open_page: Annotated[bool, typer.Option("--open/--no-open", help="Open the page.")] = True,
) -> None:
    """Run the real bot in a simulated Discord, on a page in your browser."""
    from bot.platforms.discord.demo import run  # noqa: PLC0415 - an extra, and slow to import

    chosen = settings.load()
    run(Library(knowledge or chosen.knowledge_dir, chosen.crisis_region), open_page=open_page)


def _answerer(folder: Path | None = None) -> Answerer:
    chosen = settings.load()
    with Console(stderr=True).status("Getting ready"):  # shown in a terminal only
        return Answerer(load(folder or chosen.knowledge_dir), region=chosen.crisis_region)


def _doubt(answerer: Answerer) -> None:
    """Tell why the thresholds may not suit the knowledge, if they may not."""
    if doubt := answerer.knowledge.doubt:
        typer.echo(doubt, err=True)


def _messages(files: list[Path], answerer: Answerer) -> Messages:
    """Read the files, and name the lines that are left out."""
    read = messages.read(files, {entry.id for entry in answerer.knowledge.entries})
    for fault in read.faults:
        typer.echo(fault, err=True)
    return read


def _cases(answerer: Answerer, read: Messages) -> list[scoring.Case]:
    return scoring.cases(answerer, report.progress(read.messages, "Asking the bot"))


def _typed(console: Console) -> Iterator[str]:
    """What is typed, line by line, until the end of the input."""
    if not sys.stdin.isatty():
        sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]  # it is a text stream
        yield from sys.stdin
        return
    while True:
        try:
            yield console.input("[bold]> [/]")
        except (EOFError, KeyboardInterrupt):
            return


def _log(level: str) -> None:
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    # discord.py's debug lines hold whole messages, which are nobody's to keep.
    logging.getLogger("discord").setLevel(max(logging.INFO, logging.getLevelName(level)))


if __name__ == "__main__":
    try:
        app()
    except BotError as error:
        print(error, file=sys.stderr)  # noqa: T201 - one sentence to whoever started it
        sys.exit(error.exit_code)
