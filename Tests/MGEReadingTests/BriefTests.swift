import MGECore
import MGELayers
import Testing

@testable import MGEReading

@Suite struct BriefTests {
    static let brief = """
        ---
        name: Task desk
        stack: django
        ---
        # Task manager

        A REST API for small teams. It keeps what is to be done.

        ## Entities

        ### User
        Somebody who logs in. They own tasks.
        - email: email, required, unique — the address to log in with
        - name: string(100)
        - bio: text, optional
        - age: integer, optional, min 0, max 150
        - role: enum(admin, member, guest), default member
        - active: boolean, default true

        ### Profile (what others see)
        - user: User, unique
        - url: url

        ### Tag
        - name: string(50), unique

        ### OrderLine
        - price: decimal(12,2), min 0
        - code: string(3..10)
        - owner: User
        - reviewer: User, optional, on delete set null
        - buyer: User, restrict
        - parent: Order line, optional
        - tags: many Tag
        - unique: owner, code

        ## Rules
        - A user sees only their own order lines.

        ## Notes
        - Nothing of importance.
        """

    @Test("A brief is taken exactly as it is written")
    func exact() throws {
        let document = try ReadingSupport.read(Self.brief)
        #expect(document.title == "Task desk")
        #expect(document.domain == "task manager")
        #expect(document.stack == "django")
        #expect(document.summary == "A REST API for small teams. It keeps what is to be done.")
        #expect(document.names == ["user", "profile", "tag", "order line", "order line tag"])
        let user = document.entities[0]
        #expect(user.summary == "Somebody who logs in. They own tasks.")
        #expect(user.fields.map(\.name) == ["email", "name", "bio", "age", "role", "active"])
        #expect(user.fields.map(\.isRequired) == [true, true, false, false, true, true])
        #expect(user.fields[0].summary == "the address to log in with")
        #expect(user.fields[4].defaultValue == "member")
        #expect(document.entities[1].summary == "what others see")
        #expect(document.entities[3].plural == "order lines")
        #expect(document.entities[3].uniqueTogether == [["owner", "code"]])
        #expect(
            document.references == [
                "profile.user>user", "order line.owner>user", "order line.reviewer>user", "order line.buyer>user",
                "order line.parent>order line", "order line tag.order_line>order line", "order line tag.tag>tag",
            ])
    }

    @Test("What follows from it: aggregates, contexts, use cases and rules")
    func derived() throws {
        let document = try ReadingSupport.read(Self.brief)
        #expect(
            document.aggregates == [
                Aggregate(root: "user", members: ["user", "profile", "order line", "order line tag"]),
                Aggregate(root: "tag", members: ["tag"]),
            ])
        #expect(document.boundedContexts == [BoundedContext(name: "user", aggregates: ["user", "tag"])])
        #expect(
            document.useCases.filter { $0.entity == "order line" }.map(\.name) == [
                "Create an order line", "Read an order line", "List order lines", "Update an order line",
                "Delete an order line",
            ])
        let rules = document.businessRules.map(\.statement)
        #expect(rules.contains("A user sees only their own order lines."))
        #expect(rules.contains("No two users have the same email."))
        #expect(rules.contains("No two order lines have the same owner and code together."))
        #expect(rules.contains("A user cannot be deleted while an order line refers to it as buyer."))
        #expect(rules.contains("At most one profile refers to a user as user."))
        #expect(document.businessRules[0].entities == ["user", "order line"])
    }

    @Test("Only what is guessed or not used is told")
    func diagnostics() throws {
        let messages = try ReadingSupport.read(Self.brief).diagnostics.map(\.message)
        #expect(messages.count == 3)
        #expect(messages[0].contains("`tags` of `order line` is kept as an entity `order line tag`"))
        #expect(messages[1].contains("kept as a business rule that no generated code enforces"))
        #expect(messages[2] == "not used: “Nothing of importance.”")
    }

    @Test("Contexts are what is connected")
    func contexts() throws {
        let document = try ReadingSupport.read(
            "## Entities\n### A\n- x: text\n### B\n- a: A\n### C\n- x: text\n### D\n- c: C, restrict\n")
        #expect(document.boundedContexts.map(\.name) == ["a", "c"])
        #expect(document.aggregates.map(\.root) == ["a", "c", "d"])
    }

    @Test("Spanish keywords and headings")
    func spanish() throws {
        let document = try ReadingSupport.read(
            """
            # Biblioteca
            Una API con FastAPI.
            ## Entidades
            ### Autores
            - nombre: cadena(100), único
            ### Préstamo
            - fecha límite: fecha, opcional
            - autor: Autor, opcional
            - prioridad: entero, entre 1 y 5, por defecto 3
            - único: autor, fecha límite
            ## Reglas
            - Un préstamo dura un mes.
            """)
        #expect(document.language == .spanish)
        #expect(document.names == ["autor", "préstamo"])
        #expect(document.entities.map(\.plural) == ["autores", "préstamos"])
        #expect(document.entities[1].fields[0].name == "fecha_límite")
        #expect(document.entities[1].fields[1].type == .integer(minimum: 1, maximum: 5))
        #expect(document.entities[1].uniqueTogether == [["autor", "fecha_límite"]])
        #expect(document.businessRules[0].entities == ["préstamo"])
        #expect(document.useCases[0].name == "Crear autor")
    }

    @Test(
        "Entities may be headings of their own",
        arguments: [
            "# Shop\n## Product\n- name: string\n- price: money\n## Customer\n- email: email\n## Ideas\n- more: of everything\n",
            "# Shop\nA shop.\n\n## Product\nSold.\n\n* name: string\n* price: money\n\n## Customer\n1. email: email\n",
            "Shop\n====\nProduct\n-------\n- name: string\n\n  more words\n- price: money\n\nCustomer\n---\n+ email: email\n",
            "# Shop\n## Entity: Product\n### Fields\n- name: string\n- price: money\n## Entity: Customer\n- email: email\n",
            "# Shop\n## Entities\n- Product\n  - name: string\n  - price: money\n- Customer\n  - email: email\n",
        ])
    func headings(_ text: String) throws {
        let document = try ReadingSupport.read(text)
        #expect(document.title == "Shop")
        #expect(document.names == ["product", "customer"])
        #expect(document.entities.map { $0.fields.map(\.name) } == [["name", "price"], ["email"]])
    }

    @Test("Lists of names, with types guessed")
    func lists() throws {
        let document = try ReadingSupport.read(
            "An API for work:\n\n- User: name, email (unique)\n- Task (title, due date, done, user)\n- Tags\n")
        #expect(document.names == ["user", "task", "tag", "task tag"])
        #expect(document.entities[0].fields.map(\.type) == [.string(minimum: nil, maximum: 100), .email])
        #expect(document.entities[0].fields[1].isUnique)
        #expect(document.entities[1].fields.map(\.type) == [.string(minimum: nil, maximum: 200), .date, .boolean])
        #expect(document.references.contains("task.user>user"))
        #expect(
            document.diagnostics.contains {
                $0.message.hasPrefix("the types of `task` are guessed: title: string(200)")
            })
    }

    @Test("What is always there is not added again")
    func alwaysThere() throws {
        let document = try ReadingSupport.read("## Entities\n### A\n- id: uuid\n- created_at: datetime\n- x: text\n")
        #expect(document.entities[0].fields.map(\.name) == ["x"])
        #expect(document.diagnostics.filter { $0.message.contains("is always there") }.count == 2)
    }

    @Test("An entity that a brief's summary names and does not describe is told, not built")
    func notDescribed() throws {
        let document = try ReadingSupport.read(
            "# P\nCreate an API with tasks, users and robots.\n## Entities\n### Task\n- a: text\n### User\n- b: text\n")
        #expect(document.names == ["task", "user"])
        #expect(document.relationships.isEmpty)
        #expect(
            document.diagnostics.contains {
                $0.message.contains("named in a sentence and not described, so not built: `robots`")
            })
    }

    @Test("Two sides of one relation are one")
    func sides() throws {
        let both = try ReadingSupport.read(
            "## Entities\n### Task\n- x: text\n- tags: many Tag\n### Tag\n- y: text\n- tasks: many Task\n")
        #expect(both.names == ["task", "tag", "task tag"])
        let inverse = try ReadingSupport.read(
            "## Entities\n### User\n- x: text\n- tasks: many Task\n### Task\n- owner: User\n")
        #expect(inverse.names == ["user", "task"])
        #expect(
            inverse.diagnostics.contains { $0.severity == .warning && $0.message.contains("other side of `owner`") })
        let roles = try ReadingSupport.read("## Entities\n### User\n- x: text\n- friends: many User\n")
        #expect(roles.references == ["user friend.user>user", "user friend.friend>user"])
    }

    @Test("What was asked for beside the text counts first")
    func requested() throws {
        let description = Description(text: Self.brief, requestedStack: "express", requestedName: "Other")
        let document = try ReadingSupport.reader.read(description)
        #expect(document.stack == "express" && document.title == "Other")
    }

    @Test("Ordinary words are no stack")
    func ordinaryWords() throws {
        let express = try ReadingSupport.read("Build a platform for express deliveries with parcels and drivers")
        #expect(express.stack == "fastapi")
        let two = try ReadingSupport.read("Build a Django API with users and tasks, in FastAPI")
        #expect(two.stack == "django")
        #expect(two.diagnostics.contains { $0.severity == .warning && $0.message.contains("`FastAPI` is not used") })
    }
}
