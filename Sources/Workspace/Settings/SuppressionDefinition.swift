/// What `suppression:` says in `martlet.yaml`.
package struct SuppressionDefinition: Sendable, Hashable {
    /// What an entry keeps of an address.
    package enum Store: String, Sendable, Hashable, CaseIterable {
        /// The address itself.
        case addresses
        /// A hash that takes the workspace's secret to make.
        case hashes
    }

    /// What new entries keep.
    package var store = Store.addresses
    /// So many soft bounces put an address on the list; 0 for never.
    package var softBounces = 5
    /// The time in which they count together.
    package var within = Duration.seconds(30 * 86_400)

    package init() {}

    /// Reads the group's keys.
    init(_ reader: GroupReader) {
        store = reader.choice(SuppressionSettingTable.store, as: Store.self) ?? store
        softBounces = reader.integer(SuppressionSettingTable.softBounces) ?? softBounces
        within = reader.duration(SuppressionSettingTable.within) ?? within
    }
}
