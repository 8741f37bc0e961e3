import Foundation
import MGELayers
import MGEReading

/// Descriptions whose names are resolved in tests, read with the vocabulary of the repository.
enum WrittenNames {
    private static let reader = Result {
        DescriptionReader(
            vocabulary: try Vocabulary(directory: Compilation.root.appending(path: "templates/vocabulary")),
            stacks: [StackDetection(name: "fastapi", words: ["fast api"])], defaultStack: "fastapi")
    }

    static func read(_ text: String) throws -> DiscoveryDocument {
        try reader.get().read(Description(text: text))
    }
}
