extension AutomaticAnswer {
    /// The whole answer to a message.
    func write(_ message: AnsweredMessage) -> [UInt8] {
        switch self {
        case .failure(let reply): DeliveryReport.write(message, .failed(reply))
        case .delay(let reply): DeliveryReport.write(message, .delayed(reply))
        case .delivery: DeliveryReport.write(message, .delivered)
        case .complaint: FeedbackReport.write(message)
        case .vacation: VacationReply.write(message)
        }
    }
}
