"""The bot in a terminal: one question after the other, no token and no network."""

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from bot.answering.answerer import Answerer
from bot.answering.replies import Answer, Choices, Question, Reply, Silence
from bot.platforms import plain

WELCOME = (
    "Ask about ketamine infusion therapy in your own words. /topics lists what I can answer, "
    "a number chooses from a list, /quit ends."
)
QUIT = frozenset({"/quit", "/exit", "/q"})


class Chat:
    """A conversation: remembers only which choices were offered last, and if beside help."""

    def __init__(self, answerer: Answerer, console: Console) -> None:
        self._answerer = answerer
        self._console = console
        self._offered: tuple[str, ...] = ()
        self._helps = False

    def run(self, lines: Iterable[str]) -> None:
        """Answer each line until there are no more, or until one says to quit."""
        for line in lines:
            said = line.strip()
            if said in QUIT:
                return
            if said:
                self._respond(said)

    def _respond(self, said: str) -> None:
        if said == "/topics":
            self._console.print(topics(self._answerer), soft_wrap=True)
            return
        reply = self._chosen(said)
        if reply is None:
            reply = self._answerer.answer(Question(said, addressed=True))
            options = reply.options if isinstance(reply, Choices) else ()
            self._offered = tuple(option.entry for option in options)
            self._helps = reply.help is not None
        show(self._console, reply)

    def _chosen(self, said: str) -> Reply | None:
        number = int(said) if said.isdecimal() and len(said) == 1 else 0
        if not 0 < number <= len(self._offered):
            return None
        return self._answerer.whole(self._offered[number - 1], helps=self._helps)


def topics(answerer: Answerer) -> RenderableType:
    """All titles, article by article."""
    text = Text()
    for article in answerer.knowledge.articles:
        text.append(f"{article.article}\n", style="bold")
        for entry in article.entries:
            text.append(f"  {entry.title}\n")
    return text


def show(console: Console, reply: Reply) -> None:
    """Print the reply: laid out for a person, plain and unwrapped for a pipe."""
    if console.is_terminal:
        console.print(_panel(reply))
    else:
        console.print(plain.text(reply), soft_wrap=True, markup=False, emoji=False, highlight=False)


def _panel(reply: Reply) -> RenderableType:
    """The reply as rich lays it out; it reads the same without colour."""
    match reply:
        case Answer():
            parts = [Text(reply.excerpt)]
            if reply.warning:
                parts.append(Text(f"\nPlease note: {reply.warning}", style="yellow"))
            parts.append(Text(f"\n{reply.disclaimer}", style="italic"))
            parts.append(Text(f"\n{plain.source(reply)}", style="dim"))
            if reply.help:
                parts.append(Text(f"\n{reply.help}"))
            title = Text(reply.title, style="bold")
            return Panel(Group(*parts), title=title, title_align="left", padding=(1, 2))
        case Silence():
            return Text("(no reply)", style="dim")
        case _:
            return Panel(Text(plain.text(reply)), padding=(0, 2))
