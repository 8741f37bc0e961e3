/// Finds the matches of patterns in a tree: for each pattern and node all ways in which children fit.
///
/// It works on borrowed arrays and allocates nothing for a node: a large project has tens of millions of them.
struct QueryMatcher {
    /// A captured node.
    struct Found {
        var capture: Int32
        var node: Int32
    }

    typealias Body = (UnsafeBufferPointer<Found>) -> Void

    /// What is still to be matched: children of a node from a position on, and then what the frame around asks for.
    private struct Frame {
        let step: Int
        /// Which of the step's children is next.
        var position: Int
        /// Where it is looked for, and where the node ends.
        var child: Int
        let end: Int
        /// The number of the frame around, or -1.
        let outer: Int
    }

    // Whoever calls `run` holds both; no reference is counted for each node that is looked at.
    private let query: Unmanaged<QueryCode>
    private let tree: Unmanaged<SyntaxTree>
    private let code: UnsafePointer<QueryTables>
    private let records: UnsafeMutablePointer<SyntaxTree.Record>
    private let text: UnsafePointer<UInt8>?
    private var found = GrowingList<Found>()
    private var frames = GrowingList<Frame>()

    /// Calls `body` with the captures of every match.
    static func run(_ query: QueryCode, in tree: SyntaxTree, _ body: Body) {
        tree.source.withUnsafeBufferPointer { text in
            withUnsafePointer(to: query.tables) { code in
                var matcher = QueryMatcher(
                    query: .passUnretained(query), tree: .passUnretained(tree), code: code, records: tree.records,
                    text: text.baseAddress)
                for node in 0..<tree.count {
                    for pattern in code.pointee.patterns(for: matcher.records[node].symbol) {
                        matcher.match(Int(pattern), at: node, body)
                    }
                }
                matcher.found.free()
                matcher.frames.free()
            }
        }
    }

    private mutating func match(_ pattern: Int, at node: Int, _ body: Body) {
        let root = Int(code.pointee.roots[pattern])
        guard fits(root, node) else { return }
        capture(root, node)
        enter(root, node, pattern, then: -1, body)
        found.count = 0
        frames.count = 0
    }

    /// Whether a node is of the step's kind, field and word and lacks the fields that it must not have.
    private func fits(_ step: Int, _ node: Int) -> Bool {
        let wanted = code.pointee.steps + step
        let record = records + node
        if wanted.pointee.field != 0, wanted.pointee.field != record.pointee.field { return false }
        switch wanted.pointee.kind {
        case .symbol: if wanted.pointee.symbol != record.pointee.symbol { return false }
        case .named: if !record.pointee.flags.contains(.named) { return false }
        case .any, .alternatives: break
        }
        if wanted.pointee.word.count > 0, !isWord(wanted.pointee.word, record.pointee) { return false }
        guard wanted.pointee.absentFields.count > 0 else { return true }
        var child = node + 1
        while child < Int(record.pointee.next) {
            for field in code.pointee.absentFields(wanted.pointee.absentFields) where field == records[child].field {
                return false
            }
            child = Int(records[child].next)
        }
        return true
    }

    private func isWord(_ run: QueryStep.Run, _ record: SyntaxTree.Record) -> Bool {
        let word = code.pointee.word(run)
        guard Int(record.end - record.start) == word.count, let text else { return false }
        return word.elementsEqual(UnsafeBufferPointer(start: text + Int(record.start), count: word.count))
    }

    private mutating func capture(_ step: Int, _ node: Int) {
        for capture in code.pointee.captures(code.pointee.steps[step].captures) {
            found.append(Found(capture: capture, node: Int32(node)))
        }
    }

