internal import Glibc
internal import RecipientTable

/// The folder of one run: what was sealed, and the flight recorder.
///
/// | file | what it is |
/// |---|---|
/// | `rows`, `rows.index` | the list, see ``SealedRows`` |
/// | `rows.files` | digests of the files that rows have for themselves, when there are such |
/// | `columns.json` | the list's columns |
/// | `seal.json` | hashes of what the run was sealed from |
/// | `inputs/` | job, templates and attachments as they were: a workspace of its own |
/// | `message.eml`, `message.json` | the message that was handed in, and its reverse-path, where a run is about one |
/// | `flight` | the flight recorder while claims are open |
/// | `revision-N/` | the same files, as changes were accepted for the N-th time; the last revision is the one in force |
package struct RunFolder: Sendable {
    /// The folder, absolute.
    package let path: String

    package init(path: String) { self.path = path }

    /// Where the flight recorder is.
    package var flightPath: String { path + "/flight" }
    /// Where the sealed job and templates are.
    package var inputsPath: String { path + "/inputs" }

    /// The folder of a later revision.
    package func revision(_ number: UInt32) -> RunFolder { RunFolder(path: path + "/revision-\(number)") }

    /// What a run was sealed from, so that a change is found and named.
    package struct Seal: Sendable, Hashable {
        /// The content of the messages: sender, templates, attachments.
        package var content: String
        /// The list's bytes, as they were read.
        package var list: String
        /// The list, as a person names it.
        package var listName: String
        /// The column of addresses.
        package var emailColumn: Int

        package init(content: String, list: String, listName: String, emailColumn: Int) {
            self.content = content
            self.list = list
            self.listName = listName
            self.emailColumn = emailColumn
        }
    }

    /// Makes an empty folder for a run that is being sealed; what an earlier attempt left there is removed.
    ///
    /// - Throws: `SealedRows.Failure` when the disk does not take it.
    package static func make(at path: String) throws(SealedRows.Failure) -> RunFolder {
        do throws(SealedFile.Failure) {
            try FileTree.remove(path)
            try FileTree.makeFolders(path + "/inputs")
        } catch {
            throw SealedRows.Failure(error)
        }
        return RunFolder(path: path)
    }

    /// Gives the folder its final name once all in it is safe.
    package func move(to final: String) throws(SealedRows.Failure) -> RunFolder {
        do throws(SealedFile.Failure) {
            try SealedFile.syncFolder(path)
            try FileTree.remove(final)
            guard unsafe rename(path, final) == 0 else {
                throw SealedFile.Failure(path: final, action: "make", code: errno)
            }
            try SealedFile.syncFolder(PathName.parent(of: final))
        } catch {
            throw SealedRows.Failure(error)
        }
        return RunFolder(path: final)
    }

    /// Removes the folder.
    package func remove() { try? FileTree.remove(path) }

    /// Writes one file below the folder, synced.
    package func write(_ bytes: [UInt8], to name: String) throws(SealedRows.Failure) {
        do throws(SealedFile.Failure) {
            try FileTree.makeFolders(PathName.parent(of: path + "/" + name))
            let file = try SealedFile(path: path + "/" + name, isNew: true)
            try file.write(bytes[...])
            try file.sync()
        } catch {
            throw SealedRows.Failure(error)
        }
    }

    /// Reads one small file below the folder.
    package func read(_ name: String) throws(SealedRows.Failure) -> [UInt8] {
        do throws(SealedFile.Failure) {
            let file = try SealedFile(path: path + "/" + name, isNew: false)
            return try file.read(at: 0, count: min(try file.size(), 64 << 20))
        } catch {
            throw SealedRows.Failure(error)
        }
    }
}

extension RunFolder {
    /// Writes the list's columns, and which of them hold JSON.
    package func write(columns: [String], holdsJSON: [Bool]) throws(SealedRows.Failure) {
        var text: [UInt8] = []
        let members = zip(columns, holdsJSON).map { name, flag in
            RowValue.list([.string(name), .bool(flag)])
        }
        JSONText.append(.list(members), to: &text)
        try write(text, to: "columns.json")
    }

    /// The list's columns, and which of them hold JSON.
    package func columns() throws(SealedRows.Failure) -> (names: [String], holdsJSON: [Bool]) {
        var names: [String] = []
        var flags: [Bool] = []
        guard case .list(let members) = try json("columns.json") else { throw broken("columns.json") }
        for member in members {
            guard case .list(let pair) = member, pair.count == 2, case .string(let name) = pair[0],
                case .bool(let flag) = pair[1]
            else { throw broken("columns.json") }
            names.append(name)
            flags.append(flag)
        }
        return (names, flags)
    }

    /// Writes what the run was sealed from.
    package func write(_ seal: Seal) throws(SealedRows.Failure) {
        var text: [UInt8] = []
        let members: [(String, RowValue)] = [
            ("content", .string(seal.content)), ("list", .string(seal.list)), ("list_name", .string(seal.listName)),
            ("email_column", .number(String(seal.emailColumn))),
        ]
        JSONText.append(.object(members.map { .init(name: $0.0, value: $0.1) }), to: &text)
        try write(text, to: "seal.json")
    }

    /// What the run was sealed from.
    package func seal() throws(SealedRows.Failure) -> Seal {
        let value = try json("seal.json")
        guard case .string(let content) = value["content"], case .string(let list) = value["list"],
            case .string(let name) = value["list_name"], case .number(let text) = value["email_column"],
            let column = Int(text)
        else { throw broken("seal.json") }
        return Seal(content: content, list: list, listName: name, emailColumn: column)
    }

    private func json(_ name: String) throws(SealedRows.Failure) -> RowValue {
        let bytes = try read(name)
        do { return try ColumnType.json.value(of: String(decoding: bytes, as: UTF8.self)) } catch {
            throw broken(name)
        }
    }

    private func broken(_ name: String) -> SealedRows.Failure {
        SealedRows.Failure("\(path)/\(name): the file was changed; the run cannot go on from it")
    }
}
