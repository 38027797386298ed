"""A `Reply` as plain text, for every place that has nothing better."""

from bot.answering.replies import Answer, Choices, Reply, Silence


def text(reply: Reply) -> str:
    """The whole reply, the disclaimer included; empty for silence."""
    return "\n\n".join([_body(reply), reply.help]) if reply.help else _body(reply)


def _body(reply: Reply) -> str:
    match reply:
        case Answer():
            return answer(reply)
        case Choices(prompt=prompt, options=options):
            lines = [f"{number}. {option.title}" for number, option in enumerate(options, 1)]
            return "\n".join([prompt, *lines])
        case Silence():
            return ""
        case _:
            return reply.text


def answer(reply: Answer) -> str:
    """Title, excerpt, warning, disclaimer and source, a paragraph each."""
    warning = [f"Please note: {reply.warning}"] if reply.warning else []
    return "\n\n".join([reply.title, reply.excerpt, *warning, reply.disclaimer, source(reply)])


def source(reply: Answer) -> str:
    """Where the facts come from, and when somebody last looked."""
    return f"Source: {reply.source}. Reviewed {reply.reviewed:%d %B %Y}."
