/// The variables by name that a template and its blocks share: Jinja's context.
final class RenderScope {
    /// What the template itself set at its top level.
    var variables: [String: Value] = [:]
    /// Which of them others may import.
    var exported: Set<String> = []
    /// The definitions of each block, that of the most derived template first.
    var blocks: [String: [CompiledBlock]] = [:]
    private let locals: [String: Value]
    private let outer: RenderScope?
    private let base: [String: Value]
    private let globals: [String: Value]

    init(base: [String: Value], globals: [String: Value]) {
        self.base = base
        self.globals = globals
        locals = [:]
        outer = nil
    }

    /// A scope that also sees another one's variables, and some local ones before them.
    init(outer: RenderScope, locals: [String: Value]) {
        self.outer = outer
        self.locals = locals
        base = [:]
        globals = [:]
    }

    /// The value of a name; nil if nothing has it.
    func resolve(_ name: String) -> Value? {
        variables[name] ?? locals[name] ?? outer?.resolve(name) ?? base[name] ?? globals[name]
    }

    /// All names that have a value, without the globals.
    var names: [String] {
        Array(variables.keys) + Array(locals.keys) + (outer?.names ?? []) + Array(base.keys)
    }

    /// Adds the blocks of a template behind those already there.
    func add(_ blocks: [String: CompiledBlock]) {
        for (name, block) in blocks { self.blocks[name, default: []].append(block) }
    }
}
