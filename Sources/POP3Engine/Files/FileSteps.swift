/// Steps with files, gathered while bytes are read and done together on a thread that may block.
struct FileSteps: Sendable {
    private enum Step {
        case create(String)
        case write([UInt8])
        case close
        case discard
        case remove(String)
    }

    /// How many bytes are gathered before they are written.
    private static let chunkBytes = 256 << 10
    /// How many steps are gathered before they are done.
    private static let mostSteps = 64

    private var steps: [Step] = []
    private var chunk: [UInt8] = []
    private var gatheredBytes = 0

    var isEmpty: Bool { steps.isEmpty }

    /// Whether enough was gathered to make it worth the change of threads.
    var isWorthDoing: Bool { gatheredBytes >= Self.chunkBytes || steps.count >= Self.mostSteps }

    mutating func create(_ path: String) { steps.append(.create(path)) }

    /// Takes in bytes of the file that was created last.
    mutating func append(_ bytes: some Collection<UInt8>) {
        chunk += bytes
        if chunk.count >= Self.chunkBytes { endChunk() }
    }

    mutating func close() {
        endChunk()
        steps.append(.close)
    }

    /// Removes the file that was created last and not closed.
    mutating func discard() {
        chunk.removeAll(keepingCapacity: true)
        steps.append(.discard)
    }

    /// Removes a file that was closed.
    mutating func remove(_ path: String) { steps.append(.remove(path)) }

    /// Gives what was gathered, and begins anew.
    mutating func take() -> FileSteps {
        defer {
            steps = []
            gatheredBytes = 0
        }
        var taken = self
        taken.chunk = []
        return taken
    }

    /// Does all steps, in order.
    ///
    /// - Parameter file: the file that is open from steps before.
    /// - Returns: the file that is open now.
    /// - Throws: `MessageFile.Failure`; the file that was open and those that these steps created are removed then.
    func perform(on file: MessageFile?) throws(MessageFile.Failure) -> MessageFile? {
        var file = file
        var created: [String] = []
        do {
            for step in steps {
                switch step {
                case .create(let path):
                    file = try MessageFile(creating: path)
                    created.append(path)
                case .write(let bytes): try file?.write(bytes)
                case .close:
                    try file?.close()
                    file = nil
                case .discard:
                    file?.discard()
                    file = nil
                case .remove(let path): MessageFile.remove(path)
                }
            }
        } catch {
            file?.discard()
            for path in created where path != file?.path { MessageFile.remove(path) }
            throw error
        }
        return file
    }

    private mutating func endChunk() {
        guard !chunk.isEmpty else { return }
        gatheredBytes += chunk.count
        steps.append(.write(chunk))
        chunk.removeAll(keepingCapacity: false)
    }
}
