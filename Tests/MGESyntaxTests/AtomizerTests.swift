import MGESyntax
import Testing

@Suite struct AtomizerTests {
    @Test func importsConstantsAndDefinitionsAreApart() throws {
        let file = try SyntaxFixture.atomize(
            """
            import os
            from app import models

            LIMIT = 10
            OTHER = 20

            def first():
                return LIMIT

            def second():
                return first()

            """)
        #expect(SyntaxFixture.names(file) == ["<import>", "LIMIT", "first", "second"])
        #expect(file.atoms.map(\.kind) == [.import, .const, .function, .function])
        #expect(file.atoms.map(\.lines) == [1...3, 4...6, 7...9, 10...11])
    }

    @Test func classIsAHeadAndAnAtomForEachMember() throws {
        let file = try SyntaxFixture.atomize(
            """
            class User(Base):
                name = ""

                @property
                def title(self):
                    return self.name

                # leads the method
                async def save(self):
                    pass

                late = 1

            class Empty:
                def only(self):
                    pass
            """)
        #expect(
            SyntaxFixture.names(file) == ["User", "User.title", "User.save", "User#2", "Empty", "Empty.only"])
        #expect(file.atoms.map(\.kind) == [.class, .method, .method, .class, .class, .method])
        #expect(file.atoms.map(\.lines) == [1...3, 4...7, 8...11, 12...13, 14...14, 15...16])
        // Fields after a method are part of the class; a head without a statement is none without its first member.
        #expect(file.atoms.map(\.unit) == [0, 1, 2, 0, 3, 3])
        #expect(file.atoms.map(\.enclosingUnit) == [nil, 0, 0, nil, nil, nil])
    }

    @Test func decoratorsAndLeadingCommentsTravelWithTheDefinition() throws {
        let file = try SyntaxFixture.atomize(
            """
            # about the module

            # about f
            # more about f
            @cache
            @other(1)
            def f():
                pass
            # about X
            X = 1
            """)
        #expect(SyntaxFixture.names(file) == ["<comment>", "f", "X"])
        #expect(file.atoms.map(\.lines) == [1...2, 3...8, 9...10])
    }

    @Test func longBodiesSplitBetweenStatements() throws {
        let body = (1...40).map { "    x\($0) = \($0)" }.joined(separator: "\n")
        let file = try SyntaxFixture.atomize("def long():\n\(body)\n")
        #expect(file.atoms.count >= 3)
        #expect(file.atoms.allSatisfy { $0.lines.count <= 15 && $0.unit == 0 })
        #expect(SyntaxFixture.names(file).prefix(3) == ["long", "long#2", "long#3"])
    }

    @Test func longLiteralsSplitBetweenElements() throws {
        let elements = (1...40).map { "    \($0)," }.joined(separator: "\n")
        let file = try SyntaxFixture.atomize("X = [\n\(elements)\n]\n")
        #expect(file.atoms.count >= 3)
        #expect(file.atoms.allSatisfy { $0.lines.count <= 15 && $0.unit == 0 })
    }

    @Test func stringsAreNeverCut() throws {
        let text = (1...40).map { "line \($0)" }.joined(separator: "\n")
        let file = try SyntaxFixture.atomize("X = '''\n\(text)\n'''\nY = 1\n")
        #expect(file.atoms.map(\.lines.count) == [42, 1])
    }

    @Test func longCommentBlocksMayBreak() throws {
        let text = (1...40).map { "# line \($0)" }.joined(separator: "\n")
        let file = try SyntaxFixture.atomize(text + "\nX = 1\n")
        #expect(file.atoms.count >= 3)
        #expect(file.atoms.allSatisfy { $0.lines.count <= 15 })
    }

    @Test func redefinitionsShareACounter() throws {
        let file = try SyntaxFixture.atomize("def f(): pass\ndef f(): pass\nclass f: pass\n")
        #expect(SyntaxFixture.names(file) == ["f", "f#2", "f#3"])
    }

    @Test func aStatementAroundDefinitionsIsOneUnit() throws {
        let file = try SyntaxFixture.atomize(
            "try:\n    from fast import f\nexcept ImportError:\n    def f():\n        pass\nX = 1\n")
        #expect(Set(file.atoms.dropLast().map(\.unit)).count == 1)
        #expect(file.atoms.last?.unit == 1)
    }

    @Test func aClassWithItsMembersIsOneBlock() throws {
        let file = try SyntaxFixture.atomize(
            """
            import os

            class A:
                class B:
                    def f(self):
                        return 1

                def g(self):
                    return 2

            def h():
                return 3

            """)
        let names = SyntaxFixture.names(file)
        #expect(file.blocks.map { names[$0.lowerBound] } == ["<import>", "A", "h"])
        #expect(file.blocks.last?.upperBound == names.count)
        #expect(try SyntaxFixture.atomize("one\ntwo\n", path: "a.txt").blocks == [0..<1])
    }

    @Test func emptyFileIsOneAtom() throws {
        let file = try SyntaxFixture.atomize("")
        #expect(file.atoms.map(\.identity) == ["module.py::<module>"])
        #expect(file.atoms.map(\.kind) == [.module])
        #expect(file.atoms.map(\.length) == [0])
    }

    @Test func otherFilesAreCutByLines() throws {
        let file = try SyntaxFixture.atomize(
            (1...23).map { $0 == 8 ? "" : "line \($0)" }.joined(separator: "\n"), path: "README.md")
        #expect(file.language == nil)
        #expect(file.atoms.map(\.lines) == [1...8, 9...18, 19...23])
        #expect(file.atoms.last?.identity == "README.md::<text>#3")
    }

    @Test func enumsHoldMembers() throws {
        let file = try SyntaxFixture.atomize(
            """
            enum Kind {
                ONE,
                TWO;

                Kind next() {
                    return ONE;
                }

                static void reset() {
                }
            }
            """, path: "Kind.java")
        #expect(SyntaxFixture.names(file) == ["Kind", "Kind.next", "Kind.reset"])
        #expect(file.atoms.map(\.kind) == [.enum, .method, .method])
    }

    /// What the grammar is too old for stands in front of the names, which atoms may begin with all the same.
    @Test(arguments: ["  type Name# as Other#,", "  type Name#,"])
    func whatIsMaskedIsPartOfItsRow(row: String) throws {
        let rows = (1...40).map { row.replacing("#", with: String($0)) }
        let text = (["export {"] + rows + ["} from './x';", ""]).joined(separator: "\n")
        let file = try SyntaxFixture.atomize(text, path: "index.ts")
        #expect(file.atoms.allSatisfy { $0.lines.count <= 15 })
        #expect(file.atoms.count == 3)
    }

    @Test func aMemberBehindAMaskedWordIsAnAtom() throws {
        let file = try SyntaxFixture.atomize(
            """
            class Cell {
              one() {
                return 1;
              }
              accessor value = 1;
              two() {
                return 2;
              }
            }
            """, path: "cell.ts")
        #expect(file.atoms.map(\.lines) == [1...1, 2...4, 5...5, 6...9])
    }

    @Test func longDocumentationMayBreak() throws {
        let words = (1...30).map { "     * Line \($0).\n" }.joined()
        let file = try SyntaxFixture.atomize(
            "class A {\n    /**\n\(words)     */\n    void f() {\n    }\n}\n", path: "A.java")
        #expect(file.atoms.allSatisfy { $0.lines.count <= 15 })
        #expect(file.atoms.dropFirst().allSatisfy { $0.identity.contains("::A.f") })
        // The parts of one definition are one unit.
        #expect(Set(file.atoms.dropFirst().map(\.unit)).count == 1)
    }
}
