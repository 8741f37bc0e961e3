package import MGECore

/// The finished repository: what is in it and where it is.
package struct Repository: Codable, Hashable, Sendable {
    /// The root, relative to the workspace.
    package var path: String
    package var manifest: Manifest
    /// The size of all files together.
    package var bytes: Int

    package init(path: String, manifest: Manifest, bytes: Int) {
        self.path = path
        self.manifest = manifest
        self.bytes = bytes
    }

    package var digest: SHA256Digest { manifest.digest }
}
