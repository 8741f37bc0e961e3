/// Masks secrets in texts that go to logs and terminals.
enum Redaction {
    /// The text with passwords of URLs, `password=…` pairs and `password '…'` clauses masked.
    static func redact(_ text: String) -> String {
        text.replacing(/(\/\/[^\s:@\/]*):\S*@/) { "\($0.1):***@" }
            .replacing(/(?i)(password\s*(?:=|\s)\s*)'(?:[^'\\]|\\.|'')*'/) { "\($0.1)***" }
            .replacing(/(?i)(password\s*=\s*)[^\s&'",;)]+/) { "\($0.1)***" }
    }
}
