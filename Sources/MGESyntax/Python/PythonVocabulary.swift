/// Names that Python itself provides.
final class PythonVocabulary: Sendable {
    /// Seen by every module without being bound.
    let builtins: Set<String>
    /// Top-level modules that are never a project's.
    let standardLibrary: Set<String>

    init(_ description: LanguageDescription) {
        builtins = Set(description.builtins)
        standardLibrary = Set(description.standardLibrary)
    }
}
