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
    private let round: WriteRound
    private var connection: Connection?
    private var connectedAt = ContinuousClock.now
    private var batchSize = Self.firstBatch

    init(run: DeliveryRun, loop: any EventLoop, round: WriteRound) {
        self.run = run
        self.loop = loop
        self.round = round
    }

    /// Works until no message is left, the task is cancelled, or no session can be had.
    ///
    /// Without a connection it takes no message: those that another connection could send would wait for this one to be made.
    mutating func work() async {
        defer { run.tell(.workerDone) }
        while true {
            if let connection {
                if run.mayRetire() {
                    self.connection = nil
                    return await connection.finish()
                }
                if run.mayYield(since: connectedAt) {
                    self.connection = nil
                    await connection.finish()
                    continue
                }
                await send(over: connection)
            } else {
                guard await run.feed.waitForMail(upTo: batchSize, isConnected: false), run.failure == nil else {
                    return
                }
                await connect()
            }
        }
    }

    /// Makes a connection, as soon as it may and if it still pays then.
    private mutating func connect() async {
        guard await run.takePlace() else { return }
        guard let number = await run.admission() else { return run.leavePlace() }
        let fresh = await Connection.make(run.plan(number), on: loop, round: round)
        connectedAt = .now
        if await fresh.open() { connection = fresh }
    }

    /// Sends the next batch, or ends the connection when none will come.
    private mutating func send(over connection: Connection) async {
        let start = ContinuousClock.now
        guard let batch = await run.feed.take(upTo: batchSize) else {
            // What has begun is finished, then QUIT; messages may come back, which are looked for afterwards.
            self.connection = nil
            return await connection.finish()
        }
        let fetching = ContinuousClock.now - start
        if batch.count == batchSize { run.tell(.moreToDo) }
        await deliver(batch, over: connection, fetching: fetching)
    }

    private mutating func deliver(_ batch: [OutgoingMessage], over connection: Connection, fetching: Duration) async {
        let start = ContinuousClock.now
        switch await connection.deliver(batch) {
        case .more:
            let elapsed = ContinuousClock.now - start
            // The source has messages faster than the connection takes them, even where it gives them one by one.
            if elapsed > max(fetching * 2, Self.noticeable) { run.tell(.moreToDo) }
            if elapsed < Self.quick { batchSize = min(batchSize * 2, Self.largestBatch) }
            if elapsed > Self.slow { batchSize = max(batchSize / 2, 1) }
            var bytes = 1
            for index in batch.indices { bytes += batch[index].content.size }
            batchSize = max(1, min(batchSize, batch.count * Self.batchBytes / bytes))
        case .ended:
            self.connection = nil
        }
    }
}
