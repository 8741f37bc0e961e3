package import MGECore

/// An entity with every name resolved, in the form that templates are given.
///
/// The coding keys are the stable vocabulary of stack templates, described in `Docs/stacks.md`.
package struct PlannedEntity: Codable, Hashable, Sendable {
    /// The names that an entity has in the different places of a repository.
    package struct Names: Codable, Hashable, Sendable {
        /// On the wire, singular: `order_line`.
        package var wire: String
        /// `OrderLine`.
        package var className: String
        /// The module of one: `order_line`.
        package var module: String
        /// The module of many: `order_lines`.
        package var pluralModule: String
        /// A variable for one: `order_line`.
        package var variable: String
        /// A variable for many: `order_lines`.
        package var pluralVariable: String
        /// The table: `order_lines`.
        package var table: String
        /// The segment in paths: `order-lines`.
        package var path: String
        /// For people: `order line`.
        package var label: String
        /// For people: `order lines`.
        package var pluralLabel: String

        package init(
            wire: String, className: String, module: String, pluralModule: String, variable: String,
            pluralVariable: String, table: String, path: String, label: String, pluralLabel: String
        ) {
            self.wire = wire
            self.className = className
            self.module = module
            self.pluralModule = pluralModule
            self.variable = variable
            self.pluralVariable = pluralVariable
            self.table = table
            self.path = path
            self.label = label
            self.pluralLabel = pluralLabel
        }
    }

    /// The singular name in the discovery.
    package var name: String
    package var names: Names
    package var summary: String?
    package var fields: [PlannedField]
    package var relations: [PlannedRelation]
    /// Groups of column names whose values are unique together.
    package var uniqueTogether: [[String]]
    /// The column of the relation to the account that a row belongs to; nil when rows belong to nobody.
    package var owner: String?
    /// How a row logs in; nil for all entities but one.
    package var account: PlannedAccount?
    /// The columns that a list is searched in; nil for none.
    package var searched: [String]?
    /// The columns that a list may be sorted by; nil for none.
    package var sorted: [String]?
    /// Whether requests can only read it; nil for no.
    package var isReadOnly: Bool?
    /// Whether a deleted row is kept, and only shown no more; nil for no.
    package var isSoftDeleted: Bool?

    package init(
        name: String, names: Names, summary: String?, fields: [PlannedField], relations: [PlannedRelation],
        uniqueTogether: [[String]], owner: String? = nil, account: PlannedAccount? = nil,
        searched: [String]? = nil, sorted: [String]? = nil, isReadOnly: Bool? = nil, isSoftDeleted: Bool? = nil
    ) {
        self.name = name
        self.names = names
        self.summary = summary
        self.fields = fields
        self.relations = relations
        self.uniqueTogether = uniqueTogether
        self.owner = owner
        self.account = account
        self.searched = searched
        self.sorted = sorted
        self.isReadOnly = isReadOnly
        self.isSoftDeleted = isSoftDeleted
    }
}

/// A field with every name resolved.
package struct PlannedField: Codable, Hashable, Sendable {
    /// An enumeration with the names of its cases in code.
    package struct Enumeration: Codable, Hashable, Sendable {
        /// A value and its name in code.
        package struct Case: Codable, Hashable, Sendable {
            /// `IN_PROGRESS`.
            package var name: String
            /// `in_progress`.
            package var value: String

            package init(name: String, value: String) {
                self.name = name
                self.value = value
            }
        }

        /// `TaskStatus`.
        package var className: String
        /// The name of the check constraint, unique in its table.
        package var constraint: String
        package var cases: [Case]

        package init(className: String, constraint: String, cases: [Case]) {
            self.className = className
            self.constraint = constraint
            self.cases = cases
        }
    }

    /// On the wire, as it was written.
    package var wire: String
    /// In code.
    package var name: String
    /// In the table.
    package var column: String
    /// For people.
    package var label: String
    package var type: FieldType
    package var isRequired: Bool
    package var isUnique: Bool
    package var defaultValue: JSONValue?
    /// What each case of an enumeration may be followed by, for all its cases; nil when it may become any other.
    package var transitions: [Transition]?
    package var summary: String?
    package var enumeration: Enumeration?

    package init(
        wire: String, name: String, column: String, label: String, type: FieldType, isRequired: Bool, isUnique: Bool,
        defaultValue: JSONValue?, transitions: [Transition]? = nil, summary: String?, enumeration: Enumeration?
    ) {
        self.wire = wire
        self.name = name
        self.column = column
        self.label = label
        self.type = type
        self.isRequired = isRequired
        self.isUnique = isUnique
        self.defaultValue = defaultValue
        self.transitions = transitions
        self.summary = summary
        self.enumeration = enumeration
    }
}

/// A reference with every name resolved.
package struct PlannedRelation: Codable, Hashable, Sendable {
    /// The key on the wire: `owner_id`.
    package var wire: String
    /// The key in code: `owner_id`.
    package var attribute: String
    /// The object in code: `owner`.
    package var name: String
    /// The key's column: `owner_id`.
    package var column: String
    /// For people: `owner`.
    package var label: String
    /// The singular name of the entity that is referenced.
    package var target: String
    package var isRequired: Bool
    package var isUnique: Bool
    package var onDelete: Relationship.Deletion
    /// Whether the foreign key closes a cycle of tables and is added after them.
    package var isDeferred: Bool

    package init(
        wire: String, attribute: String, name: String, column: String, label: String, target: String,
        isRequired: Bool, isUnique: Bool, onDelete: Relationship.Deletion, isDeferred: Bool
    ) {
        self.wire = wire
        self.attribute = attribute
        self.name = name
        self.column = column
        self.label = label
        self.target = target
        self.isRequired = isRequired
        self.isUnique = isUnique
        self.onDelete = onDelete
        self.isDeferred = isDeferred
    }
}
