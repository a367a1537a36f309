import Testing

@testable import TemplateLanguage

@Suite("Filters")
struct FilterTests {
    @Test(
        "Text filters",
        arguments: [
            ("upper", "straße é", "STRASSE É"), ("upper", "abc-1", "ABC-1"), ("lower", "ÄB Σ", "äb σ"),
            ("capitalize", "élan vital", "Élan vital"), ("capitalize", "mcDonald", "McDonald"), ("capitalize", "", ""),
            ("capitalize", "ǆ", "ǅ"), ("truncate: 5", "abcdef", "abcd…"), ("truncate: 5", "abcde", "abcde"),
            ("truncate: 3, \"\"", "你好世界", "你好世"), ("truncate: 3, \"...\"", "abcdef", "..."),
            ("truncate: 2, \"...\"", "abcdef", ".."), ("truncate: 0", "abc", ""),
            ("truncate: 3", "👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", "👨‍👩‍👧👨‍👩‍👧…"), ("urlencode", "a b&c=ü/~", "a%20b%26c%3D%C3%BC%2F~"),
            ("json", "a\"\\\n\u{1}李", "\"a\\\"\\\\\\n\\u0001李\""), ("upper | truncate: 2, '-'", "abc", "A-"),
            ("default: \"x\" | upper", "", "X"), ("default: 5", "", "5"), ("default: 'a\\'b\\n'", "", "a'b\n"),
            ("join", "abc", "abc"),
        ]
    )
    func text(_ filter: String, _ value: String, _ expected: String) {
        expectSame(renderedRow("{{v | \(filter)}}", [("v", .text, value)], mode: .text), expected)
    }

    @Test("join and json take lists, from typed columns too")
    func lists() {
        expectSame(rendered("{{v | join}}", "{\"v\": [\"a\", 1, true, null]}", mode: .text), "a, 1, true, ")
        expectSame(rendered("{{v | join: \" / \"}}", "{\"v\": []}", mode: .text), "")
        expectSame(
            rendered("{{v | json}}", "{\"v\": {\"a\": [1.50, \"x\"], \"b\": null}}", mode: .text),
            "{\"a\":[1.50,\"x\"],\"b\":null}"
        )
        expectSame(renderedRow("{{v | join: \"+\"}}", [("v", .list(separator: 0x3B), " a ;;b; ")], mode: .text), "a+b")
    }

    @Test(
        "Numbers are written as the locale does",
        arguments: [
            ("en", "number", "1234567.891", "1,234,567.891"), ("de", "number", "1234567.891", "1.234.567,891"),
            ("fr", "number", "1234567.891", "1\u{202F}234\u{202F}567,891"),
            ("de-CH", "number", "1234567.5", "1’234’567.5"),
            ("es", "number", "1234.5", "1234,5"), ("es", "number", "12345", "12.345"), ("pl", "number", "1234", "1234"),
            ("hi", "number", "12345678", "1,23,45,678"), ("ar-EG", "number", "-1234.5", "\u{61C}-١٬٢٣٤٫٥"),
            ("ja", "number: 0", "1234.5", "1,235"), ("en", "number: 2", "0.005", "0.01"),
            ("en", "number: 2", "-0.004", "0.00"),
            ("en", "number: 1", "9.95", "10.0"), ("en", "number", "1e3", "1,000"), ("en", "number", "12e-1", "1.2"),
            ("en", "number", "007", "7"), ("sv", "number", "-1", "\u{2212}1"), ("en", "number", "", ""),
        ]
    )
    func numbers(_ locale: String, _ filter: String, _ value: String, _ expected: String) {
        expectSame(rendered("{{v | \(filter)}}", "{\"v\": \"\(value)\"}", mode: .text, locale: locale), expected)
    }

    @Test(
        "A number's exponent is bounded",
        arguments: ["1e999999999", "1e-999999999", "1e99999999999999999999", "1e", "--1", "1.", ".5", "0x1", "1,5"]
    )
    func noNumbers(_ value: String) {
        #expect(rendered("{{v | number}}", "{\"v\": \"\(value)\"}", mode: .text).contains("is no number"))
    }

