package import MGECore
package import MGELayers

/// What a run's stack adds to the generated files: the files that run, ship and describe the project.
package struct Infrastructure: Sendable {
    /// The digest of everything that the files follow from.
    package let digest: SHA256Digest
    /// The name of the stack.
    package let stack: String
    /// The name of the repository's folder.
    package let slug: String
    /// A template that can't be rendered is told to who needs the files, not to who asks what they follow from.
    private let rendering: Result<[SourceFile], any Error>

    /// Renders the files.
    /// - Throws: whatever encoding a value throws.
    package init(renderedBy renderer: StackRenderer) throws {
        digest = try renderer.infrastructureDigest()
        stack = renderer.stack.name
        slug = renderer.project.slug
        rendering = Result { try renderer.renderInfrastructure() }
    }

    /// The files, in the order of the stack's definition.
    /// - Throws: `ItemFailure` that names template, line and column.
    package var files: [SourceFile] { get throws { try rendering.get() } }
}
