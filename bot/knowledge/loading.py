"""A folder of YAML becomes a `Knowledge`, or a `KnowledgeError` with every fault in it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from bot.errors import Fault, KnowledgeError
from bot.knowledge import wording
from bot.knowledge.calibration import FILE as CALIBRATION
from bot.knowledge.calibration import Calibration
from bot.knowledge.document import MAX_BYTES, Document, Where, parse
from bot.knowledge.model import (
    NO_ENTRY,
    Article,
    CrisisFile,
    GoldenFile,
    Knowledge,
    SynonymsFile,
    TopicsFile,
)

CRISIS = "crisis.yaml"
GOLDEN = "golden.yaml"
TOPICS = "topics.yaml"
SYNONYMS = "synonyms.yaml"
SPECIAL = frozenset({CALIBRATION, CRISIS, GOLDEN, SYNONYMS, TOPICS})

Shape = TypeVar("Shape", bound=BaseModel)


def load(folder: Path) -> Knowledge:
    """Read every `*.yaml` file of `folder`: articles, and the files in `SPECIAL`.

    Raises:
        KnowledgeError: with all faults of all files; nothing is half-loaded.
    """
    faults: list[Fault] = []
    paths = list(_paths(folder, faults))
    documents = list(_documents(paths, faults))
    articles = _validated([one for one in documents if one.file not in SPECIAL], Article, faults)
    named = {one.file: [one] for one in documents if one.file in SPECIAL}
    crisis = _validated(named.get(CRISIS, []), CrisisFile, faults)
    topics = _validated(named.get(TOPICS, []), TopicsFile, faults)
    golden = _validated(named.get(GOLDEN, []), GoldenFile, faults)
    synonyms = _validated(named.get(SYNONYMS, []), SynonymsFile, faults)
    calibration = _validated(named.get(CALIBRATION, []), Calibration, faults)
    faults += _repeated(documents)
    faults += _tangled_synonyms(documents)
    if len(documents) == len(paths):  # an entry in a file nobody can read is not unknown
        faults += _unknown_golden(documents)
    if faults:
        raise KnowledgeError(faults)
    return Knowledge(
        articles=tuple(articles),
        crisis=crisis[0],
        topics=tuple(topic for file in topics for topic in file.topics),
        golden=tuple(question for file in golden for question in file.questions),
        synonyms=tuple(synonym for file in synonyms for synonym in file.synonyms),
        calibration=next(iter(calibration), None),
    )


def _paths(folder: Path, faults: list[Fault]) -> Iterator[Path]:
    name = folder.resolve().name
    if not folder.is_dir():
        faults.append(Fault(name, 1, "no such folder: name one that holds YAML files"))
        return
    try:
        every = sorted(folder.iterdir())
    except OSError as error:
        faults.append(Fault(name, 1, _unreadable(error)))
        return
    paths = [path for path in every if path.suffix.lower() in (".yaml", ".yml")]
    for path in paths:
        if path.suffix == ".yaml":
            yield path
        else:
            advice = f"rename it to {path.stem}.yaml"
            message = f"ends in {path.suffix} and would be passed over: {advice}"
            faults.append(Fault(path.name, 1, message))
    if CRISIS not in {path.with_suffix(".yaml").name for path in paths}:
        message = "is missing: copy it from the folder knowledge that came with the bot"
        faults.append(Fault(CRISIS, 1, message))
    if {path.name for path in paths} <= SPECIAL:
        faults.append(Fault(name, 1, "holds no article: add a .yaml file with entries"))


def _documents(paths: list[Path], faults: list[Fault]) -> Iterator[Document]:
    for path in paths:
        try:
            document = parse(path.name, _read(path))
        except KnowledgeError as error:
            faults += error.faults
        else:
            faults += document.faults
            yield document


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)  # one byte more tells that there is too much
    except OSError as error:
        raise KnowledgeError([Fault(path.name, 1, _unreadable(error))]) from None


def _unreadable(error: OSError) -> str:
    reason = error.strerror or "unknown reason"
    return f"cannot be read ({reason.lower()}): check its permissions"


def _validated(documents: list[Document], shape: type[Shape], faults: list[Fault]) -> list[Shape]:
    valid = []
    for document in documents:
        try:
            valid.append(shape.model_validate(document.value))
        except ValidationError as error:
            told = error.errors()
            if shape is Calibration:
                faults += wording.recalibrate(document, told)
            else:
                faults += wording.faults(document, shape, told)
    return valid


def _items(
    documents: list[Document], key: str
) -> Iterator[tuple[Document, Where, Mapping[str, object]]]:
    """The items of the list `key`, also in files that have other faults."""
    for document in documents:
        items = document.value.get(key) if isinstance(document.value, dict) else None
        for position, item in enumerate(items if isinstance(items, list) else []):
            if isinstance(item, dict):
                yield document, (key, position), item


def _repeated(documents: list[Document]) -> Iterator[Fault]:
    """Ids and phrasings that stand twice, since nobody could say which entry is meant."""
    ids: dict[str, str] = {}
    phrasings: dict[str, str] = {}
    for document, where, entry in chain(_items(documents, "entries"), _items(documents, "topics")):
        name = entry.get("id")
        here = document.fault((*where, "id"), "")
        if name == NO_ENTRY:
            yield replace(here, message=f"'{NO_ENTRY}' is no id: choose another word")
        elif isinstance(name, str) and name in ids:
            message = f"the id '{name}' is taken already, at {ids[name]}: choose another"
            yield replace(here, message=message)
        ids.setdefault(str(name), f"{here.file}:{here.line}")
        listed = entry.get("phrasings")
        for number, phrasing in enumerate(listed if isinstance(listed, list) else []):
            here = document.fault((*where, "phrasings", number), "")
            same = _same(phrasing)
            if same in phrasings:
                first = phrasings[same]
                message = (
                    f"the phrasing '{phrasing}' stands already at {first}: keep one of the two"
                )
                yield replace(here, message=message)
            phrasings.setdefault(same, f"{here.file}:{here.line}")


def _tangled_synonyms(documents: list[Document]) -> Iterator[Fault]:
    """Synonyms that stand twice or are terms, since nobody could say which term is meant."""
    terms = {_same(item.get("term")) for _, _, item in _items(documents, "synonyms")}
    met: dict[str, str] = {}
    for document, where, item in _items(documents, "synonyms"):
        listed = item.get("also")
        for number, other in enumerate(listed if isinstance(listed, list) else []):
            here = document.fault((*where, "also", number), "")
            same = _same(other)
            if same in terms:
                yield replace(here, message=f"'{other}' is a term as well: keep one of the two")
            elif same in met:
                message = f"'{other}' stands already at {met[same]}: keep one of the two"
                yield replace(here, message=message)
            met.setdefault(same, f"{here.file}:{here.line}")


def _same(written: object) -> str:
    """The same for what differs in capitals and spaces only."""
    return " ".join(str(written).split()).casefold()


def _unknown_golden(documents: list[Document]) -> Iterator[Fault]:
    known = {str(entry.get("id")) for _, _, entry in _items(documents, "entries")} | {NO_ENTRY}
    for document, where, question in _items(documents, "questions"):
        name = question.get("entry")
        if isinstance(name, str) and name not in known:
            message = f"there is no entry '{name}': write the id of an entry, or none"
            yield document.fault((*where, "entry"), message)
