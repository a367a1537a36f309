/// Locale data after the Unicode CLDR (the Middle East). One locale a text, one field a line, as ``LocaleData`` reads them.
extension LocaleData {
    static let middleEast: [String] = [
        """
        tag: ar
        months: يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
        shortMonths: يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
        standaloneMonths: يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
        days: الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد
        shortDays: الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد
        halves: ص|م
        dates: EEEE، d MMMM y|d MMMM y|dd\u{200F}/MM\u{200F}/y|d\u{200F}/M\u{200F}/y
        times: h:mm:ss a|h:mm a
        symbols: .|,|\u{200E}-
        grouping: 3|3|1
        zero: 30
        money: \u{200F}#,##0.00\u{A0}¤;\u{200F}-#,##0.00\u{A0}¤
        plural: arabic
        currencies: USD=US$|EUR=€|GBP=UK£|JPY=JP¥|CNY=CN¥|AUD=AU$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|THB=฿|VND=₫|AED=د.إ.\u{200F}|SAR=ر.س.\u{200F}|EGP=ج.م.\u{200F}|KWD=د.ك.\u{200F}
        """,
        """
        tag: ar-EG
        months: يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
        shortMonths: يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
        standaloneMonths: يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
        days: الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد
        shortDays: الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد
        halves: ص|م
        dates: EEEE، d MMMM y|d MMMM y|dd\u{200F}/MM\u{200F}/y|d\u{200F}/M\u{200F}/y
        times: h:mm:ss a|h:mm a
        symbols: ٫|٬|\u{61C}-
        grouping: 3|3|1
        zero: 660
        money: \u{200F}#,##0.00\u{A0}¤;\u{200F}-#,##0.00\u{A0}¤
        plural: arabic
        currencies: USD=US$|EUR=€|GBP=UK£|JPY=JP¥|CNY=CN¥|AUD=AU$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|THB=฿|VND=₫|AED=د.إ.\u{200F}|SAR=ر.س.\u{200F}|EGP=ج.م.\u{200F}|KWD=د.ك.\u{200F}
        """,
        """
        tag: he
        months: ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר
        shortMonths: ינו׳|פבר׳|מרץ|אפר׳|מאי|יוני|יולי|אוג׳|ספט׳|אוק׳|נוב׳|דצמ׳
        standaloneMonths: 一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月
        days: יום שני|יום שלישי|יום רביעי|יום חמישי|יום שישי|יום שבת|יום ראשון
        shortDays: יום ב׳|יום ג׳|יום ד׳|יום ה׳|יום ו׳|שבת|יום א׳
        halves: AM|PM
        dates: EEEE, d בMMMM y|d בMMMM y|d בMMM y|d.M.y
        times: H:mm:ss|H:mm
        symbols: .|,|\u{200E}-
        grouping: 3|3|1
        zero: 30
        money: \u{200F}#,##0.00\u{A0}\u{200F}¤;\u{200F}-#,##0.00\u{A0}\u{200F}¤
        plural: hebrew
        currencies: USD=$|EUR=€|GBP=£|JPY=¥|CNY=\u{200E}CN¥\u{200E}|AUD=A$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|THB=฿|VND=₫
        """,
        """
        tag: tr
        months: Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık
        shortMonths: Oca|Şub|Mar|Nis|May|Haz|Tem|Ağu|Eyl|Eki|Kas|Ara
        standaloneMonths: 一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月
        days: Pazartesi|Salı|Çarşamba|Perşembe|Cuma|Cumartesi|Pazar
        shortDays: Pzt|Sal|Çar|Per|Cum|Cmt|Paz
        halves: ÖÖ|ÖS
        dates: d MMMM y EEEE|d MMMM y|d MMM y|d.MM.y
        times: HH:mm:ss|HH:mm
        symbols: ,|.|-
        grouping: 3|3|1
        zero: 30
        money: ¤#,##0.00
        plural: oneExact
        currencies: USD=$|EUR=€|GBP=£|JPY=¥|CNY=CN¥|AUD=AU$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|TRY=₺|ILS=₪|BRL=R$|MXN=MX$|THB=฿|VND=₫
        """,
    ]
}
