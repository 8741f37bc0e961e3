package import MGETemplates

extension RenderingPlan {
    /// Prepares the values that the plan's tasks give to the template engine.
    /// - Throws: whatever encoding a value throws.
    package func templateContext() throws -> TemplateContext<Value> {
        try TemplateContext(plan: self, convert: { Value($0) }, gather: { .list($0) })
    }
}
