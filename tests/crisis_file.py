"""A small valid `crisis.yaml` for the knowledge folders of the tests."""

from datetime import UTC, datetime
from pathlib import Path

import yaml

from bot.knowledge.model import CrisisFile

TODAY = datetime.now(UTC).date()
TEXT = f"""\
opening: I am glad that you said so.
emergency:
  - region: US
    place: United States
    name: emergency services
    do: call 911
    verified_on: {TODAY}
    source: The guide
  - region: EU
    place: European Union
    name: emergency services
    do: call 112
    verified_on: {TODAY}
    source: The guide
lines:
  - region: US
    place: United States
    name: Lifeline
    do: call or text 988
    verified_on: {TODAY}
    source: The guide
  - region: CA
    place: Canada
    name: 9-8-8
    do: call or text 9-8-8
    verified_on: {TODAY}
    source: The guide
directory:
  name: findahelpline.com
  do: find a line in your country
  verified_on: {TODAY}
  source: The guide
closing: Nobody has to be alone with this. I am a bot, and nobody is called for you.
"""
CRISIS = CrisisFile.model_validate(yaml.safe_load(TEXT))


def write_crisis(folder: Path) -> None:
    """Give the folder the file, without which it is no knowledge."""
    (folder / "crisis.yaml").write_text(TEXT, "utf-8")
