"""/kb export: what was taught, as a file that can be pasted into the knowledge files."""

from __future__ import annotations

import yaml
from reloading import reload
from wire.limits import walk

from .knowledge_files import replace
from .world import World, private, text

FILE = 13  # the type of this component
ODD = 'is it "50% off": yes? {no} #1 &co'


async def exported(world: World) -> tuple[str, str]:
    """What the bot says, and what stands in the file."""
    shown = await world.kb("export")
    (file,) = shown.attachments
    (component,) = [one for one in walk(shown.components) if one["type"] == FILE]
    assert component["name"] == file.filename == "taught-phrasings.yaml"
    return text(shown), (await file.read()).decode("utf-8")


async def teach(world: World, phrasing: str, target: str) -> None:
    await world.client.desk.teach(phrasing, target, world.max.id)


async def test_what_was_taught_stands_in_the_file_by_its_target(world: World) -> None:
    await teach(world, "can I bring my dog?", "driving")
    await teach(world, "wie teuer ist das für Bär und Löwe?", "prices")
    await teach(world, ODD, "driving")
    said, file = await exported(world)
    assert said == "3 taught phrasings, ready to be pasted into the knowledge files."
    assert "für Bär" in file
    assert yaml.safe_load(file) == {
        "driving": ["can I bring my dog?", ODD],
        "prices": ["wie teuer ist das für Bär und Löwe?"],
    }


async def test_the_lines_can_be_pasted_below_the_phrasings_as_they_are(world: World) -> None:
    await teach(world, ODD, "driving")
    _, file = await exported(world)
    lines = file.partition("driving:\n")[2]
    pasted = "".join(f"      {line}\n" for line in lines.splitlines())
    last = "      - is it safe to take the car home\n"
    replace(world.folder, last, last + pasted)
    reload(world.library)
    await world.kb("forget-phrasing", phrasing=ODD)
    answer = await world.ann.slash(world.general, "ask", question=ODD)
    assert "Do not drive" in text(private(answer))


async def test_while_nothing_was_taught_the_file_is_valid_and_says_what_it_is_for(
    world: World,
) -> None:
    said, file = await exported(world)
    assert said == "Nothing was taught yet, so the file is empty."
    assert file.startswith("# Phrasings that were taught")
    assert yaml.safe_load(file) == {}
