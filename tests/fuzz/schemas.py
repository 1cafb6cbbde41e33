"""Turn a JSON schema into a Hypothesis strategy, as far as payment_schema.json needs it.

hypothesis-jsonschema does not run with today's Hypothesis.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

Schema = dict[str, Any]

TEXTS = st.text(st.characters(codec=None, categories=None), max_size=30)  # halves of surrogate pairs, too
_FEW = 4


def values_of(schema: Schema, root: Schema | None = None) -> st.SearchStrategy[Any]:
    """Return a strategy for what `schema` allows."""
    root = root or schema
    if "$ref" in schema:
        return values_of(root["$defs"][schema["$ref"].rpartition("/")[2]], root)
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return st.one_of([_of_type(each, schema, root) for each in types])


def _of_type(name: str, schema: Schema, root: Schema) -> st.SearchStrategy[Any]:
    match name:
        case "null":
            return st.none()
        case "boolean":
            return st.booleans()
        case "integer":
            return st.integers(0, 2**31) | st.integers()
        case "number":
            return st.integers() | st.floats(allow_nan=False, allow_infinity=False)
        case "string":
            return st.text(max_size=schema.get("maxLength", 60)) | TEXTS.filter(
                lambda text: len(text) <= schema.get("maxLength", len(text))
            )
        case "array":
            return st.lists(values_of(schema["items"], root), max_size=_FEW)
        case "object":
            return _objects(schema, root)
    raise ValueError(f"a type that no schema here has: {name}")


def _objects(schema: Schema, root: Schema) -> st.SearchStrategy[Any]:
    members = {name: values_of(each, root) for name, each in schema["properties"].items()}
    required = [name for name in schema.get("required", ()) if name in members]
    return st.fixed_dictionaries(
        {name: members[name] for name in required},
        optional={name: each for name, each in members.items() if name not in required},
    )
