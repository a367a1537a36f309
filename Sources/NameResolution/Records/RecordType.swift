/// The types of records that are asked for, by their numbers in the DNS.
enum RecordType: UInt16, Sendable {
    case a = 1
    case ns = 2
    case mx = 15
    case txt = 16
    case aaaa = 28
    case tlsa = 52
}
