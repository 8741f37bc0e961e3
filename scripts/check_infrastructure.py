"""Judges everything of a generated repository that is no code: with the validators of each format, then by holding
the files against each other, which no validator does.

Usage: check_infrastructure.py, in the root of the repository. Needs no network. Prints what is wrong and ends with 1.
"""

import ast
import importlib.metadata
import io
import json
import os
import re
import signal
import subprocess
import sys
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import yaml
from alembic import command
from alembic.config import Config

sys.path.insert(0, "src")
os.environ["DATABASE_URL"] = "postgresql://localhost/app"
os.environ.setdefault("SECRET_KEY", "a key that nothing but these checks use")

TOOLS = Path(sys.executable).parent
SCHEMAS = {
    "docker-compose.yml": "compose-spec",
    ".github/workflows/ci.yml": "github-workflows",
    ".github/dependabot.yml": "dependabot",
}
SQUAWK_EXCLUDED = (
    "prefer-text-field",  # bounds are part of the description
    "prefer-bigint-over-int",  # so are types
    # The first migration runs on an empty database: there is nothing to wait for.
    "require-lock-timeout",
    "require-statement-timeout",
)


def read(path):
    return Path(path).read_text(encoding="utf-8")


def execute(*command, stdin=None):
    program = TOOLS / command[0]
    return subprocess.run(
        [program if program.exists() else command[0], *command[1:]],
        capture_output=True,
        text=True,
        input=stdin,
        check=False,
    )


def findings_of(*command):
    """What a tool says that ends with something but 0."""
    done = execute(*command)
    if done.returncode:
        yield f"{' '.join(command)[:200]}: {done.stdout}{done.stderr}"


def secrets(files):
    done = execute("detect-secrets", "scan", "--no-verify", *files)
    if done.returncode:
        yield f"detect-secrets: {done.stderr}"
    else:
        for path, found in json.loads(done.stdout)["results"].items():
            for item in found:
                yield f"detect-secrets: {path}:{item['line_number']}: {item['type']}"


def migration():
    """Judges the SQL of the migrations for PostgreSQL."""
    sql = io.StringIO()
    command.upgrade(Config("alembic.ini", output_buffer=sql), "head", sql=True)
    if "CREATE TABLE" not in sql.getvalue():
        yield "alembic upgrade --sql makes no table"
    options = ["--pg-version=15", "--exclude=" + ",".join(SQUAWK_EXCLUDED), "--stdin-filepath=upgrade.sql"]
    done = execute("squawk", *options, stdin=sql.getvalue())
    if done.returncode:
        yield f"squawk: {done.stdout}{done.stderr}"


def targets():
    return re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE)


def validators(files):
    # The slowest first.
    yield lambda: secrets(files)
    yield lambda: findings_of("hadolint", "--no-color", "Dockerfile")
    for path, schema in SCHEMAS.items():
        yield lambda path=path, schema=schema: findings_of(
            "check-jsonschema", "--builtin-schema", f"vendor.{schema}", path
        )
    yield lambda: findings_of("yamllint", "--strict", *(path for path in files if path.endswith((".yml", ".yaml"))))
    yield lambda: findings_of("zizmor", "--offline", "--quiet", "--color=never", ".")
    yield lambda: findings_of("dotenv-linter", ".env.example")
    yield lambda: findings_of("pre-commit", "validate-config")
    yield lambda: findings_of("make", "--dry-run", *targets())
    scripts = [path for path in files if path.endswith(".sh")]
    if scripts:
        yield lambda: findings_of("shellcheck", *scripts)


def compose_findings(compose):
    services, volumes = compose["services"], set(compose.get("volumes", {}))
    mounted = set()
    for name, service in services.items():
        for other, how in service.get("depends_on", {}).items():
            if other not in services:
                yield f"compose: {name} depends on {other}, which is no service"
            elif how["condition"] == "service_healthy" and "healthcheck" not in services[other]:
                yield f"compose: {name} waits for the health of {other}, which has no check"
        sources = {volume.split(":")[0] for volume in service.get("volumes", [])}
        mounted |= {source for source in sources if not source.startswith((".", "/"))}
        if "build" in service and not Path(service["build"], "Dockerfile").exists():
            yield f"compose: {name} is built from a folder without a Dockerfile"
        if "image" in service and not re.search(r":\d+\.\d+", service["image"]):
            yield f"compose: {name} has an image without an exact version"
    for volume in mounted ^ volumes:
        yield f"compose: volume {volume} is declared and not mounted, or the other way round"


def variable_findings(compose):
    """Every variable that something reads stands in .env.example, and nothing else; secrets are empty there."""
    from app.core.config import Settings

    fields = {name.upper(): field for name, field in Settings.model_fields.items()}
    secret = {name for name, field in fields.items() if "Secret" in str(field.annotation)}
    interpolated = set(re.findall(r"\$\{(\w+)", read("docker-compose.yml")))
    lines = [line for line in read(".env.example").splitlines() if line and not line.startswith("#")]
    example = dict(line.split("=", 1) for line in lines)
    for name in (fields.keys() | interpolated) ^ example.keys():
        yield f".env.example: {name} is missing, or nothing reads it"
    for name, value in example.items():
        if value and (name in secret or name.endswith(("PASSWORD", "KEY", "SECRET"))):
            yield f".env.example: {name} has a value"
    for name in secret | {"DATABASE_URL"}:
        if not fields[name].is_required():
            yield f"settings: {name} has a default"
    for name, service in compose["services"].items():
        if "build" not in service:
            continue
        given = service["environment"].keys()
        needed = {name for name, field in fields.items() if field.is_required()}
        for variable in (given - fields.keys()) | (needed - given):
            yield f"compose: {name} is given {variable} in vain, or needs it"
    given = {name.lower(): value for name, value in example.items() if value and name in fields}
    Settings(_env_file=None, secret_key="x" * 32, **given)
    for path in (".gitignore", ".dockerignore"):
        if ".env" not in read(path).splitlines():
            yield f"{path}: .env is not ignored"


