/// The formatting elements that the parser still has in mind, see ``NestingGuard``.
struct OpenFormatting {
    private struct Entry {
        /// Empty for a mark: what stands before it cannot be closed until the mark is gone.
        let name: String
        let bytes: Int
        /// How many other elements were open outside of it.
        let blocks: Int
    }

    private var entries: [Entry] = []
    /// What the parser would store to open all of them once more.
    private(set) var bytes = 0
    /// How many are open.
    private(set) var count = 0

    /// What the parser stores for an element besides its text.
    private static let storedBytes = 200

    mutating func open(_ name: String, bytes tagBytes: Int, blocks: Int) {
        entries.append(Entry(name: name, bytes: tagBytes + Self.storedBytes, blocks: blocks))
        bytes += tagBytes + Self.storedBytes
        count += 1
    }

    /// Closes the last one with this name, if the parser does so too.
    ///
    /// The parser moves a formatting element out of at most eight blocks that were opened inside of it (the adoption
    /// agency algorithm); inside of more it stays open.
    mutating func close(_ name: String, blocks: Int) {
        for index in entries.indices.reversed() {
            let entry = entries[index]
            if entry.name.isEmpty { return }
            guard entry.name == name else { continue }
            guard blocks - entry.blocks < 7 else { return }
            drop(entry)
            entries.remove(at: index)
            return
        }
    }

    mutating func mark() {
        entries.append(Entry(name: "", bytes: 0, blocks: 0))
    }

    /// Takes the last mark away, and what was opened behind it unless that stays open.
    mutating func unmark(keepingOpen: Bool) {
        guard let mark = entries.lastIndex(where: { $0.name.isEmpty }) else { return }
        if keepingOpen {
            entries.remove(at: mark)
        } else {
            for entry in entries[mark...] where !entry.name.isEmpty { drop(entry) }
            entries.removeSubrange(mark...)
        }
    }

    private mutating func drop(_ entry: Entry) {
        bytes -= entry.bytes
        count -= 1
    }
}
