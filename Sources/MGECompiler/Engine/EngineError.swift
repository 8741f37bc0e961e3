package import Foundation

/// A request to the engine that the state of a run does not allow.
package enum EngineError: Error, Sendable {
    case unknownRun(UUID)
    case unknownKind(String, run: UUID)
    case unknownStage(String, known: [String])
    /// The run is in a state in which that is not possible.
    case notAllowed(action: String, state: RunState, run: UUID)
    /// While this process worked on it, another one resumed the run with other stages, templates or settings.
    case takenOver(run: UUID)
}

extension EngineError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownRun(let id): "there is no run \(id.uuidString.lowercased())"
        case .unknownKind(let kind, let run):
            "run \(run.uuidString.lowercased()) is of kind '\(kind)', which this program does not know"
        case .unknownStage(let name, let known):
            "there is no stage '\(name)'; the stages are \(known.joined(separator: ", "))"
        case .notAllowed(let action, let state, let run):
            "run \(run.uuidString.lowercased()) can't be \(action): it is \(state.rawValue)"
        case .takenOver(let run):
            "run \(run.uuidString.lowercased()) was resumed elsewhere with other templates or another version"
        }
    }
}
