/// Reads a TZif file, versions 1 to 4 (RFC 8536, RFC 9636).
///
/// Counts are held against the bytes that are there before anything is made of them, so that no file costs more than its
/// size. What a reader may ignore (the indicators of standard and universal time, and the 32-bit block where there is a
/// 64-bit one) is skipped; everything else has to be right.
struct TZifReader {
    /// The largest file that is read: ten times the largest of all zones.
    static let maximumBytes = 65_536

    /// The times at which a clock may change: RFC 9636 §3.2 wants none before -2^59, where old files have a "big bang".
    private static let times = -(1 << 59)...CivilTime.bounds.upperBound
    private static let maximumAbbreviation = 31

    private let bytes: [UInt8]
    private var position = 0

    /// The header's version and counts.
    ///
    ///     header = magic(4) version(1) reserved(15) isutcnt(4) isstdcnt(4) leapcnt(4) timecnt(4) typecnt(4) charcnt(4)
    private struct Header {
        var version: UInt8
        var universalMarks: Int
        var standardMarks: Int
        var leapSeconds: Int
        var times: Int
        var types: Int
        var characters: Int

        /// How many bytes the data block has that follows.
        func blockBytes(timeBytes: Int) -> Int {
            times * (timeBytes + 1) + types * 6 + characters + leapSeconds * (timeBytes + 4) + standardMarks
                + universalMarks
        }
    }

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func read() throws(ZoneRules.Failure) -> ZoneRules {
        guard bytes.count <= Self.maximumBytes else { throw .tooLarge(byteCount: bytes.count) }
        var header = try readHeader()
        var timeBytes = 4
        if header.version > 0 {
            _ = try take(header.blockBytes(timeBytes: 4))
            header = try readHeader()
            timeBytes = 8
        }
        try check(header)
        let block = try take(header.blockBytes(timeBytes: timeBytes))
        let footer = header.version > 0 ? try readFooter() : nil
        guard position == bytes.count else { throw .bytesBehindEnd(count: bytes.count - position) }

        let typesStart = block.startIndex + header.times * (timeBytes + 1)
        let transitions = try transitions(block.prefix(header.times * timeBytes), timeBytes: timeBytes)
        let begins = Array(block[(typesStart - header.times)..<typesStart])
        if let wrong = begins.firstIndex(where: { $0 >= header.types }) { throw .offsetIndex(index: wrong) }
        let offsets = try offsets(block[typesStart...].prefix(header.types * 6 + header.characters), header.types)
        return ZoneRules(transitions: transitions, begins: begins, offsets: offsets, footer: footer)
    }

    private mutating func take(_ count: Int) throws(ZoneRules.Failure) -> ArraySlice<UInt8> {
        guard count <= bytes.count - position else { throw .truncated }
        defer { position += count }
        return bytes[position..<position + count]
    }

    private mutating func readHeader() throws(ZoneRules.Failure) -> Header {
        let magic = bytes[position...].prefix(4)
        guard magic.elementsEqual("TZif".utf8) else {
            if "TZif".utf8.starts(with: magic), position > 0 || !magic.isEmpty { throw .truncated }
            throw .notTZif
        }
        let header = Array(try take(44))
        let version = header[4]
        guard version == 0 || UInt8(ascii: "2")...UInt8(ascii: "4") ~= version else { throw .version(version) }
        let counts = (0..<6).map { Int(Self.number(header[(20 + $0 * 4)...].prefix(4))) & 0xFFFF_FFFF }
        return Header(
            version: version,
            universalMarks: counts[0],
            standardMarks: counts[1],
            leapSeconds: counts[2],
            times: counts[3],
            types: counts[4],
            characters: counts[5]
        )
    }

    private func check(_ header: Header) throws(ZoneRules.Failure) {
        guard header.leapSeconds == 0 else { throw .leapSeconds }
        guard 1...256 ~= header.types else { throw .counts("\(header.types) offsets instead of 1 to 256") }
        guard header.characters > 0 else { throw .counts("no abbreviations") }
        for marks in [header.standardMarks, header.universalMarks] where marks != 0 && marks != header.types {
            throw .counts("\(marks) indicators for \(header.types) offsets")
        }
    }

    private func transitions(
        _ slice: ArraySlice<UInt8>,
        timeBytes: Int
    ) throws(ZoneRules.Failure) -> [Int] {
        var times: [Int] = []
        times.reserveCapacity(slice.count / timeBytes)
        for start in stride(from: slice.startIndex, to: slice.endIndex, by: timeBytes) {
            let time = Self.number(slice[start..<start + timeBytes])
            guard Self.times ~= time else { throw .time(index: times.count) }
            if let last = times.last, last >= time { throw .order(index: times.count) }
            times.append(time)
        }
        return times
    }

    /// Reads the offsets.
    ///
    ///     ttinfo = utoff(4) isdst(1) abbrind(1)
    ///
    /// The abbreviations stand behind the last one, each ended by NUL; they may share their ends.
    private func offsets(_ slice: ArraySlice<UInt8>, _ count: Int) throws(ZoneRules.Failure) -> [ZoneOffset] {
        let names = slice.dropFirst(count * 6)
        var offsets: [ZoneOffset] = []
        for index in 0..<count {
            let entry = Array(slice.dropFirst(index * 6).prefix(6))
            let seconds = Self.number(entry[0..<4])
            guard ZoneOffset.range ~= seconds else { throw .offset(seconds: seconds) }
            guard entry[4] <= 1 else { throw .daylightMark(entry[4]) }
            let name = names.dropFirst(Int(entry[5])).prefix { $0 != 0 }
            guard 1...Self.maximumAbbreviation ~= name.count, name.endIndex < names.endIndex,
                name.allSatisfy(PosixZoneParser.isAbbreviationByte)
            else { throw .abbreviation(index: index) }
            let abbreviation = String(decoding: name, as: UTF8.self)
            offsets.append(ZoneOffset(seconds: seconds, isDaylight: entry[4] == 1, abbreviation: abbreviation))
        }
        return offsets
    }

    /// Takes the rule for later years: `NL *TZ-character NL`; none when nothing stands between.
    private mutating func readFooter() throws(ZoneRules.Failure) -> PosixZone? {
        guard try take(1).first == 0x0A else { throw .footer(offset: 0, wanted: "a line end before it") }
        let text = bytes[position...].prefix { $0 != 0x0A }
        _ = try take(text.count + 1)
        guard !text.isEmpty else { return nil }
        var parser = PosixZoneParser(Array(text))
        return try parser.parse()
    }

    /// The value of four or eight bytes in two's complement, most significant first.
    private static func number(_ slice: ArraySlice<UInt8>) -> Int {
        let value = slice.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return slice.count == 4 ? Int(Int32(truncatingIfNeeded: value)) : Int(Int64(bitPattern: value))
    }
}

extension ZoneRules {
    /// The rules that a TZif file holds, as installed in `/usr/share/zoneinfo` (RFC 9636).
    ///
    /// - Parameter bytes: the whole file.
    /// - Throws: what is wrong with it.
    package init(tzif bytes: [UInt8]) throws(Failure) {
        var reader = TZifReader(bytes)
        self = try reader.read()
    }
}
