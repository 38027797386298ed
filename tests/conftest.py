"""What the tests share: small knowledge, folders of it, and a rule about skipping."""

import os
from collections.abc import Generator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml
from crisis_file import CRISIS, write_crisis
from hypothesis import settings

from bot.answering.answerer import Answerer
from bot.knowledge.loading import load
from bot.knowledge.model import Article, Entry, Knowledge
from bot.settings import SHIPPED_KNOWLEDGE, Settings

# A machine under load is slow, which says nothing about the text that was tried.
settings.register_profile("bot", deadline=None)
settings.load_profile("bot")


def entry(name: str, **changes: object) -> Entry:
    """A valid entry that differs from any other by its name."""
    values: dict[str, object] = {
        "id": name,
        "title": f"What is {name}?",
        "text": f"Here is what {name} means.",
        "source": "The guide",
        "reviewed": date(2026, 1, 31),
        "phrasings": [f"tell me about {name}"],
    }
    return Entry.model_validate(values | changes)


def knowledge(*entries: Entry) -> Knowledge:
    return Knowledge((Article(article="Guide", entries=entries),), CRISIS)


@dataclass(frozen=True)
class Folder:
    """A knowledge folder to write into."""

    path: Path

    def write(self, name: str, content: str | bytes) -> None:
        raw = content if isinstance(content, bytes) else content.encode()
        (self.path / name).write_bytes(raw)

    def entries(self, *entries: Entry, file: str = "guide.yaml") -> None:
        """Write one article, in place of what the file held."""
        listed = [one.model_dump(exclude_none=True) for one in entries]
        self.write(file, yaml.safe_dump({"article": "Guide", "entries": listed}))

    def golden(self, expected: dict[str, str]) -> None:
        """Write the golden questions, each with the entry it must reach."""
        listed = [{"question": question, "entry": name} for question, name in expected.items()]
        self.write("golden.yaml", yaml.safe_dump({"questions": listed}))


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    path = tmp_path / "knowledge"
    path.mkdir()
    write_crisis(path)
    return Folder(path)


@pytest.fixture(scope="session")
def shipped() -> Answerer:
    return Answerer(load(SHIPPED_KNOWLEDGE))


@pytest.fixture
def no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting in the environment, and no `.env` beside the process."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """In CI nothing may be passed over silently."""
    if report.skipped and os.environ.get("CI") and not hasattr(report, "wasxfail"):
        reason = str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
        if not reason.removeprefix("Skipped: ").startswith("not on this machine:"):
            report.outcome = "failed"
            report.longrepr = f"{reason}: a test may not be skipped in CI"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _refuse_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _refuse_skip(report)
    return report
