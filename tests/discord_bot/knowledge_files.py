"""What a moderator does with the knowledge files between two reloads."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import yaml

Entry = dict[str, Any]


def entry(name: str, **changes: object) -> Entry:
    """An entry that has nothing in common with another one, but for what `changes` says."""
    return {
        "id": name,
        "title": f"What about {name}?",
        "text": f"There is nothing to fear about {name}.",
        "source": "Leaflet of the clinic, page 9",
        "reviewed": date(2026, 3, 5),
        "phrasings": [f"tell me about {name}"],
        **changes,
    }


def add(folder: Path, *entries: Entry, name: str = "more") -> None:
    """A new article with the entries; an old one of that name is written anew."""
    article = {"article": f"An article called {name}", "entries": list(entries)}
    (folder / f"{name}.yaml").write_text(yaml.safe_dump(article), encoding="utf-8")


def remove(folder: Path, name: str) -> None:
    """Strike one entry out, and the golden questions that lead to it."""
    for file, key, field in (
        ("treatment.yaml", "entries", "id"),
        ("golden.yaml", "questions", "entry"),
    ):
        path = folder / file
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        document[key] = [item for item in document[key] if item[field] != name]
        path.write_text(yaml.safe_dump(document), encoding="utf-8")


def replace(folder: Path, old: str, new: str, file: str = "treatment.yaml") -> None:
    """Write something else in one place."""
    content = (folder / file).read_text(encoding="utf-8")
    assert content.count(old) == 1
    (folder / file).write_text(content.replace(old, new), encoding="utf-8")
