import Testing

@testable import Workspace

@Suite("Language tags")
struct LanguageTagTests {
    @Test(
        "Tags are shortened from the end, with the other names of Chinese",
        arguments: [
            ("de-CH-1996", ["de-ch-1996", "de-ch", "de"]), ("en-a-bbb", ["en-a-bbb", "en"]),
            ("zh-Hans-CN", ["zh-hans-cn", "zh-hans", "zh-cn", "zh"]),
            ("zh-CN", ["zh-cn", "zh-hans-cn", "zh-hans", "zh"]),
            ("zh-Hant-HK", ["zh-hant-hk", "zh-hk", "zh-hant", "zh-tw", "zh", "zh-hans", "zh-cn"]),
            ("", []), ("中文", []), ("a", []), ("en--us", []), ("*", []),
        ]
    )
    func lookupOrder(_ tag: String, _ order: [String]) {
        #expect(Array(LanguageTag.lookupOrder(of: tag).prefix(order.count)) == order)
        if order.isEmpty { #expect(LanguageTag.lookupOrder(of: tag).isEmpty) }
    }
}
