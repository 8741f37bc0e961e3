/// How the modules of a kind of language find each other: what their queries cannot say.
protocol ModuleFamily: AnyObject {
    /// What an import binds that can be meant so, or, when `isStatement`, what its statement refers to.
    func entities(
        of statement: FileNames.Import, _ meanings: Meanings, in file: Int, isStatement: Bool, _ resolver: NameResolver
    ) -> [Entity]

    /// What a statement refers to, one after the other: each may have several definitions.
    func targets(of statement: FileNames.Import, in file: Int, _ resolver: NameResolver) -> [[Entity]]

    /// Where the names of an import of everything are looked for.
    func sources(ofStar statement: FileNames.Import, in file: Int, _ resolver: NameResolver) -> [Entity]

    /// Whether an import of everything from a file gives a name.
    func isExported(_ name: Int32, by file: Int, _ resolver: NameResolver) -> Bool

    /// A name of the file's own package, which goes before what imports of everything bring.
    func sibling(_ name: Int32, _ meanings: Meanings, in file: Int, _ resolver: NameResolver) -> [Entity]

    /// What a name means that the file itself does not bind: a name of its package, or of a package at the top.
    func outermost(_ name: Int32, _ meanings: Meanings, in file: Int, _ resolver: NameResolver) -> [Entity]

    /// What the values of a type are instances of that no file binds as a definition, but that all files see.
    func instances(_ name: Int32, _ resolver: NameResolver) -> Instances

    /// A name of a module, class or namespace that it does not bind: a part of it in another file, or what is around it.
    func part(_ name: Int32, _ meanings: Meanings, of module: Entity, _ resolver: NameResolver) -> [Entity]

    /// A name of a package.
    func member(_ name: Int32, _ meanings: Meanings, of package: String, _ resolver: NameResolver) -> [Entity]

    /// What a word means at the head of a path that no binding can change; nil for every other name.
    func head(_ name: Int32, in file: Int, from scope: Int, _ resolver: NameResolver) -> [Entity]?
}

extension ModuleFamily {
    func sources(ofStar statement: FileNames.Import, in file: Int, _ resolver: NameResolver) -> [Entity] {
        entities(of: statement, .any, in: file, isStatement: true, resolver)
    }

    func targets(of statement: FileNames.Import, in file: Int, _ resolver: NameResolver) -> [[Entity]] {
        [entities(of: statement, .any, in: file, isStatement: true, resolver)]
    }

    func isExported(_ name: Int32, by file: Int, _ resolver: NameResolver) -> Bool { true }

    func sibling(_ name: Int32, _ meanings: Meanings, in file: Int, _ resolver: NameResolver) -> [Entity] { [] }

    func outermost(_ name: Int32, _ meanings: Meanings, in file: Int, _ resolver: NameResolver) -> [Entity] { [] }

    func instances(_ name: Int32, _ resolver: NameResolver) -> Instances { Instances() }

    func part(_ name: Int32, _ meanings: Meanings, of module: Entity, _ resolver: NameResolver) -> [Entity] { [] }

    func member(
        _ name: Int32, _ meanings: Meanings, of package: String, _ resolver: NameResolver
    ) -> [Entity] { [] }

    func head(_ name: Int32, in file: Int, from scope: Int, _ resolver: NameResolver) -> [Entity]? { nil }
}