    /// Matches the children of a node that fits a step, and then what `outer` asks for.
    private mutating func enter(_ step: Int, _ node: Int, _ pattern: Int, then outer: Int, _ body: Body) {
        if code.pointee.steps[step].kind == .alternatives {
            for option in code.pointee.children(code.pointee.steps[step].children) where fits(Int(option), node) {
                attempt(Int(option), node, pattern, then: outer, body)
            }
            return
        }
        guard code.pointee.steps[step].children.count > 0 else { return leave(outer, pattern, body) }
        let frame = Frame(step: step, position: 0, child: node + 1, end: Int(records[node].next), outer: outer)
        proceed(frame, pattern, body)
    }

    /// Captures a node for a step and goes on; whatever comes of it, the captures are as before afterwards.
    private mutating func attempt(_ step: Int, _ node: Int, _ pattern: Int, then outer: Int, _ body: Body) {
        let before = found.count
        capture(step, node)
        enter(step, node, pattern, then: outer, body)
        found.count = before
    }

    private mutating func leave(_ frame: Int, _ pattern: Int, _ body: Body) {
        if frame >= 0 { proceed(frames[frame], pattern, body) } else { emit(pattern, body) }
    }

    /// Looks for the next child of a frame's step.
    private mutating func proceed(_ frame: Frame, _ pattern: Int, _ body: Body) {
        let children = code.pointee.children(code.pointee.steps[frame.step].children)
        guard frame.position < children.count else {
            if code.pointee.steps[frame.step].isEndAnchored, hasNamed(frame.child, frame.end) { return }
            return leave(frame.outer, pattern, body)
        }
        let step = Int(children[frame.position])
        let wanted = code.pointee.steps + step
        if wanted.pointee.quantifier == .any || wanted.pointee.quantifier == .atLeastOne {
            return repeatStep(step, frame, pattern, body)
        }
        var isFound = false
        var child = frame.child
        while child < frame.end {
            let next = Int(records[child].next)
            if fits(step, child) {
                isFound = true
                var following = frame
                following.position += 1
                following.child = next
                frames.append(following)
                attempt(step, child, pattern, then: frames.count - 1, body)
                frames.count -= 1
            }
            if wanted.pointee.isAnchored, isNext(child, isNamed: wanted.pointee.isNamed) { break }
            child = next
        }
        if !isFound, wanted.pointee.quantifier == .optional { goOn(frame, behind: frame.child, pattern, body) }
    }

    /// Captures every further child that fits a step without children of its own, in one match.
    private mutating func repeatStep(_ step: Int, _ frame: Frame, _ pattern: Int, _ body: Body) {
        let before = found.count
        var last = frame.child
        var child = frame.child
        while child < frame.end {
            let next = Int(records[child].next)
            if fits(step, child) {
                capture(step, child)
                last = next
            }
            child = next
        }
        if last != frame.child || code.pointee.steps[step].quantifier == .any {
            goOn(frame, behind: last, pattern, body)
        }
        found.count = before
    }

    /// Goes on with the next of a frame's children.
    private mutating func goOn(_ frame: Frame, behind child: Int, _ pattern: Int, _ body: Body) {
        var following = frame
        following.position += 1
        following.child = child
        proceed(following, pattern, body)
    }

    /// Whether an anchor does not pass over a node: comments never count, nodes without a name only where asked for.
    private func isNext(_ node: Int, isNamed: Bool) -> Bool {
        let flags = records[node].flags
        return !flags.contains(.comment) && (!isNamed || flags.contains(.named))
    }

    private func hasNamed(_ first: Int, _ end: Int) -> Bool {
        var child = first
        while child < end {
            if isNext(child, isNamed: true) { return true }
            child = Int(records[child].next)
        }
        return false
    }

    private func emit(_ pattern: Int, _ body: Body) {
        let captured = found.elements
        if code.pointee.hasPredicates[pattern] {
            let (query, tree) = (query.takeUnretainedValue(), tree.takeUnretainedValue())
            for predicate in query.predicates[pattern] where !Self.holds(predicate, captured, in: tree) { return }
        }
        body(captured)
    }
}
