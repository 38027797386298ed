"""Reads one YAML file into plain values, and remembers on which line each of them stood."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import yaml

from bot.errors import Fault, KnowledgeError

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 10  # our files need 4; far deeper nesting exhausts the parser's stack

# libyaml reads a megabyte in half a second where the pure Python loader takes a minute;
# both are PyYAML's safe loader.
_LOADER: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# What YAML allows in no file, and the line ends of other worlds, which YAML counts as lines.
_CONTROL = re.compile(f"{yaml.SafeLoader.NON_PRINTABLE.pattern}|[\x85\u2028\u2029]")

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
class NotText:
    """A number, a truth value or a date that is none, as it stood in the file."""

    written: str

    def __repr__(self) -> str:
        return self.written


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

    Repeated keys are faults of the document; reading goes on behind them.

    Raises:
        KnowledgeError: nothing can be read: too large, not UTF-8, not YAML, or YAML beyond
            plain text, dates, lists and keys (aliases, tags, endless nesting).
    """
    if len(raw) > MAX_BYTES:
        raise _refused(file, 1, "larger than 1 MiB: split it into several files")
    text = _decode(file, raw)
    if control := _CONTROL.search(text):
        line = text.count("\n", 0, control.start()) + 1
        raise _refused(file, line, "a control character: delete it, and save the file as UTF-8")
    try:
        _refuse_what_explodes(file, text)
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        raise KnowledgeError([_syntax_fault(file, error)]) from None
    if node is None:
        raise _refused(file, 1, "the file is empty: write its entries or delete it")
    reader = _Reader(file)
    value = reader.read(node, (), node.start_mark.line + 1)
    return Document(file, value, reader.lines, tuple(reader.faults))


def _refused(file: str, line: int, message: str) -> KnowledgeError:
    return KnowledgeError([Fault(file, line, message)])


def _decode(file: str, raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise _refused(
            file, line, "not UTF-8 text: save the file with the encoding UTF-8"
        ) from None


def _refuse_what_explodes(file: str, text: str) -> None:
    """Refuse aliases (a few lines can stand for terabytes), tags, and bottomless nesting.

    Works on the event stream, so nothing is built before it is known to be harmless.
    """
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        line = event.start_mark.line + 1  # type: ignore[union-attr]  # parsed events have marks
        if isinstance(event, yaml.AliasEvent):
            raise _refused(file, line, "an alias (*name): write the text out again")
        if isinstance(event, yaml.CollectionStartEvent | yaml.ScalarEvent) and event.tag:
            raise _refused(
                file, line, f"the tag '{event.tag}': write plain text, in quotes if need be"
            )
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise _refused(file, line, "nested too deeply: write plain keys and lists")


def _syntax_fault(file: str, error: yaml.MarkedYAMLError) -> Fault:
    said = f"{error.context or ''} {error.problem or ''}".strip()
    # An unclosed quote is noticed at the end of the file; its beginning is what to mend.
    opened = error.context_mark if "quoted scalar" in said else None
    mark = opened or error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    for words, advice in _ADVICE.items():
        if words in said:
            return Fault(file, line, advice)
    return Fault(file, line, f"not YAML ({said}): compare the line with an entry that works")


class _Reader:
    """Walks the nodes of one file; gathers values, their lines and the faults met."""

    def __init__(self, file: str) -> None:
        self.lines: dict[Where, int] = {}
        self.faults: list[Fault] = []
        self._file = file

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
        """Text, a date, nothing, or what is none of them."""
        kind = node.tag.rpartition(":")[2]
        if kind == "str":
            if _CONTROL.search(node.value):
                self._fault(line, "a control character that no text needs: delete it")
            return node.value
        if kind == "null":
            return None
        try:
            return date.fromisoformat(node.value) if kind == "timestamp" else NotText(node.value)
        except ValueError:
            return NotText(node.value)

    def _fault(self, line: int, message: str) -> None:
        self.faults.append(Fault(self._file, line, message))
