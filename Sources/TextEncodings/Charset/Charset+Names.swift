extension Charset {
    /// The charset of this name, or nil when the name means nothing here.
    ///
    /// Upper and lower case, and the marks `-`, `_`, `:`, `.`, `(`, `)`, `+` and space, do not count, so that `UTF8`,
    /// `utf_8` and `Utf-8` are one; registry aliases (`cswindows31j`, `ISO_8859-1:1987`, `KS_C_5601-1987`), the
    /// platform names (`cp1252`, `ms936`) and `x-` forms are known. A name of more than 64 bytes is none.
    package init?(named name: some StringProtocol) {
        self.init(nameBytes: name.utf8)
    }

    /// The charset of this name given as bytes, as a header field has it.
    package init?(nameBytes name: some Sequence<UInt8>) {
        var key: [UInt8] = []
        for byte in name {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): key.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): key.append(byte | 0x20)
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: " "),
                UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "+"):
                continue
            default: return nil
            }
            guard key.count <= 64 else { return nil }
        }
        guard let found = Self.named(key[...]) else { return nil }
        self = found
    }

    /// Looks a folded name up, and once more without a leading `x` or `cs`.
    private static func named(_ key: ArraySlice<UInt8>) -> Charset? {
        if let found = aliases[String(decoding: key, as: UTF8.self)] { return found }
        if key.starts(with: "x".utf8) { return aliases[String(decoding: key.dropFirst(), as: UTF8.self)] }
        if key.starts(with: "cs".utf8) { return aliases[String(decoding: key.dropFirst(2), as: UTF8.self)] }
        return nil
    }

    /// Every folded name, from the preferred names, the table below and the rules for numbered families.
    private static let aliases: [String: Charset] = {
        var result: [String: Charset] = [:]
        for (charset, names) in otherNames {
            for name in names.split(separator: " ") { result[String(name)] = charset }
        }
        for charset in allCases {
            let key = charset.rawValue.filter { $0.isLetter || $0.isNumber }
            result[key] = charset
            // windows-1252 is also cp1252, ms1252, ibm1252 and bare 1252; ibm866 is cp866 and 866.
            for family in ["windows", "ibm"] where key.hasPrefix(family) {
                let number = key.dropFirst(family.count)
                guard number.allSatisfy(\.isNumber) else { continue }
                for prefix in ["windows", "cp", "ms", "ibm", "win", ""] { result[prefix + number] = charset }
            }
            if key.hasPrefix("iso8859") { result[String(key.dropFirst(3))] = charset }
        }
        return result
    }()

    /// Names that follow from no rule, folded, from the IANA registry and from mail in the wild.
    private static let otherNames: [(Charset, String)] = [
        (.usASCII, "ascii ansix341968 ansix341986 iso646us iso646irv1991 us isoir6 ibm367 cp367 646 default"),
        (.utf8, "utf8mac unicode11utf8 utf8n utf8mb4 cp65001 65001"),
        (.utf7, "unicode11utf7 cp65000"),
        (.utf16, "unicode ucs2 iso10646ucs2 utf16bom"),
        (.utf16LittleEndian, "ucs2le unicodelittle unicodefeff utf16littleendian cp1200 1200"),
        (.utf16BigEndian, "ucs2be unicodebig unicodefffe utf16bigendian cp1201 1201"),
        (.utf32LittleEndian, "ucs4le utf32 ucs4 iso10646ucs4"),
        (.utf32BigEndian, "ucs4be"),
        (.gb2312, "gb231280 chinese isoir58 iso58gb231280 euccn cngb eucgb2312cn eucgb2312"),
        (.gbk, "cp936 ms936 936 windows936 gb232180 ibm1386 cp1386"),
        (.gb18030, "gb180302000 gb180302005 gb180302022 cp54936 54936"),
        (.big5, "bigfive cnbig5 big5eten cp950 ms950 950 windows950"),
        (.big5HKSCS, "big5hk hkscs big5hkscs1999 big5hkscs2001 big5hkscs2004"),
        (.eucTW, "cns11643"),
        (.iso2022CN, "iso2022cnext"),
        (.shiftJIS, "sjis mskanji shiftjis2004 shiftjisx0213"),
        (.windows31J, "cp932 ms932 932 windows932 cp943 ibm943 cp943c ibm943c sjiswin"),
        (.eucJP, "eucpkdfmtjapanese extendedunixcodepackedformatforjapanese ujis eucjpms eucjpwin cp51932 eucjp2004"),
        (.iso2022JP, "jis iso2022jp1 iso2022jp2 iso2022jp3 iso2022jp2004 iso2022jpms cp50220 cp50221 cp50222 jis7"),
        (.eucKR, "ksc5601 ksc56011987 ksc56011989 korean isoir149 ksx1001 ks56011987 ksc5636"),
        (.windows949, "cp949 ms949 949 uhc"),
        (.johab, "cp1361 ms1361"),
        (.windows874, "dos874"),
        (.tis620, "tis6200 tis62025330 tis62025331 isoir166 thai"),
        (.iso8859x1, "latin1 l1 isoir100 iso885911987 ibm819 cp819 isolatin1 iso88591windows31latin1"),
        (.iso8859x2, "latin2 l2 isoir101 iso885921987 isolatin2 cp912"),
        (.iso8859x3, "latin3 l3 isoir109 iso885931988 isolatin3"),
        (.iso8859x4, "latin4 l4 isoir110 iso885941988 isolatin4"),
        (.iso8859x5, "cyrillic isoir144 iso885951988 isolatincyrillic"),
        (.iso8859x6, "arabic isoir127 iso885961987 ecma114 asmo708 isolatinarabic iso88596i iso88596e"),
        (.iso8859x7, "greek greek8 isoir126 iso885971987 ecma118 elot928 isolatingreek iso885972003 suneugreek"),
        (.iso8859x8, "hebrew isoir138 iso885981988 isolatinhebrew iso88598i iso88598e logical visual"),
        (.iso8859x9, "latin5 l5 isoir148 iso885991989 isolatin5 ecma128"),
        (.iso8859x10, "latin6 l6 isoir157 iso8859101992 isolatin6"),
        (.iso8859x13, "latin7 l7"),
        (.iso8859x14, "latin8 l8 isoceltic isoir199"),
        (.iso8859x15, "latin9 latin0 l9 isolatin9"),
        (.iso8859x16, "latin10 l10 isoir226"),
        (.windows1252, "ansi cp1004"),
        (.koi8R, "koi koi8 koi8ru"),
        (.macRoman, "mac macroman applemacroman"),
        (.tcvn, "tcvn5712 tcvn57121 tcvn57121993"),
        (.georgianPS, "georgian"),
        (.armscii8, "armscii"),
    ]
}
