"""Discord's rules that its OpenAPI description does not state, or not for every route."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

_CONTENT = 2_000
_EMBEDS = 6_000
_V2_FLAG = 1 << 15
_V2_TEXT = 4_000
_V2_COMPONENTS = 40
_V1_ROWS = 5
_CUSTOM_ID = 100
_LABEL = 80
_CHOICES = 25
_CHOICE_NAME = 100

_BUTTON, _TEXT_DISPLAY = 2, 10
_V2_TYPES = frozenset({9, 10, 11, 12, 13, 14, 17})
_NEW_MESSAGE, _EDIT, _AUTOCOMPLETE, _MODAL = 4, 7, 8, 9
_COUNTED = ("title", "description", "name", "value")  # of an embed and of its fields
_SUBSTANCE = ("content", "embeds", "components", "sticker_ids", "attachments", "poll")

Json = dict[str, Any]


def beyond_schema(method: str, payload: object) -> list[str]:
    """The faults of a body: a message, or an interaction's callback that carries something."""
    if not isinstance(payload, dict):
        return []
    data = payload.get("data")
    if isinstance(data, dict) and isinstance(payload.get("type"), int):
        return _callback_faults(payload["type"], data)
    if _is_message(payload):
        return list(_message_faults(payload, new=method == "POST"))
    return []


def walk(components: object) -> Iterator[Json]:
    """Every component of a list and, depth first, all that is nested in them."""
    for one in components if isinstance(components, list) else []:
        if isinstance(one, dict):
            yield one
            yield from walk(one.get("components"))
            yield from walk([one.get("accessory"), one.get("component")])


def texts(payload: Json) -> list[str]:
    """The texts that a components V2 message shows, in order."""
    return [
        str(one.get("content", ""))
        for one in walk(payload.get("components"))
        if one.get("type") == _TEXT_DISPLAY
    ]


def _is_message(payload: Json) -> bool:
    return any(key in payload for key in (*_SUBSTANCE, "flags", "allowed_mentions"))


def _callback_faults(kind: int, data: Json) -> list[str]:
    if kind in (_NEW_MESSAGE, _EDIT):
        return list(_message_faults(data, new=kind == _NEW_MESSAGE))
    if kind == _AUTOCOMPLETE:
        return list(_choice_faults(data.get("choices") or []))
    if kind == _MODAL:
        return list(_component_faults(list(walk(data.get("components")))))
    return []


def _message_faults(message: Json, *, new: bool) -> Iterator[str]:
    components = list(walk(message.get("components")))
    if len(message.get("content") or "") > _CONTENT:
        yield f"content is over {_CONTENT} characters"
    if _embed_size(message.get("embeds") or []) > _EMBEDS:
        yield f"the embeds are over {_EMBEDS} characters in all"
    if new and not any(message.get(key) for key in _SUBSTANCE):
        yield "the message is empty"
    yield from _component_faults(components)
    flagged = bool((message.get("flags") or 0) & _V2_FLAG)
    needed = any(one.get("type") in _V2_TYPES for one in components)
    # An edit may leave the flag out: a message that was made V2 stays so.
    if new and needed and not flagged:
        yield "components V2 without their flag"
    if flagged or needed:
        yield from _v2_faults(message, components)
    elif len(message.get("components") or []) > _V1_ROWS:
        yield f"over {_V1_ROWS} action rows"


def _v2_faults(message: Json, components: list[Json]) -> Iterator[str]:
    if sum(map(len, texts(message))) > _V2_TEXT:
        yield f"the text of the components is over {_V2_TEXT} characters in all"
    if len(components) > _V2_COMPONENTS:
        yield f"{len(components)} components, nested ones counted; {_V2_COMPONENTS} may be"
    yield from (
        f"{key} beside components V2"
        for key in ("content", "embeds", "poll", "sticker_ids")
        if message.get(key)
    )


def _component_faults(components: list[Json]) -> Iterator[str]:
    named = [one["custom_id"] for one in components if one.get("custom_id")]
    for custom_id, times in Counter(named).items():
        if times > 1:
            yield f"custom_id {custom_id!r} is there {times} times"
        if len(custom_id) > _CUSTOM_ID:
            yield f"custom_id {custom_id[:20]!r}... is over {_CUSTOM_ID} characters"
    for one in components:
        if one.get("type") == _BUTTON:
            yield from _button_faults(one)


def _button_faults(button: Json) -> Iterator[str]:
    label = button.get("label") or ""
    if len(label) > _LABEL:
        yield f"button label {label[:20]!r}... is over {_LABEL} characters"
    if not label and not button.get("emoji"):
        yield "a button with neither label nor emoji"
    ways = sum(bool(button.get(key)) for key in ("custom_id", "url", "sku_id"))
    if ways != 1:
        yield f"button {label!r} needs a custom_id or a url, and not both"


def _choice_faults(choices: list[Json]) -> Iterator[str]:
    if len(choices) > _CHOICES:
        yield f"{len(choices)} choices; {_CHOICES} may be"
    for choice in choices:
        if not 1 <= len(choice.get("name") or "") <= _CHOICE_NAME:
            yield f"choice name {choice.get('name')!r:.30} is not of 1 to {_CHOICE_NAME} characters"


def _embed_size(embeds: list[Json]) -> int:
    """The characters of all embeds that count towards their common limit."""
    size = 0
    for embed in embeds:
        parts = [embed, *(embed.get("fields") or [])]
        size += sum(len(part.get(key) or "") for part in parts for key in _COUNTED)
        size += len((embed.get("footer") or {}).get("text") or "")
        size += len((embed.get("author") or {}).get("name") or "")
    return size