def pins(lines):
    """The versions by names, without the extras that are asked for."""
    found = [re.fullmatch(r"([\w.-]+)(?:\[[\w,]+\])?==([\w.]+)", line) for line in lines]
    return {match[1].lower(): match[2] for match in found if match}


def imported(folder):
    for path in Path(folder).rglob("*.py"):
        for node in ast.walk(ast.parse(read(path))):
            if isinstance(node, ast.Import):
                yield from (alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.split(".")[0]


def dependency_findings(project):
    runtime = pins(project["project"]["dependencies"])
    development = pins(project["dependency-groups"]["dev"])
    for path, declared in (("requirements.txt", runtime), ("requirements-dev.txt", development)):
        if pins(read(path).splitlines()) != declared:
            yield f"{path} is not what pyproject.toml declares"
    locked = pins(re.findall(r"^[^#\s][^\s;]*", read("requirements.lock"), re.MULTILINE))
    for name, version in runtime.items():
        if locked.get(name) != version:
            yield f"requirements.lock: {name} is {locked.get(name)}, declared is {version}"
    distributions = importlib.metadata.packages_distributions()
    known = sys.stdlib_module_names | {"app", "tests"}
    for folder, declared in (("src", runtime), ("migrations", runtime), ("tests", runtime | development)):
        for module in sorted(set(imported(folder)) - known):
            if not {name.lower() for name in distributions.get(module, ())} & declared.keys():
                yield f"{folder}: {module} is imported and not declared"


def version_findings(compose, project):
    """The same tools and images in every file that names one."""
    ruff = next(repo for repo in yaml.safe_load(read(".pre-commit-config.yaml"))["repos"] if "ruff" in repo["repo"])
    if ruff["rev"].lstrip("v") != pins(project["dependency-groups"]["dev"])["ruff"]:
        yield ".pre-commit-config.yaml: another ruff than in pyproject.toml"
    workflow = yaml.safe_load(read(".github/workflows/ci.yml"))
    if workflow["jobs"]["check"]["services"]["postgres"]["image"] != compose["services"]["db"]["image"]:
        yield "ci.yml: another PostgreSQL than in docker-compose.yml"
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    (python,) = (step["with"]["python-version"] for step in steps if "python-version" in step.get("with", {}))
    for image in re.findall(r"^FROM python:(\S+)", read("Dockerfile"), re.MULTILINE):
        if not image.startswith(python + ".") or project["project"]["requires-python"] != f">={python}":
            yield "Python has several versions in Dockerfile, ci.yml and pyproject.toml"
    code = re.findall(r"```sh\n.*?```|`[^`\n]+`", read("README.md"), re.DOTALL)
    code += [step.get("run", "") for step in steps]
    commands = re.findall(r"\bmake((?: [a-z]+)+)", "\n".join(code))
    for target in {target for line in commands for target in line.split()} - set(targets()):
        yield f"make {target}: there is no such target"
    for source in re.findall(r"^COPY (?!--from)(\S+)", read("Dockerfile"), re.MULTILINE):
        if not Path(source).exists():
            yield f"Dockerfile: {source} does not exist"


def route_findings():
    """README.md lists what the application serves, and the image asks a path for its health that there is."""
    from app.main import create_app

    document = create_app().openapi()
    served = {
        (re.sub(r"\{\w+\}", "{id}", path), method.upper())
        for path, item in document["paths"].items()
        for method in item
    }
    rows = re.findall(r"^\|.*\| (`/[^|]*) \| (`[A-Z][^|]*) \|$", read("README.md"), re.MULTILINE)
    quoted = [(re.findall(r"`(.+?)`", paths), re.findall(r"`(.+?)`", methods)) for paths, methods in rows]
    listed = {(path, method) for paths, methods in quoted for path in paths for method in methods}
    for path, method in sorted(listed ^ served):
        yield f"README.md: {method} {path} is listed and not served, or the other way round"
    (health,) = re.findall(r"8000(/[\w/]+)'", read("Dockerfile"))
    if (health, "GET") not in served:
        yield f"Dockerfile: {health} is not served"


def main():
    # Whoever starts this may block signals, and what is started here ends by them.
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    # What was generated: not what tools left, nor the list itself, whose digests look like secrets.
    files = [item["path"] for item in json.loads(read(".mge/manifest.json"))["files"]]
    compose = yaml.safe_load(read("docker-compose.yml"))
    project = tomllib.loads(read("pyproject.toml"))
    with ThreadPoolExecutor(2) as pool:
        results = [pool.submit(lambda check=check: list(check())) for check in validators(files)]
        found = [
            *migration(),
            *compose_findings(compose),
            *variable_findings(compose),
            *dependency_findings(project),
            *version_findings(compose, project),
            *route_findings(),
        ]
        found += [finding for result in results for finding in result.result()]
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
