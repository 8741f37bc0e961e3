import Foundation
import MGECore
import Testing

/// What `mge plan` tells of a description: everything that was understood, with the words that it comes from.
@Suite struct PlanTests {
    private static let sentence = Installation.sentence

    private static let brief = """
        # Shop

        ## Entities

        ### Class
        - Due date: date
        - metadata: string(20)
        - parentClass: Class, optional
        - tags: many Tag

        ### Tag
        - order: integer, min 1
        """

    @Test func tellsNamesAndSourcesOfASentence() async throws {
        try await Site.with { site in
            #expect(try await site.mge("submit", Self.sentence, "--detach").status == 0)
            #expect(try await site.mge("resume", "last").status == 3)
            let plan = try await site.mge("plan", "last")
            #expect(plan.status == 0, "\(plan.errors)")
            let lines = plan.output.split(separator: "\n").map(String.init)
            #expect(lines.contains("task  (stated 1:59 “tasks”)"))
            #expect(
                lines.contains(
                    "  wire task, class Task, modules task and tasks, table tasks, path /tasks"))
            // Guessed, and so is the reference: both say of which word.
            #expect(lines.contains { words($0) == "title title title assumed 1:59 “tasks” string …200" })
            #expect(
                lines.contains {
                    words($0) == "owner_id owner_id, owner owner_id assumed 1:59 “tasks” → user, on delete cascade"
                })
        }
    }

    @Test func tellsNamesThatDiffer() async throws {
        try await Site.with { site in
            try Data(Self.brief.utf8).write(to: site.folder.appending(path: "shop.md"))
            #expect(try await site.mge("submit", "shop.md").status == 3)
            let plan = try await site.mge("plan", "last")
            let lines = plan.lines.map { words($0) }
            #expect(lines.contains("places are lines and columns of shop.md"))
            #expect(lines.contains("class (stated 5:5 “Class”)"))
            #expect(lines.contains("wire class, class Class, modules class_ and classes, table classes, path /classes"))
            #expect(lines.contains("due_date due_date due_date stated 6:3 “Due date: date” date"))
            #expect(lines.contains("metadata metadata_ metadata stated 7:3 “metadata: string(20)” string …20"))
            #expect(
                lines.contains(
                    "parentClassId parent_class_id, parent_class parent_class_id stated 8:3 "
                        + "“parentClass: Class, optional” → class optional, on delete set null"))
            #expect(lines.contains("class tag (assumed 9:3 “tags: many Tag”)"))
            #expect(lines.contains("tag_id tag_id, tag tag_id stated 9:3 “tags: many Tag” → tag, on delete cascade"))
            #expect(lines.contains("order order order_ stated 12:3 “order: integer, min 1” integer 1…"))
        }
    }

    @Test func tellsTheSameInJSON() async throws {
        try await Site.with { site in
            try Data(Self.brief.utf8).write(to: site.folder.appending(path: "shop.md"))
            #expect(try await site.mge("submit", "shop.md").status == 3)
            let values = try await site.mge("plan", "last", "--json").lines.map {
                try JSONValue(parsing: Data($0.utf8))
            }
            #expect(values.count == 3)
            guard case .array(let entities)? = values.last?["understood"],
                case .array(let members)? = entities[0]["members"]
            else {
                Issue.record("no entities: \(values)")
                return
            }
            #expect(entities.map { $0["entity"] } == ["class", "tag", "class tag"])
            #expect(entities[0]["names"]?["module"] == "class_" && entities[0]["names"]?["table"] == "classes")
            let parent = try #require(members.last)
            #expect(
                parent == [
                    "name": "parentClass", "type": "→ class optional, on delete set null", "is_reference": true,
                    "names": [
                        "wire": "parentClassId", "code": "parent_class_id", "object": "parent_class",
                        "column": "parent_class_id",
                    ],
                    "origin": [
                        "kind": "stated", "words": "parentClass: Class, optional",
                        "location": ["file": "shop.md", "line": 8, "column": 3],
                    ],
                ])
        }
    }

    /// Words with one blank between them, whatever the columns are aligned to.
    private func words(_ line: some StringProtocol) -> String {
        line.split(separator: " ").joined(separator: " ")
    }
}
