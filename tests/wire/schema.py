"""Whether Discord would accept what the bot sends, by Discord's own OpenAPI description.

The description is not part of this repository: `load` finds it by the environment variable
DISCORD_OPENAPI, and tests that have none go without.
"""

from __future__ import annotations

import copy
import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from .limits import beyond_schema
from .paths import bind, literalness

_DOCUMENT = "urn:discord"
_API = "/api/v10"

# discord.py sends the ids of a message reference as numbers where the description wants strings.
# The wire accepts both, so the one definition that all snowflakes refer to is widened.
_SNOWFLAKE = {"type": ["string", "integer"], "pattern": "^(0|[1-9][0-9]*)$", "minimum": 0}


class Validator:
    """Checks request bodies against an OpenAPI 3.1 document of Discord's API."""

    def __init__(self, openapi: dict[str, Any]) -> None:
        document = copy.deepcopy(openapi)
        document["components"]["schemas"]["SnowflakeType"] = _SNOWFLAKE
        self._paths: dict[str, Any] = document["paths"]
        resource = Resource.from_contents(document, default_specification=DRAFT202012)
        self._registry = Registry().with_resource(_DOCUMENT, resource)

    def check(self, method: str, path: str, payload: object) -> list[str]:
        """The faults of one request in words; an empty list when Discord would take it."""
        template = self._template(method, path)
        if template is None:
            return [f"{method} {path}: no such route"]
        return [f"{method} {path}: {fault}" for fault in self._faults(template, method, payload)]

    def _faults(self, template: str, method: str, payload: object) -> list[str]:
        body = self._paths[template][method.lower()].get("requestBody", {})
        if payload is None and not body.get("required"):
            return []
        if "application/json" not in body.get("content", {}):
            return ["takes no JSON"]
        # The limits are judged on a well-formed body only: they would stumble over any other.
        return self._schema_faults(template, method.lower(), payload) or beyond_schema(
            method, payload
        )

    def _template(self, method: str, path: str) -> str | None:
        below = path.removeprefix(_API)
        fitting = [
            template
            for template, operations in self._paths.items()
            if method.lower() in operations and bind(template, below) is not None
        ]
        return max(fitting, key=literalness, default=None)

    def _schema_faults(self, template: str, method: str, payload: object) -> list[str]:
        keys = ["paths", template, method, "requestBody", "content", "application/json", "schema"]
        schema = {"$ref": f"{_DOCUMENT}#{_pointer(keys)}"}
        validator = Draft202012Validator(schema, registry=self._registry)
        return [_in_words(error) for error in validator.iter_errors(payload)]


def _pointer(keys: list[str]) -> str:
    """A JSON pointer for the fragment of a URI: `/` is escaped in keys, then braces are quoted."""
    escaped = (key.replace("~", "~0").replace("/", "~1") for key in keys)
    return "".join(f"/{quote(key)}" for key in escaped)


def _in_words(error: ValidationError) -> str:
    """Where and why, cut before a whole payload is repeated."""
    cause = _cause(error)
    return f"{cause.json_path}: {cause.message[:200]}"


def _cause(error: ValidationError) -> ValidationError:
    """Down to the reason: that no alternative fits says little, why the one meant does not does.

    Discord tells its alternatives apart by their `type`; one of another type was not meant.
    """
    alternatives: dict[object, list[ValidationError]] = {}
    for reason in error.context or []:
        alternatives.setdefault(reason.schema_path[0], []).append(reason)
    for reasons in alternatives.values():
        if not any(map(_of_another_type, reasons)):
            return _cause(reasons[0])
    return error


def _of_another_type(reason: ValidationError) -> bool:
    here = list(reason.relative_path)
    return here == ["type"] or (not here and reason.validator == "type")


def load() -> Validator | None:
    """The validator for the document that DISCORD_OPENAPI names; None when it names none."""
    name = os.environ.get("DISCORD_OPENAPI")
    if not name:
        return None
    return Validator(json.loads(Path(name).read_text(encoding="utf-8")))
