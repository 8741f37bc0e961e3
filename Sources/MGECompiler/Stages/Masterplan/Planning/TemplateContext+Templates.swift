package import MGETemplates

extension TemplateContext where Converted == Value {
    /// Prepares the values of a plan for the template engine.
    /// - Throws: whatever encoding a value throws.
    package init(plan: Masterplan) throws {
        try self.init(plan: plan, convert: { Value($0) }, gather: { .list($0) })
    }
}
