"""What SARIF 2.1.0 (OASIS, 2020) asks of the parts that a checker writes, as a JSON Schema that allows nothing else."""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string", "minLength": 1}
LEVEL = {"enum": ["none", "note", "warning", "error"]}


def obj(required: str = "", **properties: Any) -> dict[str, Any]:
    """An object with these properties, of which those named in ``required`` must be there."""
    return {"type": "object", "properties": properties, "required": required.split(), "additionalProperties": False}


def array(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


MESSAGE = obj("text", text=TEXT, markdown=TEXT)
LOCATION = obj(
    physicalLocation=obj(
        "artifactLocation", artifactLocation=obj("uri", uri={"type": "string", "pattern": r"^[!-~]+$"})
    ),
    logicalLocations=array(obj(name=TEXT, fullyQualifiedName=TEXT, kind=TEXT)),
)
RULE = obj(
    "id help",
    id=TEXT,
    name=TEXT,
    shortDescription=MESSAGE,
    fullDescription=MESSAGE,
    help=MESSAGE,
    defaultConfiguration=obj(level=LEVEL),
    properties={"type": "object"},
)
RESULT = obj(
    "ruleId level message locations",
    ruleId=TEXT,
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=MESSAGE,
    locations=array(LOCATION),
)
NOTIFICATION = obj("message", level=LEVEL, message=MESSAGE, locations=array(LOCATION))
INVOCATION = obj(
    "executionSuccessful", executionSuccessful={"type": "boolean"}, toolExecutionNotifications=array(NOTIFICATION)
)
RUN = obj(
    "tool results",
    tool=obj("driver", driver=obj("name", name=TEXT, version=TEXT, rules=array(RULE))),
    language={"type": "string", "pattern": "^[a-z]{2}(-[A-Z]{2})?$"},
    invocations=array(INVOCATION),
    results=array(RESULT),
)
SARIF = obj("version runs", **{"$schema": TEXT, "version": {"const": "2.1.0"}, "runs": array(RUN)})
