"""The validator has to refuse what Discord refuses: a check that accepts anything is none."""

from __future__ import annotations

from typing import Any

import pytest

from .limits import beyond_schema
from .schema import Validator, load

Json = dict[str, Any]

MESSAGES = "/channels/400000000000000001/messages"
CALLBACK = "/interactions/600000000000000001/token/callback"
COMMANDS = "/applications/200000000000000001/commands"
V2 = 1 << 15


@pytest.fixture(scope="module")
def discord() -> Validator:
    validator = load()
    if validator is None:
        pytest.skip("not on this machine: DISCORD_OPENAPI names no description of Discord's API")
    return validator


def button(custom_id: str = "vote:1", label: str = "Helpful", **more: object) -> Json:
    return {"type": 2, "style": 2, "custom_id": custom_id, "label": label} | more


def row(*components: Json) -> Json:
    return {"type": 1, "components": list(components)}


def text(content: str = "Ask your provider.") -> Json:
    return {"type": 10, "content": content}


def v2(*components: Json, **more: object) -> Json:
    return {"flags": V2, "components": list(components)} | more


def command(**more: object) -> Json:
    return {"name": "ask", "description": "Ask a question", "type": 1, "options": []} | more


ACCEPTED = [
    pytest.param("POST", MESSAGES, {"content": "x" * 2_000}, id="content at the limit"),
    pytest.param("POST", MESSAGES, v2(text(), row(button())), id="components V2"),
    pytest.param("POST", MESSAGES, v2(text("x" * 4_000)), id="text at the limit"),
    pytest.param("POST", MESSAGES, {"components": [row(button())]}, id="buttons alone"),
    pytest.param("POST", CALLBACK, {"type": 4, "data": {"content": "x"}}, id="answer"),
    pytest.param("POST", CALLBACK, {"type": 5, "data": {"flags": 64}}, id="deferred"),
    pytest.param("POST", CALLBACK, {"type": 6}, id="deferred update"),
    pytest.param("POST", CALLBACK, {"type": 7, "data": {"components": []}}, id="update"),
    pytest.param("POST", CALLBACK, {"type": 8, "data": {"choices": []}}, id="no choices"),
    pytest.param("PATCH", f"{MESSAGES}/7", {"components": [text()]}, id="edit without the flag"),
    pytest.param("DELETE", f"{MESSAGES}/7", None, id="delete"),
    pytest.param("PUT", COMMANDS, [command()], id="commands"),
    pytest.param("GET", "/users/@me", None, id="who am I"),
    pytest.param("GET", "/api/v10/gateway/bot", None, id="with the API's root"),
]

# Each of these holds against the description alone.
REFUSED_BY_SCHEMA = [
    pytest.param("POST", "/channels/1/nonsense", {}, "no such route", id="route"),
    pytest.param("POST", MESSAGES, None, "type", id="no body"),
    pytest.param("POST", MESSAGES, {"content": 5}, "content", id="content a number"),
    pytest.param("POST", MESSAGES, {"embeds": [{}] * 11}, "embeds", id="embeds too many"),
    pytest.param("POST", MESSAGES, {"content": "x", "flags": "64"}, "flags", id="flags as text"),
    pytest.param("POST", MESSAGES, v2({"type": 99}), "components[0]", id="unknown component"),
    pytest.param("POST", MESSAGES, v2(text("")), "content", id="empty text"),
    pytest.param("POST", MESSAGES, v2(row(*[button()] * 6)), "components[0]", id="row too long"),
    pytest.param("POST", MESSAGES, v2(row(button(style=9))), "style", id="unknown style"),
    pytest.param("POST", MESSAGES, v2(row(button("x" * 101))), "custom_id", id="custom_id"),
    pytest.param("POST", MESSAGES, v2(row(button(label="x" * 81))), "label", id="label"),
    pytest.param("POST", CALLBACK, {"type": 3}, "type", id="unknown callback"),
    pytest.param(
        "POST", CALLBACK, {"type": 4, "data": {"content": "x" * 2_001}}, "content", id="answer"
    ),
    pytest.param("POST", CALLBACK, {"type": 7, "data": {"content": 5}}, "content", id="update"),
    pytest.param("POST", CALLBACK, {"type": 8}, "data", id="no choices at all"),
    pytest.param("PUT", COMMANDS, [command(name="x" * 33)], "name", id="command name"),
    pytest.param("PUT", COMMANDS, [{"description": "x"}], "name", id="nameless command"),
    pytest.param("PATCH", f"{MESSAGES}/7", {"flags": []}, "flags", id="edit"),
]

BUTTON_WITHOUT_ACTION = {"type": 2, "style": 2, "label": "x"}
SECTION = {"type": 9, "components": [text()], "accessory": button()}

