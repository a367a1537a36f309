/// The keys of `suppression:`.
enum SuppressionSettingTable {
    static let store = Setting(
        "store",
        .choice(SuppressionDefinition.Store.allCases.map(\.rawValue)),
        default: "addresses",
        example: "hashes",
        "Whether new entries keep the address, or a hash of it that takes the workspace's secret to make."
    )
    static let softBounces = Setting(
        "soft_bounces",
        .integer(0...1_000),
        default: "5",
        example: "5",
        "So many soft bounces of an address put it on the list; 0 for never."
    )
    static let within = Setting(
        "within",
        .duration,
        default: "30d",
        example: "30d",
        "The time in which soft bounces count together."
    )
    static let group = SettingGroup("suppression", [store, softBounces, within])
}
