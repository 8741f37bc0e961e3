"""Holds the contract of a plan against the document of the application that was generated from it.

Usage: compare_contract.py CONTRACT.json, in the root of the generated repository. Prints each difference.
"""

import json
import sys

sys.path.insert(0, "src")

from app.main import create_app  # noqa: E402

METHODS = {"get", "post", "put", "patch", "delete"}


def operations(document):
    """What clients rely on, by path and method."""
    return {
        (path, method): {
            "responses": set(operation["responses"]),
            "security": json.dumps(operation.get("security")),
            "parameters": {(item["in"], item["name"]) for item in operation.get("parameters", [])},
            "body": set(operation.get("requestBody", {}).get("content", {})),
        }
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if method in METHODS
    }


def schemas(document):
    return {
        name: (set(schema.get("properties", {})), set(schema.get("required", [])))
        for name, schema in document["components"]["schemas"].items()
    }


def differences(contract, application):
    for key in sorted(contract.keys() | application.keys(), key=str):
        if contract.get(key) != application.get(key):
            yield f"{key}: the contract has {contract.get(key)}, the application {application.get(key)}"


with open(sys.argv[1], encoding="utf-8") as file:
    planned = json.load(file)
served = create_app().openapi()
# Of a problem, the contract says what is always there, the application what has no default.
names = set(planned["components"]["schemas"]) - {"ProblemDetails"}
found = [
    *differences(operations(planned), operations(served)),
    *differences(*({k: v for k, v in schemas(d).items() if k in names} for d in (planned, served))),
    *differences(
        planned["components"].get("securitySchemes", {}), served["components"].get("securitySchemes", {})
    ),
]
print("\n".join(found))
sys.exit(1 if found else 0)
