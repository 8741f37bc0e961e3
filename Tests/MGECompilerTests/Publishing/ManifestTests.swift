import Foundation
import MGECompiler
import MGECore
import MGELayers
import Testing

@Suite struct ManifestTests {
    private static func entry(_ path: String, task: Int? = nil) -> Manifest.Entry {
        Manifest.Entry(path: path, digest: SHA256Digest(of: path), task: task)
    }

    @Test("is in the order of the paths' bytes, whatever order it is made in")
    func order() {
        let paths = ["a/b", "a-b", "Z", "a", "é", "a.b", "e\u{301}", "😀", "\u{ffee}"]
        let expected = paths.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        for _ in 0..<5 {
            let manifest = Manifest(files: paths.shuffled().map { Self.entry($0) })
            #expect(manifest.files.map { Array($0.path.utf8) } == expected.map { Array($0.utf8) })
        }
    }

    @Test("has a digest that anybody can compute with sha256sum")
    func digest() {
        let manifest = Manifest(files: [Self.entry("b", task: 2), Self.entry("a")])
        let lines = ["a", "b"].map { "\(SHA256Digest(of: $0))  \($0)\n" }.joined()
        #expect(manifest.digest == SHA256Digest(of: lines))
        #expect(Manifest(files: []).digest == SHA256Digest(of: ""))
    }

    @Test("has another digest for another path or text, and the same for another task")
    func digestDiffers() {
        let manifest = Manifest(files: [Self.entry("a", task: 1)])
        #expect(manifest.digest == Manifest(files: [Self.entry("a", task: 2)]).digest)
        #expect(manifest.digest != Manifest(files: [Self.entry("b", task: 1)]).digest)
        let other = Manifest.Entry(path: "a", digest: SHA256Digest(of: "other"), task: 1)
        #expect(manifest.digest != Manifest(files: [other]).digest)
    }

    @Test("is written as text that is always the same and can be read back")
    func text() throws {
        let manifest = Manifest(files: [Self.entry("src/é.py", task: 2), Self.entry("README.md")])
        let text = try manifest.text()
        #expect(
            text == """
                {
                  "files" : [
                    {
                      "digest" : "\(SHA256Digest(of: "README.md"))",
                      "path" : "README.md"
                    },
                    {
                      "digest" : "\(SHA256Digest(of: "src/é.py"))",
                      "path" : "src/é.py",
                      "task" : 2
                    }
                  ],
                  "version" : 1
                }

                """)
        #expect(try JSONDecoder().decode(Manifest.self, from: Data(text.utf8)) == manifest)
    }
}
