internal import MailModel
internal import NIOCore
internal import SMTPProtocol

/// What goes out, and when.
extension SessionHandler {
    /// Bytes of large content that are written at once.
    private static let piece = 65_536

    /// Gives the session what it can take, and writes what it has to say.
    func pump() {
        guard ending == nil, let context else { return }
        if isStopping || session.isSpent {
            // What waits goes back to the source; nothing of it has begun.
        } else {
            while nextMessage < queue.count, session.wantsMessage {
                if session.isIdle { lastProgress = .now() }
                session.submit(takeMessage())
            }
        }
        flush()
        sendContent(context)
        if session.isIdle, isStopping || session.isSpent || (isFinishing && waiting == 0) {
            session.quit()
            lastProgress = .now()
            flush()
        }
        askForMore()
        updateTimer()
    }

    /// The next message that waits; it is moved out of the queue, not copied.
    private func takeMessage() -> OutgoingMessage {
        var message = Self.nothing
        swap(&message, &queue[nextMessage])
        nextMessage += 1
        return message
    }

    /// What is left in the place of a message that was taken out.
    private static let nothing = OutgoingMessage(
        envelope: Envelope(
            reversePath: .null,
            recipient: EnvelopeRecipient(id: AttemptID(seq: 0, attempt: 0), path: "", domain: "")
        ),
        content: MessageContent(first: MessageContent.Run(storage: [], range: 0..<0))
    )

    /// Writes large content as fast as the peer takes it; its end only when the rest has left.
    private func sendContent(_ context: ChannelHandlerContext) {
        while session.hasContent, context.channel.isWritable {
            session.continueContent(upTo: Self.piece)
            guard session.isDraining else {
                flush()
                continue
            }
            let promise = loop.makePromise(of: Void.self)
            promise.futureResult.assumeIsolated().whenSuccess {
                guard self.ending == nil else { return }
                self.lastProgress = .now()
                self.session.contentDrained()
                self.pump()
            }
            flush(promise)
        }
    }

    /// Records outcomes, makes marks, and only then writes the bytes that the marks are about.
    func flush(_ promise: EventLoopPromise<Void>? = nil) {
        if !session.reports.isEmpty {
            for report in session.reports {
                plan.observer.record(
                    DeliveryReport(id: report.id, outcome: report.outcome, phase: report.phase, session: sessionID)
                )
            }
            session.reports.removeAll(keepingCapacity: true)
            if !isProved, session.answeredRecipients > 0 {
                isProved = true
                plan.heard(.proved)
            }
        }
        for id in session.handOvers { plan.observer.willHandOver(id) }
        session.handOvers.removeAll(keepingCapacity: true)
        guard !session.output.isEmpty, let context else {
            promise?.succeed()
            return
        }
        outbound.clear(minimumCapacity: session.output.count)
        outbound.writeBytes(session.output)
        session.output.removeAll(keepingCapacity: true)
        context.writeAndFlush(wrapOutboundOut(outbound), promise: promise)
    }
}
