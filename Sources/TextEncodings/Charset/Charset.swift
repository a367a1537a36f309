/// A charset that text from outside may come in.
///
/// A closed set: what is not here is refused by name rather than guessed. The names are the preferred MIME names of the
/// IANA registry. Where the world writes one name and means a larger set (`gb2312` is GB18030 in practice, `shift_jis`
/// is Windows-31J), the larger set is read, as the WHATWG Encoding Standard does; see ``Charset/converterName``.
package enum Charset: String, Sendable, Hashable, CaseIterable {
    case usASCII = "us-ascii"
    case utf7 = "utf-7"
    case utf8 = "utf-8"
    /// UTF-16 whose byte order the text itself tells.
    case utf16 = "utf-16"
    case utf16LittleEndian = "utf-16le"
    case utf16BigEndian = "utf-16be"
    case utf32LittleEndian = "utf-32le"
    case utf32BigEndian = "utf-32be"

    case gb18030
    case gbk
    case gb2312
    case big5
    case big5HKSCS = "big5-hkscs"
    case eucTW = "euc-tw"
    case iso2022CN = "iso-2022-cn"
    case shiftJIS = "shift_jis"
    case windows31J = "windows-31j"
    case eucJP = "euc-jp"
    case iso2022JP = "iso-2022-jp"
    case eucKR = "euc-kr"
    case windows949 = "windows-949"
    case iso2022KR = "iso-2022-kr"
    case johab

    case windows874 = "windows-874"
    case tis620 = "tis-620"
    case windows1250 = "windows-1250"
    case windows1251 = "windows-1251"
    case windows1252 = "windows-1252"
    case windows1253 = "windows-1253"
    case windows1254 = "windows-1254"
    case windows1255 = "windows-1255"
    case windows1256 = "windows-1256"
    case windows1257 = "windows-1257"
    case windows1258 = "windows-1258"

    case iso8859x1 = "iso-8859-1"
    case iso8859x2 = "iso-8859-2"
    case iso8859x3 = "iso-8859-3"
    case iso8859x4 = "iso-8859-4"
    case iso8859x5 = "iso-8859-5"
    case iso8859x6 = "iso-8859-6"
    case iso8859x7 = "iso-8859-7"
    case iso8859x8 = "iso-8859-8"
    case iso8859x9 = "iso-8859-9"
    case iso8859x10 = "iso-8859-10"
    case iso8859x11 = "iso-8859-11"
    case iso8859x13 = "iso-8859-13"
    case iso8859x14 = "iso-8859-14"
    case iso8859x15 = "iso-8859-15"
    case iso8859x16 = "iso-8859-16"

    case koi8R = "koi8-r"
    case koi8U = "koi8-u"
    case koi8T = "koi8-t"
    case ibm437
    case ibm850
    case ibm852
    case ibm855
    case ibm857
    case ibm858
    case ibm862
    case ibm864
    case ibm866
    case macRoman = "macintosh"
    case viscii
    case tcvn
    case georgianPS = "georgian-ps"
    case armscii8 = "armscii-8"

    /// The preferred MIME name, in lower case.
    package var name: String { rawValue }

    /// How the bytes of this charset are turned into code points.
    var scheme: Scheme {
        switch self {
        case .usASCII: .ascii
        case .utf8: .utf8
        case .utf16, .utf16LittleEndian, .utf16BigEndian: .utf16
        case .utf7, .utf32LittleEndian, .utf32BigEndian, .gb18030, .gbk, .gb2312, .big5, .big5HKSCS, .eucTW,
            .iso2022CN, .shiftJIS, .windows31J, .eucJP, .iso2022JP, .eucKR, .windows949, .iso2022KR, .johab:
            .converter
        case .windows874, .tis620, .windows1250, .windows1251, .windows1252, .windows1253, .windows1254, .windows1255,
            .windows1256, .windows1257, .windows1258, .iso8859x1, .iso8859x2, .iso8859x3, .iso8859x4, .iso8859x5,
            .iso8859x6, .iso8859x7, .iso8859x8, .iso8859x9, .iso8859x10, .iso8859x11, .iso8859x13, .iso8859x14,
            .iso8859x15, .iso8859x16, .koi8R, .koi8U, .koi8T, .ibm437, .ibm850, .ibm852, .ibm855, .ibm857, .ibm858,
            .ibm862, .ibm864, .ibm866, .macRoman, .viscii, .tcvn, .georgianPS, .armscii8:
            .table
        }
    }

    /// The ways of decoding that ``CharsetDecoder`` knows.
    enum Scheme: Sendable {
        /// Seven bits; a byte over 0x7F is bad.
        case ascii
        /// Checked and copied.
        case utf8
        /// Pairs of bytes, surrogates checked.
        case utf16
        /// One byte, one code point: 256 entries, taken from iconv once.
        case table
        /// Several bytes or shift states: iconv does it.
        case converter
    }

    /// The name under which the C library's iconv knows this charset, or the larger one read in its place.
    ///
    /// GBK and GB2312 are subsets of GB18030; EUC-KR of Windows-949; Shift_JIS of Windows-31J (Microsoft's mapping of
    /// the wave dash, which Windows writes); EUC-JP is read with the NEC and IBM rows.
    var converterName: String {
        switch self {
        case .gb18030, .gbk, .gb2312: "GB18030"
        case .big5: "BIG5"
        case .eucTW: "EUC-TW"
        case .iso2022CN: "ISO-2022-CN-EXT"
        case .shiftJIS, .windows31J: "CP932"
        case .eucJP: "EUC-JP-MS"
        case .iso2022JP: "ISO-2022-JP-3"
        case .eucKR, .windows949: "UHC"
        case .windows874, .tis620, .iso8859x11: "CP874"
        case .utf16: "UTF-16LE"
        case .georgianPS: "GEORGIAN-PS"
        case .tcvn: "TCVN"
        case .windows1250, .windows1251, .windows1252, .windows1253, .windows1254, .windows1255, .windows1256,
            .windows1257, .windows1258:
            "CP" + rawValue.dropFirst(8)
        case .usASCII, .utf7, .utf8, .utf16LittleEndian, .utf16BigEndian, .utf32LittleEndian, .utf32BigEndian,
            .big5HKSCS, .iso2022KR, .johab, .iso8859x1, .iso8859x2, .iso8859x3, .iso8859x4, .iso8859x5, .iso8859x6,
            .iso8859x7, .iso8859x8, .iso8859x9, .iso8859x10, .iso8859x13, .iso8859x14, .iso8859x15, .iso8859x16,
            .koi8R, .koi8U, .koi8T, .ibm437, .ibm850, .ibm852, .ibm855, .ibm857, .ibm858, .ibm862, .ibm864, .ibm866,
            .macRoman, .viscii, .armscii8:
            rawValue
        }
    }
}
