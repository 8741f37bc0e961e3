/// Finds the matches of patterns in a tree: for each pattern and node all ways in which children fit.
final class QueryMatcher {
    /// A captured node.
    struct Found {
        var capture: Int32
        var node: Int32
    }

    /// What is still to be matched: children of a node from a position on, and then what the frame around asks for.
    private struct Frame {
        let step: Int
        /// Which of the step's children is next.
        var position: Int
        /// Where it is looked for, and where the node ends.
        var child: Int
        let end: Int
        let outer: UnsafePointer<Frame>?
    }

    private let patterns: QueryPatterns
    private let tree: SyntaxTree
    private var found: [Found] = []
    private var predicates: [QueryPredicate] = []
    private var body: ((UnsafeBufferPointer<Found>) -> Void)?

    init(_ patterns: QueryPatterns, in tree: SyntaxTree) {
        self.patterns = patterns
        self.tree = tree
        found.reserveCapacity(16)
    }

    /// Calls `body` with the captures of every match.
    func run(_ patternsBySymbol: [[Int32]], _ body: (UnsafeBufferPointer<Found>) -> Void) {
        withoutActuallyEscaping(body) { body in
            self.body = body
            let errors = patternsBySymbol.count - 1
            for node in 0..<tree.count {
                let symbol = Int(tree.records[node].symbol)
                let numbers = patternsBySymbol[min(symbol, errors)]
                for number in numbers { match(Int(number), at: node) }
            }
            self.body = nil
        }
    }

    private func match(_ number: Int, at node: Int) {
        let root = Int(patterns.patterns[number].root)
        guard fits(root, node) else { return }
        predicates = patterns.patterns[number].predicates
        capture(root, node)
        enter(root, node, then: nil)
        found.removeAll(keepingCapacity: true)
    }

    /// Whether a node is of the step's kind and field and lacks the fields that it must not have.
    private func fits(_ step: Int, _ node: Int) -> Bool {
        let wanted = patterns.steps[step]
        let record = tree.records[node]
        if wanted.field != 0, wanted.field != record.field { return false }
        switch wanted.kind {
        case .symbol: if wanted.symbol != record.symbol { return false }
        case .named: if !record.flags.contains(.named) { return false }
        case .any, .alternatives: break
        }
        guard wanted.absentFields.count > 0 else { return true }
        let fields = Int(wanted.absentFields.start)..<Int(wanted.absentFields.start + wanted.absentFields.count)
        var child = node + 1
        while child < Int(record.next) {
            if patterns.absentFields[fields].contains(tree.records[child].field) { return false }
            child = Int(tree.records[child].next)
        }
        return true
    }

    private func capture(_ step: Int, _ node: Int) {
        let run = patterns.steps[step].captures
        for index in Int(run.start)..<Int(run.start + run.count) {
            found.append(Found(capture: patterns.captures[index], node: Int32(node)))
        }
    }

    /// Matches the children of a node that fits a step, and then what `outer` asks for.
    private func enter(_ step: Int, _ node: Int, then outer: UnsafePointer<Frame>?) {
        if patterns.steps[step].kind == .alternatives {
            let run = patterns.steps[step].children
            for index in Int(run.start)..<Int(run.start + run.count) {
                let option = Int(patterns.children[index])
                if fits(option, node) { attempt(option, node, then: outer) }
            }
            return
        }
        guard patterns.steps[step].children.count > 0 else { return leave(outer) }
        var frame = Frame(step: step, position: 0, child: node + 1, end: Int(tree.records[node].next), outer: outer)
        withUnsafePointer(to: &frame) { proceed($0) }
    }

    /// Captures a node for a step and goes on; whatever comes of it, the captures are as before afterwards.
    private func attempt(_ step: Int, _ node: Int, then outer: UnsafePointer<Frame>?) {
        let before = found.count
        capture(step, node)
        enter(step, node, then: outer)
        found.removeLast(found.count - before)
    }

    private func leave(_ frame: UnsafePointer<Frame>?) {
        if let frame { proceed(frame) } else { emit() }
    }

    /// Looks for the next child of a frame's step.
    private func proceed(_ frame: UnsafePointer<Frame>) {
        let run = patterns.steps[frame.pointee.step].children
        guard frame.pointee.position < Int(run.count) else {
            if patterns.steps[frame.pointee.step].isEndAnchored, hasNamed(frame.pointee.child, frame.pointee.end) {
                return
            }
            return leave(frame.pointee.outer)
        }
        let step = Int(patterns.children[Int(run.start) + frame.pointee.position])
        let wanted = patterns.steps[step]
        if wanted.quantifier == .any || wanted.quantifier == .atLeastOne { return repeatStep(step, frame) }
        let before = found.count
        var isFound = false
        var child = frame.pointee.child
        while child < frame.pointee.end {
            let next = Int(tree.records[child].next)
            if fits(step, child) {
                isFound = true
                var following = frame.pointee
                following.position += 1
                following.child = next
                withUnsafePointer(to: &following) { attempt(step, child, then: $0) }
                found.removeLast(found.count - before)
            }
            if wanted.isAnchored, isNext(child, isNamed: wanted.isNamed) { break }
            child = next
        }
        if !isFound, wanted.quantifier == .optional {
            var following = frame.pointee
            following.position += 1
            withUnsafePointer(to: &following) { proceed($0) }
        }
    }

    /// Captures every further child that fits a step without children of its own, in one match.
    private func repeatStep(_ step: Int, _ frame: UnsafePointer<Frame>) {
        let before = found.count
        var following = frame.pointee
        following.position += 1
        var child = frame.pointee.child
        while child < frame.pointee.end {
            let next = Int(tree.records[child].next)
            if fits(step, child) {
                capture(step, child)
                following.child = next
            }
            child = next
        }
        let isFound = following.child != frame.pointee.child
        if isFound || patterns.steps[step].quantifier == .any { withUnsafePointer(to: &following) { proceed($0) } }
        found.removeLast(found.count - before)
    }

    /// Whether an anchor does not pass over a node: comments never count, nodes without a name only where asked for.
    private func isNext(_ node: Int, isNamed: Bool) -> Bool {
        let flags = tree.records[node].flags
        return !flags.contains(.comment) && (!isNamed || flags.contains(.named))
    }

    private func hasNamed(_ first: Int, _ end: Int) -> Bool {
        var child = first
        while child < end {
            if isNext(child, isNamed: true) { return true }
            child = Int(tree.records[child].next)
        }
        return false
    }

    private func emit() {
        guard predicates.isEmpty || predicates.allSatisfy({ holds($0, found, in: tree) }) else { return }
        found.withUnsafeBufferPointer { body?($0) }
    }
}
