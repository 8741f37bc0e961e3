import MGELayers

/// Reads the items that the vocabulary holds, in the grammar of briefs.
enum VocabularyItem {
    /// The field of an item such as `email: email, unique`; nil, with findings, for anything else.
    ///
    /// What a description says of the value counts before what the item says.
    static func field(
        _ item: String, within bounds: BoundsReader.Bounds? = nil, lexicon: Lexicon, findings: inout Findings
    ) -> Field? {
        let source = Tokenizer.tokenize(LocatedText(item))
        guard var item = ItemReader.read(source, lexicon: lexicon, findings: &findings), item.type != nil else {
            return nil
        }
        if let bounds {
            item.minimum = bounds.minimum
            item.maximum = bounds.maximum
            item.defaultValue = nil
        }
        var resolver = FieldResolver(lexicon: lexicon, findings: findings.fresh)
        let field = resolver.field(item, name: item.name.text.wireName, kind: .assumed)
        findings.absorb(resolver.findings)
        return field
    }
}
