"""Reads one YAML file into plain values, and remembers on which line each of them stood."""

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from bot.errors import Fault, KnowledgeError

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 10  # our files need 4; far deeper nesting exhausts the parser's stack

# libyaml reads a megabyte in half a second where the pure Python loader takes a minute;
# both are PyYAML's safe loader.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN_TAGS = {
    f"tag:yaml.org,2002:{name}" for name in ("int", "float", "bool", "null", "timestamp")
}
_TEXT_TAG = "tag:yaml.org,2002:str"

# What PyYAML says, and what a person can do about it.
_ADVICE = {
    "mapping values are not allowed": "a colon inside unquoted text: put the text in quotes",
    "cannot start any token": "a character YAML does not allow here (a tab, or one of @ ` %): "
    "indent with spaces, or put the text in quotes",
    "found unexpected end of stream": "a quote is opened and never closed: close it",
    "while scanning a quoted scalar": "a quote is opened and never closed: close it",
    "did not find expected key": "the indentation or a quote is off: line it up with the entry "
    "above, and put text that holds quotes in quotes of the other kind",
    "did not find expected '-' indicator": "the indentation is off: start each item of the list "
    "with '- ' in the same column",
    "could not find expected ':'": "a key without a colon: write 'key: value'",
    "expected a single document": "a second document: remove the line '---'",
    "but found another document": "a second document: remove the line '---'",
}

Where = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """The plain value of a file, the line of every part of it, and the faults met on the way."""

    file: str
    value: object
    lines: Mapping[Where, int]
    faults: tuple[Fault, ...]

    def fault(self, where: Where, message: str) -> Fault:
        """A fault at `where`, or at the nearest part around it that the file has."""
        while where not in self.lines:
            where = where[:-1]
        return Fault(self.file, self.lines[where], message)


def parse(file: str, raw: bytes) -> Document:
    """Turn the bytes of `file` into a document.

    Repeated keys and tags are faults of the document; reading goes on behind them.

    Raises:
        KnowledgeError: nothing can be read: too large, not UTF-8, not YAML, aliases,
            nested without end.
    """
    if len(raw) > MAX_BYTES:
        raise KnowledgeError([Fault(file, 1, "larger than 1 MiB: split it into several files")])
    text = _decode(file, raw)
    try:
        _refuse_what_explodes(file, text)
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        raise KnowledgeError(
            [Fault(file, line, "a control character that no text needs: delete it")]
        ) from None
    except yaml.MarkedYAMLError as error:
        raise KnowledgeError([_syntax_fault(file, error)]) from None
    if node is None:
        raise KnowledgeError([Fault(file, 1, "the file is empty: write its entries or delete it")])
    reader = _Reader(file)
    value = reader.read(node, (), node.start_mark.line + 1)
    return Document(file, value, reader.lines, tuple(reader.faults))


def _decode(file: str, raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise KnowledgeError(
            [Fault(file, line, "not UTF-8 text: save the file with the encoding UTF-8")]
        ) from None


def _refuse_what_explodes(file: str, text: str) -> None:
    """Refuse aliases (a few lines can stand for terabytes) and bottomless nesting.

    Works on the event stream, so nothing is built before it is known to be harmless.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = event.start_mark.line + 1  # type: ignore[union-attr]  # parsed events have marks
        if isinstance(event, yaml.AliasEvent):
            raise KnowledgeError([Fault(file, line, "an alias (*name): write the text out again")])
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise KnowledgeError(
                [Fault(file, line, "nested too deeply: write plain keys and lists")]
            )


def _syntax_fault(file: str, error: yaml.MarkedYAMLError) -> Fault:
    said = f"{error.context or ''} {error.problem or ''}".strip()
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    for words, advice in _ADVICE.items():
        if words in said:
            return Fault(file, line, advice)
    return Fault(file, line, f"not YAML ({said}): compare the line with an entry that works")


class _Reader:
    """Walks the nodes of one file; gathers values, their lines and the faults met."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Where, int] = {}
        self.faults: list[Fault] = []

    def read(self, node: yaml.Node, where: Where, line: int) -> object:
        self.lines[where] = line
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, where)
        if isinstance(node, yaml.SequenceNode):
            return [
                self.read(item, (*where, position), item.start_mark.line + 1)
                for position, item in enumerate(node.value)
            ]
        return self._scalar(node, line)

    def _mapping(self, node: yaml.MappingNode, where: Where) -> dict[str, object]:
        values: dict[str, object] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                self._fault(line, "a key that is not a word: write 'key: value'")
                continue
            key = key_node.value
            if key in values:
                self._fault(line, f"the key '{key}' stands here twice: keep one of the two")
            values[key] = self.read(value_node, (*where, key), line)
        return values

    def _scalar(self, node: yaml.Node, line: int) -> object:
        if node.tag == _TEXT_TAG:
            return node.value
        if node.tag not in _PLAIN_TAGS:
            self._fault(line, f"the tag '{node.tag}': write plain text, in quotes if need be")
            return node.value
        try:
            return yaml.constructor.SafeConstructor().construct_object(node)
        except ValueError:  # a date such as 2026-02-30; as text it is no date, as it should be
            return node.value

    def _fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(self.file, line, message))
