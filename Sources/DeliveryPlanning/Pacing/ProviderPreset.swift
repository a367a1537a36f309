/// What large providers are given where nothing is set for a domain: data, found by where its mail exchangers are.
///
/// These are cautious places to begin, for a sender without a name there: none of them is a number that the provider
/// promises. Whoever knows better sets `domains:`.
package struct ProviderPreset: Sendable, Hashable {
    /// The provider, as people call it.
    package let name: String
    /// How the names of its mail exchangers end, without the leading dot.
    package let hostSuffixes: [String]
    /// Connections at once.
    package let connections: Int
    /// Messages a second.
    package let messagesPerSecond: Double
    /// Messages over one connection.
    package let messagesPerConnection: Int

    private init(_ name: String, _ suffixes: [String], _ connections: Int, _ perSecond: Double, _ perConnection: Int) {
        self.name = name
        hostSuffixes = suffixes
        self.connections = connections
        messagesPerSecond = perSecond
        messagesPerConnection = perConnection
    }

    /// All of them; the first that fits counts, so longer suffixes stand before shorter ones.
    package static let all = [
        ProviderPreset("Gmail and Google Workspace", ["google.com", "googlemail.com"], 8, 20, 100),
        ProviderPreset("Outlook.com", ["olc.protection.outlook.com", "hotmail.com"], 4, 8, 50),
        ProviderPreset("Microsoft 365", ["mail.protection.outlook.com", "mx.microsoft"], 8, 20, 100),
        ProviderPreset("Yahoo and AOL", ["yahoodns.net"], 5, 8, 20),
        ProviderPreset("iCloud", ["mail.icloud.com", "mail.me.com"], 4, 5, 50),
        ProviderPreset("QQ", ["mx1.qq.com", "mx2.qq.com", "mx3.qq.com", "qq.com"], 3, 3, 20),
        ProviderPreset("NetEase (163, 126, yeah.net)", ["mxmail.netease.com", "netease.com"], 3, 3, 20),
        ProviderPreset("Alibaba Mail", ["mxhichina.com", "aliyun.com", "sg.aliyun.com"], 4, 5, 50),
        ProviderPreset("Sina", ["sina.com.cn", "sina.net", "sina.com"], 2, 2, 20),
        ProviderPreset("Sohu", ["sohu.com"], 2, 2, 20),
        ProviderPreset("139 (China Mobile)", ["139.com"], 2, 2, 20),
        ProviderPreset("189 (China Telecom)", ["189.cn"], 2, 2, 20),
        ProviderPreset("GMX, WEB.DE, mail.com", ["gmx.net", "web.de", "gmx.com", "mail.com"], 3, 5, 50),
        ProviderPreset("T-Online", ["t-online.de"], 2, 3, 50),
        ProviderPreset("Orange", ["orange.fr", "wanadoo.fr"], 2, 2, 50),
        ProviderPreset("Free", ["free.fr"], 2, 2, 20),
        ProviderPreset("La Poste", ["laposte.net"], 2, 2, 20),
        ProviderPreset("Mail.ru", ["mail.ru"], 4, 5, 50),
        ProviderPreset("Yandex", ["yandex.ru", "yandex.net"], 4, 5, 50),
        ProviderPreset("Proton", ["protonmail.ch", "proton.me"], 3, 5, 50),
        ProviderPreset("Zoho", ["zoho.com", "zoho.eu", "zoho.in"], 4, 5, 50),
        ProviderPreset("Naver", ["naver.com"], 3, 3, 50),
        ProviderPreset("Comcast", ["comcast.net"], 3, 5, 100),
    ]

    /// The provider of a site: the one that all its hosts belong to.
    package static func of(_ hosts: [String]) -> ProviderPreset? {
        guard let first = hosts.first else { return nil }
        guard let found = all.first(where: { $0.owns(first) }) else { return nil }
        return hosts.allSatisfy(found.owns) ? found : nil
    }

    private func owns(_ host: String) -> Bool {
        hostSuffixes.contains { host == $0 || host.hasSuffix("." + $0) }
    }
}
