/// A compiled template; may be rendered from many threads at once.
package struct Template: Sendable {
    let compiled: CompiledTemplate
    let environment: TemplateEnvironment

    /// The name it was loaded by.
    package var name: String { compiled.name }

    /// The names, sorted, of the templates that it includes, imports or extends by a name written as text.
    package var dependencies: [String] { compiled.references.names }

    /// Whether it also names templates by expressions, which `dependencies` does not show.
    package var hasDynamicDependencies: Bool { compiled.references.isDynamic }

    /// Renders the template.
    /// - Throws: `TemplateError`.
    package func render(_ context: [String: Value] = [:]) throws -> String {
        let scope = RenderScope(base: context, globals: environment.globals)
        scope.add(compiled.blocks)
        let state = RenderState(environment, scope: scope, root: compiled)
        do {
            try state.render(compiled, scope)
        } catch {
            let source = SourceText(name: name, text: "", keepTrailingNewline: true)
            throw state.located(error, SourcePosition(source: source, offset: 0))
        }
        return state.output
    }
}
