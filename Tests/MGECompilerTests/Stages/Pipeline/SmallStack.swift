import Foundation
import MGECore

/// A stack of three templates in a folder of its own, which tests change to see what comes of it.
struct SmallStack {
    static let brief = """
        # Library

        ## Entities

        ### Book
        - title: string

        ### Reader
        - name: string
        """

    private let folder: TemporaryFolder

    /// The folder that holds `templates`.
    var home: URL { URL(fileURLWithPath: folder.path) }

    /// Writes the stack with other texts for some of its templates.
    init(_ changes: [String: String] = [:]) throws {
        folder = try TemporaryFolder()
        let templates = home.appending(path: "templates")
        try FileManager.default.createDirectory(at: templates, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Compilation.root.appending(path: "templates/vocabulary"), to: templates.appending(path: "vocabulary"))
        for (path, text) in Self.texts.merging(changes, uniquingKeysWith: { $1 }) { try write(text, to: path) }
    }

    /// Gives a file of the stack another text.
    func write(_ text: String, to path: String) throws {
        try folder.write(text, to: "templates/stacks/small/\(path)")
    }

    private static let texts = [
        "stack.json": definition().text,
        "code/base.j2": "class Base:\n    name = \"base\"\n",
        "code/model.j2": """
        from app.base import Base


        class {{ entity.class_name }}(Base):
            table = "{{ entity.table }}"

        """,
        "code/main.j2": """
        from app.base import Base
        {% for entity in entities %}
        from app.{{ entity.module }} import {{ entity.class_name }}
        {% endfor %}

        ALL = [{{ entities | map(attribute="class_name") | join(", ") }}]


        def first() -> Base:
            return ALL[0]()

        """,
        "infra/README.md.j2": "# {{ project.title }}\n",
    ]

    /// What `stack.json` says, with another target for the models.
    static func definition(model: String = "src/app/{{ entity.module }}.py") -> JSONValue {
        [
            "name": "small", "title": "Small", "description": "Little.", "detect": ["small"], "languages": ["python"],
            "source_roots": ["src"], "checks": [],
            "phases": [["name": "All", "milestones": ["Everything"]]],
            "blueprint": [
                kind("base", "project", "src/app/base.py", []), kind("model", "entity", model, ["base"]),
                kind("main", "project", "src/app/main.py", ["model"]),
            ],
            "infrastructure": [["target": "README.md", "template": "infra/README.md.j2"]],
        ]
    }

    private static func kind(_ kind: String, _ per: String, _ target: String, _ needed: [String]) -> JSONValue {
        [
            "kind": .string(kind), "per": .string(per), "phase": "All", "milestone": "Everything",
            "name": .string(per == "entity" ? "\(kind) of {{ entity.label }}" : kind), "target": .string(target),
            "template": .string("code/\(kind).j2"), "depends_on": .array(needed.map { .string($0) }),
            "complexity": "low", "purpose": "Because.", "provides": [],
        ]
    }
}
