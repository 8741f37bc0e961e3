import MGECore
import MGESyntax
import Testing

@Suite struct AtomGraphTests {
    @Test func threeFunctionsInAChainAreThreeWaves() throws {
        let graph = try graph([
            "m.py":
                "def func_a():\n    return 1\n\ndef func_b():\n    return func_a()\n\ndef func_c():\n    return func_b()\n"
        ])
        #expect(graph.waves == [["func_a"], ["func_b"], ["func_c"]])
        #expect(graph.warnings.isEmpty)
    }

    @Test func orderInTheFileDoesNotMatter() throws {
        let graph = try graph(["m.py": "def c():\n    return b()\ndef b():\n    return a()\ndef a():\n    pass\n"])
        #expect(graph.waves == [["a"], ["b"], ["c"]])
    }

    @Test func threeModulesInAChainAreThreeWaves() throws {
        let graph = try graph([
            "a.py": "A = 1\n", "b.py": "from a import A\nB = A + 1\n", "c.py": "from b import B\nC = B + 1\n",
        ])
        #expect(graph.waves == [["A"], ["<import>", "B"], ["<import>", "C"]])
    }

    @Test func independentFunctionsAreOneWave() throws {
        let graph = try graph(["m.py": "def a():\n    pass\ndef b():\n    pass\ndef c():\n    pass\n"])
        #expect(graph.waves == [["a", "b", "c"]])
    }

    @Test func aCycleIsOneUnitWithAWarning() throws {
        let graph = try graph([
            "m.py":
                "def even(n):\n    return odd(n - 1)\ndef odd(n):\n    return even(n - 1)\ndef use():\n    even(1)\n"
        ])
        #expect(graph.waves == [["even", "odd"], ["use"]])
        #expect(graph.warnings.count == 1)
        #expect(graph.warnings.first?.message.contains("m.py::even, m.py::odd") == true)
        #expect(graph.warnings.first?.severity == .warning)
        #expect(graph.graph.units.map(\.atoms.count) == [2, 1])
    }

    @Test(
        arguments: [
            (8, "m.py::f0, m.py::f1, m.py::f2, m.py::f3, m.py::f4, m.py::f5, m.py::f6, m.py::f7"),
            (9, "m.py::f0, m.py::f1, m.py::f2, m.py::f3, m.py::f4, m.py::f5, m.py::f6, m.py::f7 and 1 more"),
            (150, "m.py::f0, m.py::f1, m.py::f2, m.py::f3, m.py::f4, m.py::f5, m.py::f6, m.py::f7 and 142 more"),
        ])
    func aCycleNamesItsFirstEightMembers(count: Int, members: String) throws {
        let text = (0..<count).map { "def f\($0)():\n    f\(($0 + 1) % count)()\n" }.joined()
        let warnings = try graph(["m.py": text]).warnings
        #expect(warnings.map(\.message) == ["these atoms depend on each other in a cycle: \(members)"])
    }

    @Test func aCycleAcrossFilesIsOneUnit() throws {
        let graph = try graph([
            "a.py": "import b\n\ndef f():\n    return b.g()\n", "b.py": "import a\n\ndef g():\n    return a.f()\n",
        ])
        #expect(graph.waves == [["<import>", "f", "<import>", "g"]])
        #expect(graph.warnings.count == 1)
        #expect(graph.graph.units.count == 3)
    }

    @Test func membersWaitForTheHeadOfTheirClass() throws {
        let graph = try graph([
            "m.py":
                "class A:\n    x = 1\n\n    def f(self):\n        return self.g()\n\n    def g(self):\n        pass\n"
        ])
        #expect(graph.waves == [["A"], ["A.g"], ["A.f"]])
    }

    @Test func aFieldMadeOfAMethodIsNoCycleToWarnOf() throws {
        let graph = try graph([
            "m.py": "class A:\n    y = 1\n\n    def get(self):\n        return 1\n\n    x = property(get)\n"
        ])
        #expect(graph.graph.units.count == 1)
        #expect(graph.warnings.isEmpty)
    }

    @Test func whatIsNeededToLoadAvoidsACycle() throws {
        let graph = try graph([
            "m.py": "class Late:\n    x = early()\n\ndef early():\n    return lambda: Late\n"
        ])
        #expect(graph.waves == [["early"], ["Late"]])
        #expect(graph.warnings.isEmpty)
    }

    @Test func lazyUsesOfOneLevelStayACycle() throws {
        let graph = try graph([
            "m.py": """
            def first():
                return second(), Table

            def second():
                return first()

            class Table:
                row = first()

            """
        ])
        #expect(graph.waves == [["first", "second"], ["Table"]])
        #expect(graph.warnings.count == 1)
    }

    @Test func anEagerCycleSaysSo() throws {
        let graph = try graph(["a.py": "import b\nclass A(b.B): pass\n", "b.py": "import a\nclass B(a.A): pass\n"])
        #expect(graph.graph.units.filter(\.isCycle).count == 1)
        #expect(graph.warnings.first?.message.contains("already when their files are loaded") == true)
    }

    @Test func batchesHoldAtMostTheLimit() throws {
        let text = (0..<250).map { "def f\($0)():\n    pass\n" }.joined()
        let graph = try graph(["m.py": text])
        let batches = graph.graph.batches(limit: 100)
        #expect(batches.map(\.atoms.count) == [100, 100, 50])
        #expect(batches.flatMap(\.atoms) == Array(0..<250))
        #expect(batches.allSatisfy { !$0.continuesPrevious })
    }

    @Test func aLargeCycleIsCutIntoBatchesThatFollowEachOther() throws {
        let text = (0..<150).map { "def f\($0)():\n    f\(($0 + 1) % 150)()\n" }.joined() + "def g():\n    pass\n"
        let batches = try graph(["m.py": text]).graph.batches(limit: 100)
        #expect(batches.map(\.atoms.count) == [100, 50, 1])
        #expect(batches.map(\.continuesPrevious) == [false, true, false])
    }

    private struct Named {
        let graph: AtomGraph
        let waves: [[String]]
        var warnings: [Diagnostic] { graph.warnings }
    }

    private func graph(_ files: [String: String]) throws -> Named {
        let project = try SyntaxFixture.project(files)
        let graph = AtomGraph(project)
        let waves = graph.waves.map {
            $0.map { String(project.atom($0).atom.identity.split(separator: ":").last ?? "") }
        }
        return Named(graph: graph, waves: waves)
    }
}
