internal import MailModel
internal import RecipientTable

/// Addresses that get nothing: lists that a job names under `exclude`.
package struct ExclusionList: Sendable {
    private var sources: [String: String] = [:]

    package init() {}

    /// Whether nobody is excluded.
    package var isEmpty: Bool { sources.isEmpty }

    /// The list that names an address; nil when none does.
    ///
    /// - Parameter canonical: the address in its canonical form.
    /// - Returns: how the list is named to people.
    package func source(of canonical: String) -> String? { sources[canonical] }

    /// Reads a CSV file of addresses.
    ///
    /// The column is the one of the job's addresses, or `email` or `address`, or the first; a file without a header
    /// serves as well. What is no address is passed over: such lists come from other programs.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - column: the column of the job's addresses.
    ///   - name: how the list is named to people.
    /// - Throws: `ListReader.Failure` when it cannot be read.
    package mutating func read(_ path: String, column: String, as name: String) throws(ListReader.Failure) {
        let feed: ByteFeed
        do throws(ByteFeed.Failure) { feed = try ByteFeed(.file(path: path)) } catch { throw .feed(error) }
        var reader = ListReader(feed, form: .csv(.init()))
        var block = ListBlock()
        var place: Int?
        while try next(&reader, &block) {
            if place == nil, !reader.columns.isEmpty {
                let known = [column, "email", "address"].lazy.compactMap { wanted in
                    reader.columns.firstIndex { $0.lowercased() == wanted.lowercased() }
                }
                place = known.first ?? 0
                add(reader.columns[place ?? 0], from: name)
            }
            guard let place else { continue }
            for row in block.rows { add(block.string(place, of: row), from: name) }
        }
    }

    /// An empty list excludes nobody.
    private func next(_ reader: inout ListReader, _ block: inout ListBlock) throws(ListReader.Failure) -> Bool {
        do throws(ListReader.Failure) { return try reader.next(into: &block) } catch {
            if case .empty = error { return false }
            throw error
        }
    }

    private mutating func add(_ text: String, from name: String) {
        let trimmed = MessageFactory.trimmed(Array(text.utf8)[...])
        guard let address = try? MailAddress(parsing: trimmed.span) else { return }
        sources[address.canonicalForm] = name
    }
}
