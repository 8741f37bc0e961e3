/// Everything that changes during one render; made for it and gone with it.
package final class RenderState {
    let environment: TemplateEnvironment
    let options: TemplateOptions
    var output = ""
    var registers: Registers
    var scope: RenderScope
    var autoescape: Bool
    /// The template that the running one extends, once its `extends` ran.
    var parentTemplate: CompiledTemplate?
    /// What the body of the innermost filter block printed.
    var captured = Value.none
    private var depth = 0
    private var iterations = 0
    private let stackTop: UInt
    private var retainedLists: [ListValue] = []
    private var retainedDicts: [DictValue] = []
    private var retainedFrames: [Registers] = []
    private var retainedScopes: [RenderScope] = []

    /// How much stack a render may use; threads have 8 MiB on Linux unless made otherwise.
    private static let stackBudget: UInt = 3 << 20

    init(_ environment: TemplateEnvironment, scope: RenderScope, root: CompiledTemplate) {
        self.environment = environment
        options = environment.options
        self.scope = scope
        registers = Registers(root.root, parent: nil)
        autoescape = environment.options.autoescape.applies(to: root.name)
        stackTop = Self.stackPosition()
    }

    deinit {
        for list in retainedLists { list.dismantle() }
        for dict in retainedDicts { dict.dismantle() }
        for frame in retainedFrames { frame.values = [] }
        for scope in retainedScopes { scope.variables = [:] }
    }

    /// Keeps a changed collection to the end, where its contents are dropped, which breaks cycles.
    func retainUntilEnd(_ list: ListValue) { retainedLists.append(list) }
    func retainUntilEnd(_ dict: DictValue) { retainedDicts.append(dict) }

    /// Keeps variables to the end, where they are dropped: a macro among them refers to all of them.
    func retainUntilEnd(_ frame: Registers) {
        if retainedFrames.last !== frame { retainedFrames.append(frame) }
    }

    private static func stackPosition() -> UInt {
        var marker: UInt8 = 0
        return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
    }

    /// Runs a function, block, include or loop one call deeper.
    func nested<Result>(_ body: () throws -> Result) throws -> Result {
        depth += 1
        defer { depth -= 1 }
        let used = stackTop &- Self.stackPosition()
        guard depth <= options.recursionLimit, used < Self.stackBudget || used > UInt.max / 2 else {
            throw Failure(.limit, "macros, includes, blocks or loops call one another more than \(depth - 1) deep")
        }
        return try body()
    }

    /// Runs something with other variables in place.
    func entering<Result>(
        _ frame: Registers, _ newScope: RenderScope, autoescape newAutoescape: Bool, _ body: () throws -> Result
    ) throws -> Result {
        let saved = (registers, scope, autoescape)
        registers = frame
        scope = newScope
        autoescape = newAutoescape
        defer { (registers, scope, autoescape) = saved }
        return try nested(body)
    }

    /// What something prints, instead of printing it.
    func capture(_ body: () throws -> Void) throws -> String {
        var saved = ""
        swap(&saved, &output)
        defer { swap(&saved, &output) }
        try body()
        return output
    }

    /// Counts an iteration.
    func countIteration() throws {
        iterations += 1
        if iterations > options.iterationLimit {
            throw Failure(.limit, "loops ran more than \(options.iterationLimit) times")
        }
    }

    /// Refuses what would be too big.
    func checkSize(_ size: Int, times: Int = 1) throws {
        let total = size.multipliedReportingOverflow(by: times)
        if total.overflow || total.partialValue > options.sizeLimit {
            throw Failure(.limit, "a value would be bigger than \(options.sizeLimit) bytes or elements")
        }
    }

    /// Refuses an output that has grown too big.
    @inline(__always)
    func checkOutput() throws {
        if output.utf8.count > options.sizeLimit {
            throw Failure(.limit, "the output is bigger than \(options.sizeLimit) bytes")
        }
    }

    /// Prints a value as it is or escaped, as the template asks.
    @inline(__always)
    func write(_ value: Value) throws {
        switch value {
        case .string(let text):
            if autoescape { Text.appendEscaped(text, to: &output) } else { output += text }
        case .markup(let text): output += text
        default:
            if autoescape {
                Text.appendEscaped(try value.text(), to: &output)
            } else {
                try value.appendText(to: &output)
            }
        }
        try checkOutput()
    }

    /// Runs a template whose blocks are in the scope, and then those it extends.
    func render(_ template: CompiledTemplate, _ scope: RenderScope) throws {
        let saved = parentTemplate
        defer { parentTemplate = saved }
        retainedScopes.append(scope)
        var current = template
        let escapes = options.autoescape.applies(to: template.name)
        var generations = 0
        while true {
            parentTemplate = nil
            let frame = Registers(current.root, parent: nil)
            if let slot = current.selfSlot { frame.values[slot] = .object(selfReference(scope)) }
            try entering(frame, scope, autoescape: escapes) {
                current.root.load(self)
                _ = try current.root.body.execute(self)
            }
            guard let parent = parentTemplate else { return }
            generations += 1
            guard generations <= options.recursionLimit else {
                throw Failure(.limit, "templates extend one another more than \(options.recursionLimit) times")
            }
            current = parent
        }
    }

    private func selfReference(_ scope: RenderScope) -> SelfReference {
        SelfReference(scope, policy: options.undefined)
    }

    /// Runs one definition of a block.
    func render(_ block: CompiledBlock, depth: Int, _ scope: RenderScope) throws {
        let frame = Registers(block.function, parent: nil)
        if let slot = block.selfSlot { frame.values[slot] = .object(selfReference(scope)) }
        if let slot = block.superSlot {
            frame.values[slot] = BlockReference.parent(
                of: block.name, scope, depth: depth, policy: options.undefined)
        }
        try entering(frame, scope, autoescape: autoescape) {
            block.function.load(self)
            _ = try block.function.body.execute(self)
        }
    }
}
