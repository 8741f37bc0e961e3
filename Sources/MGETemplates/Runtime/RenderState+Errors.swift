extension RenderState {
    /// Gives an error its place, and the names that may have been meant.
    func located(_ error: any Error, _ position: SourcePosition) -> TemplateError {
        if let error = error as? TemplateError { return error }
        guard let failure = error as? Failure else {
            return position.source.error(.runtime, "\(error)", at: position.offset)
        }
        let place = failure.undefined?.position ?? position
        let remedy = failure.remedy ?? failure.undefined.flatMap(suggestion)
        return place.source.error(failure.kind, failure.message, at: place.offset, remedy: remedy)
    }

    /// Runs a step whose failures belong to a place.
    @inline(__always)
    func at<Result>(_ position: SourcePosition, _ body: () throws -> Result) throws -> Result {
        do { return try body() } catch { throw located(error, position) }
    }

    /// Runs a call, which becomes part of the stack of an error inside.
    func calling<Result>(_ what: @autoclosure () -> String, at position: SourcePosition, _ body: () throws -> Result)
        throws -> Result
    {
        do { return try body() } catch var error as TemplateError {
            if error.stack.count < 16 {
                let place = position.source.place(of: position.offset)
                error.stack.append(
                    TemplateError.Call(
                        what: what(), template: position.source.name, line: place.line, column: place.column))
            }
            throw error
        } catch { throw located(error, position) }
    }

    private func suggestion(_ undefined: Undefined) -> String? {
        let wanted: String
        var candidates: [String]
        switch undefined.subject {
        case .name(let name):
            wanted = name
            candidates = scope.names
            var frame: Registers? = registers
            while let registers = frame {
                for (slot, name) in registers.function.slotNames.enumerated() where registers.values[slot] != nil {
                    candidates.append(name)
                }
                frame = registers.parent
            }
        case .attribute(let name, _):
            wanted = name
            candidates = undefined.owner?.keys.compactMap(\.stringContent) ?? []
        default: return nil
        }
        guard let nearest = Spelling.nearest(to: wanted, among: candidates) else { return nil }
        return "did you mean '\(nearest)'?"
    }
}

/// Finds the word that a misspelled one was meant to be.
enum Spelling {
    /// The candidate with the fewest edits, at most a third of the word's length; ties go to the first by name.
    static func nearest(to word: String, among candidates: [String]) -> String? {
        let letters = Array(word.unicodeScalars.prefix(64))
        var best: (distance: Int, name: String)?
        for candidate in Set(candidates).sorted() where candidate != word {
            let others = Array(candidate.unicodeScalars.prefix(64))
            let allowed = max(1, max(letters.count, others.count) / 3)
            guard abs(letters.count - others.count) <= allowed else { continue }
            let distance = edits(letters, others)
            if distance <= allowed, distance < best?.distance ?? .max { best = (distance, candidate) }
        }
        return best?.name
    }

    /// The edits between two words, where swapping neighbours is one (optimal string alignment).
    private static func edits(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var beforeLast = [Int](repeating: 0, count: right.count + 1)
        var last = Array(0...right.count)
        for row in left.indices {
            var current = [row + 1]
            for column in right.indices {
                let replaced = last[column] + (left[row] == right[column] ? 0 : 1)
                var cost = min(replaced, last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current.append(cost)
            }
            (beforeLast, last) = (last, current)
        }
        return last[right.count]
    }
}
