/// A value of a configuration file and where it stands.
struct YAMLNode: Sendable, Hashable {
    /// What it is.
    enum Content: Sendable, Hashable {
        /// Text, as written: `no`, `007` and `1.10` are not turned into anything. `isPlain` is false inside quotes.
        case scalar(String, isPlain: Bool)
        case list([YAMLNode])
        case mapping([YAMLEntry])
    }

    var content: Content
    var place: SourcePlace

    /// Nothing after the colon, or one of the words for nothing.
    var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = content else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }

    /// What it is called in messages.
    var kindName: String {
        switch content {
        case .scalar: isNull ? "nothing" : "text"
        case .list: "a list"
        case .mapping: "a group of keys"
        }
    }
}

/// One key with its value.
struct YAMLEntry: Sendable, Hashable {
    var key: String
    /// Where the key stands.
    var place: SourcePlace
    var value: YAMLNode
}
