import Foundation
import MGECompiler
import MGECore

/// A small stack in memory, whose definition tests change to see what is refused.
enum SampleStack {
    static let reserved: JSONValue = [
        "keywords": ["class", "import", "match", "None"], "attributes": ["metadata", "copy"],
        "attribute_prefixes": ["model_dump"], "variables": ["session"], "modules": ["base"], "plural_modules": ["app"],
        "classes": ["Exception"],
        "sql": ["order", "user", "table"],
    ]

    static let definition: JSONValue = [
        "name": "sample", "title": "Sample", "description": "A sample.", "detect": ["sample"], "languages": ["python"],
        "source_roots": ["src"],
        "checks": [["name": "lint", "level": "names", "command": ["ruff", "check", "."]]],
        "phases": [
            ["name": "Foundation", "milestones": ["Skeleton", "Models"]],
            ["name": "Interface", "milestones": ["Routes"]],
        ],
        "blueprint": [
            kind("app", per: "project", phase: "Interface", milestone: "Routes", target: "src/main.py", ["router"]),
            kind(
                "router", per: "entity", phase: "Interface", milestone: "Routes",
                target: "src/routes/{{ entity.plural_module }}.py", ["model", "base"]),
            kind(
                "model", per: "entity", phase: "Foundation", milestone: "Models",
                target: "src/models/{{ entity.module }}.py", ["base"]),
            kind("base", per: "project", phase: "Foundation", milestone: "Skeleton", target: "src/models/base.py", []),
        ],
        "infrastructure": [["target": "README.md", "template": "infra/README.md.j2"]],
        "reserved": "reserved.json",
    ]

    private static func kind(
        _ kind: String, per: String, phase: String, milestone: String, target: String, _ dependencies: [String]
    ) -> JSONValue {
        let suffix = per == "entity" ? "{{ entity.module }}" : kind
        return [
            "kind": .string(kind), "per": .string(per), "phase": .string(phase), "milestone": .string(milestone),
            "name": .string(per == "entity" ? "\(kind) of {{ entity.label }}" : kind), "target": .string(target),
            "template": .string("code/\(kind).j2"), "depends_on": .array(dependencies.map(JSONValue.string)),
            "complexity": "low", "purpose": .string("Why \(kind) is there."),
            "provides": [["kind": .string(kind), "module": .string("app.\(suffix)"), "symbol": .string(kind)]],
        ]
    }

    static func files(_ definition: JSONValue = definition) -> [String: Data] {
        let texts: [String: String] = [
            "stack.json": definition.text, "reserved.json": reserved.text,
            "code/app.j2": "{% import 'code/_layout.j2' as layout %}{{ project.title }}",
            "code/router.j2": "{% include \"code/_layout.j2\" %}{{ entity.class_name }}",
            "code/model.j2": "{{ entity.class_name }}", "code/base.j2": "base",
            "code/_layout.j2": "{# nothing #}", "infra/README.md.j2": "# {{ project.title }}",
        ]
        return texts.mapValues { Data($0.utf8) }
    }

    static func stack(_ definition: JSONValue = definition) throws -> Stack {
        try Stack(folder: "sample", files: files(definition))
    }

    /// The definition with a change to one of its members.
    static func changed(_ key: String, _ change: (JSONValue?) -> JSONValue?) -> JSONValue {
        guard case .object(var members) = definition else { return definition }
        members[key] = change(members[key])
        return .object(members)
    }

    /// The definition with a change to one member of one of its kinds.
    static func changedKind(_ index: Int, _ key: String, to value: JSONValue?) -> JSONValue {
        changed("blueprint") { blueprint in
            guard case .array(var kinds)? = blueprint, case .object(var members) = kinds[index] else { return nil }
            members[key] = value
            kinds[index] = .object(members)
            return .array(kinds)
        }
    }
}