    @Test(
        "Money is written as the locale does, with the currency's decimals",
        arguments: [
            ("en", "USD", "1234.5", "$1,234.50"), ("en", "USD", "-3", "-$3.00"), ("en-GB", "GBP", "9.999", "£10.00"),
            ("de", "EUR", "1234.5", "1.234,50\u{A0}€"), ("fr", "EUR", "-1234.5", "-1\u{202F}234,50\u{A0}€"),
            ("ja", "JPY", "1234.5", "￥1,235"), ("zh", "CNY", "88", "¥88.00"), ("zh-TW", "TWD", "88", "$88.00"),
            ("en", "CHF", "5", "CHF\u{A0}5.00"), ("de-CH", "CHF", "-5", "CHF-5.00"),
            ("nl", "EUR", "-5", "€\u{A0}-5,00"),
            ("en", "KWD", "1.2345", "KWD\u{A0}1.235"), ("pt-BR", "BRL", "10", "R$\u{A0}10,00"),
            ("hi", "INR", "1234567", "₹12,34,567.00"), ("ar", "USD", "5", "\u{200F}5.00\u{A0}US$"),
        ]
    )
    func money(_ locale: String, _ currency: String, _ value: String, _ expected: String) {
        expectSame(
            rendered("{{v | money: \"\(currency)\"}}", "{\"v\": \(value)}", mode: .text, locale: locale),
            expected
        )
    }

    @Test(
        "Dates are written as the locale does",
        arguments: [
            ("en", "\"full\"", "2026-11-23", "Monday, November 23, 2026"),
            ("en", "\"short\"", "2026-11-23", "11/23/26"),
            ("de", "\"full\"", "2026-11-23", "Montag, 23. November 2026"), ("de", "\"short\"", "20260103", "03.01.26"),
            ("fr", "\"long\"", "2026-08-01T10:00:00Z", "1 août 2026"),
            ("zh", "\"full\"", "2026-11-23", "2026年11月23日星期一"),
            ("ja", "\"long\"", "2026-11-23", "2026年11月23日"), ("ar-EG", "\"long\"", "2026-11-23", "٢٣ نوفمبر ٢٠٢٦"),
            ("ar", "\"full\"", "2026-11-23", "الاثنين، 23 نوفمبر 2026"),
            ("es", "\"long\"", "2026-11-23", "23 de noviembre de 2026"),
            ("ru", "\"long\"", "2026-11-23", "23 ноября 2026\u{202F}г."),
            ("ko", "\"long\"", "2026-11-23", "2026년 11월 23일"),
            ("en", "\"yyyy-MM-dd'T'HH:mm:ss\"", "2026-11-23 09:05", "2026-11-23T09:05:00"),
            ("en", "\"d MMM yy, h:mm a\"", "2026-01-02T00:30:00.123+08:00", "2 Jan 26, 12:30 AM"),
            ("en", "\"EEE d/M/y\"", "2024-02-29", "Thu 29/2/2024"),
            ("en", "\"LLLL ''yy\"", "2000-01-01", "January '00"),
            ("de", "\"datetime\"", "2026-11-23T21:05", "23.11.2026 21:05"), ("en", "\"medium\"", "", ""),
        ]
    )
    func dates(_ locale: String, _ form: String, _ value: String, _ expected: String) {
        let template = "{{v | date: \(form)}}"
        expectSame(rendered(template, "{\"v\": \"\(value)\"}", mode: .text, locale: locale), expected)
    }

    @Test(
        "Dates that do not exist are faults",
        arguments: [
            "2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "26-11-23", "2026-1123", "2026-11-23T25:00",
            "2026-11-23x", "23.11.2026",
            "2026-11-23T10:00+0", "1900-02-29",
        ]
    )
    func noDates(_ value: String) {
        #expect(rendered("{{v | date}}", "{\"v\": \"\(value)\"}", mode: .text).contains("is no date"))
    }

