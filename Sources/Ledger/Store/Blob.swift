internal import Foundation
internal import GRDB

extension Array where Element == UInt8 {
    /// The bytes of a column that holds a blob; empty for NULL.
    init(bytes value: DatabaseValue) { self = Data.fromDatabaseValue(value).map { Array($0) } ?? [] }

    /// The bytes as a statement's argument.
    var blob: DatabaseValue { Data(self).databaseValue }
}
