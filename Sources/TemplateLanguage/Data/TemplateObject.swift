/// Named values in the order in which they were given.
///
/// Names are compared by bytes. Small objects are searched from end to end, larger ones get an index: looking a name up
/// stays cheap whatever the data's size.
package struct TemplateObject: Sendable {
    /// The names, UTF-8.
    package private(set) var keys: [[UInt8]] = []
    /// The values, in the order of ``keys``.
    package private(set) var values: [TemplateValue] = []
    private var index: [[UInt8]: Int] = [:]

    /// Up to this many names a scan is faster than hashing.
    private static let scanned = 12

    /// An object without members.
    package init() {}

    /// Number of members.
    package var count: Int { keys.count }

    /// The value of a name.
    package func value(of key: [UInt8]) -> TemplateValue? {
        position(of: key).map { values[$0] }
    }

    /// Sets a member; a name that is there already keeps its place.
    package mutating func set(_ key: [UInt8], _ value: TemplateValue) {
        if let position = position(of: key) {
            values[position] = value
            return
        }
        keys.append(key)
        values.append(value)
        if keys.count == Self.scanned + 1 {
            for (position, key) in keys.enumerated() { index[key] = position }
        } else if keys.count > Self.scanned {
            index[key] = keys.count - 1
        }
    }

    /// Whether the object has a member of that name.
    func contains(_ key: [UInt8]) -> Bool { position(of: key) != nil }

    private func position(of key: [UInt8]) -> Int? {
        keys.count > Self.scanned ? index[key] : keys.firstIndex(of: key)
    }
}