    @Test(
        "The plural form follows the locale's rule",
        arguments: [
            ("en", "0 other, 1 one, 1.0 other, 2 other, 1000 other"),
            ("fr", "0 one, 1 one, 1.5 one, 2 other, 1000000 many, 1000001 other"),
            ("zh", "0 other, 1 other, 2 other"), ("ja", "1 other"), ("de", "1 one, 2 other"),
            ("tr", "1.0 one, 2 other"),
            ("ar", "0 zero, 1 one, 2 two, 3 few, 10 few, 11 many, 99 many, 100 other, 103 few, 0.5 other, 1111 many"),
            ("ru", "1 one, 2 few, 5 many, 11 many, 12 many, 21 one, 22 few, 111 many, 1.5 other"),
            ("pl", "1 one, 2 few, 5 many, 12 many, 21 many, 22 few, 1.5 other"),
            ("cs", "1 one, 3 few, 5 other, 1.5 many"),
            ("ro", "1 one, 0 few, 19 few, 20 other, 101 few, 1.5 few"),
            ("he", "1 one, 2 two, 3 other, 0.5 one"), ("da", "1 one, 0.5 one, 2 other, 0 other"),
            ("hi", "0 one, 1 one, 0.5 one, 1.5 other, 2 other"), ("es", "1 one, 2000000 many, 2 other"),
        ]
    )
    func plurals(_ locale: String, _ cases: String) {
        let forms = PluralCategory.allCases.map { "\($0.rawValue): \"\($0.rawValue)\"" }.joined(separator: ", ")
        for pair in cases.split(separator: ", ") {
            let words = pair.split(separator: " ").map(String.init)
            let json = "{\"v\": \"\(words[0])\"}"
            expectSame(rendered("{{v | plural: \(forms)}}", json, mode: .text, locale: locale), words[1])
        }
    }

    @Test("In a plural form the hash stands for the number; a form that is not given falls back to other")
    func pluralForms() {
        let template = "{{n | plural: \"# item\", \"# items\"}}"
        expectSame(rendered(template, "{\"n\": 1}"), "1 item")
        expectSame(rendered(template, "{\"n\": 1234}"), "1,234 items")
        expectSame(rendered(template, "{\"n\": 3}", locale: "ar"), "3 items")
        expectSame(rendered("{{n | plural: \"# item\", \"# items\", locale: \"fr\"}}", "{\"n\": 0}"), "0 item")
    }

    @Test(
        "A locale's tag finds the nearest locale there is",
        arguments: [
            ("zh-CN", "zh"), ("zh_TW", "zh-Hant"), ("zh-HK", "zh-Hant"), ("zh-Hant-HK", "zh-Hant"),
            ("zh-Hans-HK", "zh"), ("EN", "en"),
            ("en_GB.UTF-8", "en-GB"), ("en-AU", "en"), ("fr_CA", "fr"), ("no", "nb"), ("iw", "he"), ("pt-PT", "pt-PT"),
            ("de-AT", "de"),
        ]
    )
    func tags(_ tag: String, _ expected: String) throws {
        #expect(try #require(TemplateLocale(tag: tag)).data.tag == expected)
    }

    @Test("Languages that are not known, and no languages, are nil", arguments: ["", "xx", "-", "12", "tlh"])
    func noTags(_ tag: String) {
        #expect(TemplateLocale(tag: tag) == nil)
    }

    @Test("Every locale's data is whole", arguments: TemplateLocale.all)
    func wholeData(_ tag: String) throws {
        let data = try #require(TemplateLocale(tag: tag)).data
        #expect(data.tag == tag)
        #expect([data.months, data.shortMonths, data.standaloneMonths].allSatisfy { $0.count == 12 })
        #expect(data.days.count == 7 && data.shortDays.count == 7 && data.halves.count == 2)
        #expect(data.dates.count == 4 && data.times.count == 2 && !data.money.isEmpty)
        #expect((data.dates + data.times).allSatisfy { DatePattern($0) != nil })
        #expect(!data.decimalMark.isEmpty && !data.groupMark.isEmpty && !data.minus.isEmpty)
        #expect(data.money.allSatisfy { $0.contains("\u{A4}") && $0.contains("0.00") })
    }
}
