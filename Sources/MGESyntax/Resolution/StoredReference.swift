/// A resolved use of a definition, with the numbers of qualified names in place of these: there are very many.
struct StoredReference: Sendable {
    let file: UInt32
    let source: Int32
    let targetFile: UInt32
    let target: Int32
    let line: Int32
    let how: NameEdge.How
    let isEager: Bool
    let isAmbiguous: Bool
}
