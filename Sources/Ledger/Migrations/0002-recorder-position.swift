extension Migration {
    /// Up to where the outcomes of a run's recorder are in the ledger, committed with them.
    static let recorderPosition = Migration(
        name: "0002-recorder-position",
        sql: "ALTER TABLE run ADD COLUMN recorder_position INTEGER;"
    )
}
