internal import MailModel
internal import NIOCore

/// Keeps one connection busy: fetches by batches as large as the connection uses up in about a tenth of a second.
///
/// Small batches where each message takes a round trip, so that the last messages of a run are spread over all connections;
/// large ones where messages leave fast, so that nothing costs a hop for each.
struct Worker {
    private static let firstBatch = 4
    private static let largestBatch = 64
    /// Bytes of content that a batch may hold, so that large messages do not fill the memory; but for one message.
    private static let batchBytes = 4 << 20
    private static let noticeable = Duration.milliseconds(5)
    private static let quick = Duration.milliseconds(50)
    private static let slow = Duration.milliseconds(200)

    private let run: DeliveryRun
    private let loop: any EventLoop
    private var connection: Connection?
    private var batchSize = Self.firstBatch
    /// Whether the connection has not got anything done yet.
    private var isUnproved = true

    init(run: DeliveryRun, loop: any EventLoop) {
        self.run = run
        self.loop = loop
    }

    /// Works until no message is left, the task is cancelled, or no session can be had.
    mutating func work() async {
        defer { run.tell(.workerDone) }
        while true {
            if connection == nil, await !run.admission() { return }
            let start = ContinuousClock.now
            guard let batch = await run.feed.next(upTo: batchSize) else {
                guard await closeConnection() else { return }
                continue
            }
            let fetching = ContinuousClock.now - start
            if batch.count == batchSize { run.tell(.moreToDo) }
            guard let connection = await openConnection() else {
                run.feed.giveBack(batch)
                continue
            }
            await deliver(batch, over: connection, fetching: fetching)
        }
    }

    private mutating func deliver(_ batch: [OutgoingMessage], over connection: Connection, fetching: Duration) async {
        let start = ContinuousClock.now
        switch await connection.deliver(batch) {
        case .more(let answered):
            let elapsed = ContinuousClock.now - start
            // The source has messages faster than the connection takes them, even where it gives them one by one.
            if elapsed > max(fetching * 2, Self.noticeable) { run.tell(.moreToDo) }
            if elapsed < Self.quick { batchSize = min(batchSize * 2, Self.largestBatch) }
            if elapsed > Self.slow { batchSize = max(batchSize / 2, 1) }
            let bytes = batch.reduce(1) { $0 + $1.content.size }
            batchSize = max(1, min(batchSize, batch.count * Self.batchBytes / bytes))
            if isUnproved, answered > 0 {
                isUnproved = false
                run.proved()
            }
        case .ended(let end):
            self.connection = nil
            run.ended(end, wasOpen: true)
        }
    }

    /// The connection there is, or a new one; nil when there is none to be had now.
    private mutating func openConnection() async -> Connection? {
        if let connection { return connection }
        guard run.claim() else { return nil }
        let fresh = await Connection.make(run.plan(), on: loop)
        if let end = await fresh.open() {
            run.ended(end, wasOpen: false)
            return nil
        }
        run.opened()
        isUnproved = true
        connection = fresh
        return fresh
    }

    /// Finishes what has begun and says QUIT.
    ///
    /// - Returns: whether there was a connection: it may have given messages back.
    private mutating func closeConnection() async -> Bool {
        guard let connection else { return false }
        self.connection = nil
        run.ended(await connection.finish(), wasOpen: true)
        return true
    }
}
