import MGECore

@testable import MGECompiler

extension StoredFile {
    static func sample(_ path: String, _ text: String, task: Int = 1) -> StoredFile {
        StoredFile(task: task, path: path, revision: 1, digest: SHA256Digest(of: text).hexadecimal, text: text)
    }
}