# Each of these is well formed, and Discord refuses it all the same.
REFUSED_BEYOND_SCHEMA = [
    pytest.param({"content": "x" * 2_001}, "content", id="content"),
    pytest.param({"flags": 0}, "empty", id="empty message"),
    pytest.param({"embeds": [{"description": "x" * 3_001}] * 2}, "embeds", id="embeds in all"),
    pytest.param({"components": [row(button(str(n))) for n in range(6)]}, "rows", id="rows"),
    pytest.param({"components": [text()]}, "flag", id="V2 without its flag"),
    pytest.param(v2(text("x" * 2_500), text("x" * 1_501)), "4000", id="text in all"),
    pytest.param(v2({"type": 17, "components": [text()] * 40}), "41", id="components in all"),
    pytest.param(v2(text(), content="x"), "content beside", id="V2 and content"),
    pytest.param(v2(text(), embeds=[{"title": "x"}]), "embeds beside", id="V2 and embeds"),
    pytest.param(v2(row(button(), button())), "vote:1", id="custom_id twice in a row"),
    pytest.param(v2(SECTION, row(button())), "vote:1", id="custom_id twice, one an accessory"),
    pytest.param(v2(row(button("x" * 101))), "over 100", id="custom_id"),
    pytest.param(v2(row(button(label="x" * 81))), "over 80", id="label"),
    pytest.param(v2(row(button(label=""))), "neither", id="bare button"),
    pytest.param(v2(row(BUTTON_WITHOUT_ACTION)), "custom_id or a url", id="button without action"),
    pytest.param(v2(row(button(url="https://a.b"))), "not both", id="link with custom_id"),
]

CHOICES = [
    pytest.param([{"name": "x", "value": "x"}] * 26, "26 choices", id="too many"),
    pytest.param([{"name": "x" * 101, "value": "x"}], "choice name", id="name too long"),
    pytest.param([{"name": "", "value": "x"}], "choice name", id="name empty"),
]


@pytest.mark.parametrize(("method", "path", "payload"), ACCEPTED)
def test_what_discord_takes_has_no_faults(
    discord: Validator, method: str, path: str, payload: object
) -> None:
    assert discord.check(method, path, payload) == []


@pytest.mark.parametrize(("method", "path", "payload", "word"), REFUSED_BY_SCHEMA)
def test_what_the_description_forbids_is_a_fault(
    discord: Validator, method: str, path: str, payload: object, word: str
) -> None:
    faults = discord.check(method, path, payload)
    assert faults
    assert word in faults[0]


@pytest.mark.parametrize("reference", [600000000000000001, "600000000000000001"])
def test_an_id_may_be_a_number_or_digits(discord: Validator, reference: object) -> None:
    payload = {"content": "x", "message_reference": {"message_id": reference}}
    assert discord.check("POST", MESSAGES, payload) == []


@pytest.mark.parametrize("reference", [-1, 1.5, True, None, "one", "01", ""])
def test_nothing_else_is_an_id(discord: Validator, reference: object) -> None:
    payload = {"content": "x", "message_reference": {"message_id": reference}}
    assert discord.check("POST", MESSAGES, payload)


@pytest.mark.parametrize(("payload", "word"), REFUSED_BEYOND_SCHEMA)
def test_a_rule_that_the_description_lacks_is_checked(payload: Json, word: str) -> None:
    faults = beyond_schema("POST", payload)
    assert len(faults) == 1
    assert word in faults[0]


@pytest.mark.parametrize(("payload", "word"), REFUSED_BEYOND_SCHEMA)
def test_the_same_rules_hold_for_an_answer_to_an_interaction(payload: Json, word: str) -> None:
    assert word in beyond_schema("POST", {"type": 4, "data": payload})[0]


@pytest.mark.parametrize(("payload", "word"), REFUSED_BEYOND_SCHEMA)
def test_the_validator_applies_both(discord: Validator, payload: Json, word: str) -> None:
    assert discord.check("POST", MESSAGES, payload), word


def test_an_edit_may_be_without_substance_but_not_too_long() -> None:
    assert beyond_schema("PATCH", {"flags": 0}) == []
    assert beyond_schema("PATCH", {"content": "x" * 2_001})
    assert beyond_schema("POST", {"type": 7, "data": {"flags": 0}}) == []
    assert beyond_schema("POST", {"type": 7, "data": v2(text("x" * 4_001))})


@pytest.mark.parametrize(("choices", "word"), CHOICES)
def test_autocomplete_choices_are_limited(choices: list[Json], word: str) -> None:
    assert word in beyond_schema("POST", {"type": 8, "data": {"choices": choices}})[0]


def test_a_modal_has_each_custom_id_once() -> None:
    entry = {"type": 4, "custom_id": "text", "style": 1}
    label = {"type": 18, "label": "Text", "component": entry}
    modal = {"custom_id": "m", "title": "t", "components": [label, label]}
    assert beyond_schema("POST", {"type": 9, "data": modal}) == [
        "custom_id 'text' is there 2 times"
    ]


def test_without_the_file_there_is_no_validator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISCORD_OPENAPI", raising=False)
    assert load() is None
