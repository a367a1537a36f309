/// Something wrong with a condition: what, where in its text, and what to do.
package struct ConditionFault: Error, Hashable, Sendable {
    /// What is wrong, why, and what to do; without the place.
    package var message: String
    /// The place, in Unicode scalars from the beginning of the condition, from 0.
    package var offset: Int

    init(_ message: String, at offset: Int) {
        self.message = message
        self.offset = offset
    }
}

/// All that is wrong with a condition, in the order of its text; never empty.
package struct ConditionFaults: Error, Hashable, Sendable {
    /// The faults.
    package let faults: [ConditionFault]
}
