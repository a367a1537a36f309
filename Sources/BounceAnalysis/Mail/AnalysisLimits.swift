/// Ceilings of what one collected message may cost.
package struct AnalysisLimits: Sendable {
    /// Bytes that are read of a message; a report stands before the message it returns.
    package var messageBytes = 4 << 20
    /// Bytes of the report's own text that are searched.
    package var textBytes = 192 << 10
    /// Header fields kept of one header block.
    package var headerFields = 512
    /// Multipart nesting that is followed.
    package var depth = 16
    /// Parts that are looked at.
    package var parts = 200
    /// Recipients that are kept of one report.
    package var recipients = 1000
    /// Bytes of one recipient's diagnostic text.
    package var diagnosticBytes = 2048

    package init() {}
}
