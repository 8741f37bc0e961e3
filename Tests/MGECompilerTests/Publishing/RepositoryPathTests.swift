import MGECompiler
import Testing

@Suite struct RepositoryPathTests {
    @Test(
        "allows what repositories have",
        arguments: [
            "README.md", ".env.example", ".github/workflows/ci.yml", ".gitignore", ".gitattributes",
            "src/app/__init__.py",
            "a b.txt", "src/é.py", "日本語/ノート.md", "a/.git_keep", "nullable.py", "console.py", "com10.py", "comx", "a..b",
            "...a",
            String(repeating: "a", count: 255), String(repeating: "a/", count: 511) + "bc",
        ])
    func allowed(path: String) {
        #expect(throws: Never.self) { try RepositoryPath.check(path) }
    }

    @Test(
        "refuses, and says why",
        arguments: [
            ("", "is empty"), ("/etc/passwd", "is absolute"), ("/", "is absolute"), ("..", "contains '..'"),
            ("../x", "contains '..'"), ("a/../b", "contains '..'"), ("a/..", "contains '..'"), (".", "contains '.'"),
            ("./a", "contains '.'"), ("a//b", "empty component"), ("a/", "empty component"),
            (".git/config", "lies in .git"), (".GIT/config", "lies in .git"), ("a/.Git/hooks/x", "lies in .git"),
            (".git", "lies in .git"), (".g\u{200c}it/config", "lies in .git"), ("git~1/config", "lies in .git"),
            ("GIT~1/config", "lies in .git"),
            ("a\\b", "backslash"), ("..\\a", "backslash"), ("a\nb", "control character"),
            ("a\u{0}b", "control character"),
            ("a\r\nb", "control character"), ("a\u{7f}", "control character"), ("a\u{85}", "control character"),
            ("con", "device"), ("CON.txt", "device"), ("a/Aux.py", "device"), ("com1", "device"),
            ("lpt9.tar.gz", "device"),
            ("nul/a", "device"), ("prn .txt", "device"), ("a.", "dot or a blank"), ("a ", "dot or a blank"),
            ("a./b", "dot or a blank"), ("a /b", "dot or a blank"), ("a:b", "not every file system"),
            ("a?", "not every file system"), ("a*b", "not every file system"), ("<a>", "not every file system"),
            ("a|b", "not every file system"), ("a\"b", "not every file system"),
            (String(repeating: "a", count: 256), "more than 255 bytes"),
            (String(repeating: "é", count: 128), "more than 255 bytes"),
            (String(repeating: "a/", count: 512) + "b", "longer than 1024 bytes"),
        ])
    func refused(path: String, reason: String) throws {
        let error = try #require(throws: RepositoryPathError.self) { try RepositoryPath.check(path) }
        #expect(error.reason.contains(reason), "\(error)")
        #expect(error.path == path)
    }

    @Test(
        "sees through marks that join what stands before them in one character",
        arguments: [
            "/\u{301}etc", "../\u{301}x", "a/../\u{301}x", ".git/\u{301}x", "a\\\u{301}b", "a:\u{301}b",
            "a/\u{301}../b",
        ])
    func joined(path: String) {
        #expect(throws: RepositoryPathError.self) { try RepositoryPath.check(path) }
    }

    @Test(
        "refuses paths that are one on some file system",
        arguments: [
            (["a.py", "a.py"], "is written twice"), (["a.py", "A.py"], "in case or accents only"),
            (["src/A.py", "SRC/a.py"], "in case or accents only"), (["É", "é"], "in case or accents only"),
            (["\u{e9}.py", "e\u{301}.py"], "in case or accents only"),
            (["src/a.py", "SRC/b.py"], "in a folder that differs from that of 'src/a.py'"),
            (["x/a/B/c.py", "x/A/b/d/e.py"], "in a folder that differs from that of 'x/a/B/c.py'"),
            (["\u{e9}/a", "e\u{301}/b"], "in a folder that differs from that of '\u{e9}/a'"),
            (["a", "a/b"], "a file and the folder of 'a/b'"),
            (["a/b", "a"], "a file and the folder of 'a/b'"), (["A", "a/b/c"], "a file and the folder of 'a/b/c'"),
            (["x", "a/b/c/d", "a/b"], "a file and the folder of 'a/b/c/d'"), (["ok", "../x"], "contains '..'"),
        ])
    func collisions(paths: [String], reason: String) throws {
        let error = try #require(throws: RepositoryPathError.self) { try RepositoryPath.check(all: paths) }
        #expect(error.reason.contains(reason), "\(error)")
    }

    @Test("allows neighbours")
    func neighbours() {
        #expect(throws: Never.self) { try RepositoryPath.check(all: []) }
        #expect(throws: Never.self) {
            try RepositoryPath.check(all: ["a/b", "a/c", "ab", "a.b", "b/a", "a/d/e", "a/d/f"])
        }
    }

    @Test("goes through a large repository once")
    func large() {
        // Deep and wide: looked at pairwise, these would be ten billion comparisons.
        let deep = (0..<100).map { "\($0)/" }.joined()
        let paths = (0..<50_000).map { "src/\($0 % 100)/\($0).py" } + (0..<5_000).map { "\(deep)\($0).py" }
        #expect(throws: Never.self) { try RepositoryPath.check(all: paths) }
    }
}
