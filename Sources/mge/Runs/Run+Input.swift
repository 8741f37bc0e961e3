import Foundation
import MGECompiler
import MGECore
import MGELayers

extension Run {
    /// The description that was submitted; nil when the run was given something else.
    var submittedDescription: Description? {
        try? CanonicalJSON.decode(Description.self, from: Data(input.text.utf8))
    }
}
