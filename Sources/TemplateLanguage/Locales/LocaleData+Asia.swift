/// Locale data after the Unicode CLDR (Asia). One locale a text, one field a line, as ``LocaleData`` reads them.
extension LocaleData {
    static let asia: [String] = [
        """
        tag: zh
        months: 一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月
        shortMonths: 1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
        standaloneMonths: 一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月
        days: 星期一|星期二|星期三|星期四|星期五|星期六|星期日
        shortDays: 周一|周二|周三|周四|周五|周六|周日
        halves: 上午|下午
        dates: y年M月d日EEEE|y年M月d日|y年M月d日|y/M/d
        times: HH:mm:ss|HH:mm
        symbols: .|,|-
        grouping: 3|3|1
        zero: 30
        money: ¤#,##0.00
        plural: none
        currencies: USD=US$|EUR=€|GBP=£|JPY=JP¥|CNY=¥|AUD=AU$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|VND=₫
        """,
        """
        tag: zh-Hant
        months: 1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
        shortMonths: 1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
        standaloneMonths: 一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月
        days: 星期一|星期二|星期三|星期四|星期五|星期六|星期日
        shortDays: 週一|週二|週三|週四|週五|週六|週日
        halves: 上午|下午
        dates: y年M月d日 EEEE|y年M月d日|y年M月d日|y/M/d
        times: ah:mm:ss|ah:mm
        symbols: .|,|-
        grouping: 3|3|1
        zero: 30
        money: ¤#,##0.00
        plural: none
        currencies: USD=US$|EUR=€|GBP=£|JPY=¥|CNY=CN¥|AUD=AU$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=$|KRW=￦|INR=₹|ILS=₪|BRL=R$|MXN=MX$|VND=₫
        """,
        """
        tag: ja
        months: 1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
        shortMonths: 1月|2月|3月|4月|5月|6月|7月|8月|9月|10月|11月|12月
        standaloneMonths: 一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月
        days: 月曜日|火曜日|水曜日|木曜日|金曜日|土曜日|日曜日
        shortDays: 月|火|水|木|金|土|日
        halves: 午前|午後
        dates: y年M月d日EEEE|y年M月d日|y/MM/dd|y/MM/dd
        times: H:mm:ss|H:mm
        symbols: .|,|-
        grouping: 3|3|1
        zero: 30
        money: ¤#,##0.00
        plural: none
        currencies: USD=$|EUR=€|GBP=£|JPY=￥|CNY=元|AUD=A$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|VND=₫
        """,
        """
        tag: ko
        months: 1월|2월|3월|4월|5월|6월|7월|8월|9월|10월|11월|12월
        shortMonths: 1월|2월|3월|4월|5월|6월|7월|8월|9월|10월|11월|12월
        standaloneMonths: 一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月
        days: 월요일|화요일|수요일|목요일|금요일|토요일|일요일
        shortDays: 월|화|수|목|금|토|일
        halves: AM|PM
        dates: y년 MMMM d일 EEEE|y년 MMMM d일|y. M. d.|yy. M. d.
        times: a h:mm:ss|a h:mm
        symbols: .|,|-
        grouping: 3|3|1
        zero: 30
        money: ¤#,##0.00
        plural: none
        currencies: USD=US$|EUR=€|GBP=£|JPY=JP¥|CNY=CN¥|AUD=AU$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|VND=₫
        """,
        """
        tag: vi
        months: tháng 1|tháng 2|tháng 3|tháng 4|tháng 5|tháng 6|tháng 7|tháng 8|tháng 9|tháng 10|tháng 11|tháng 12
        shortMonths: thg 1|thg 2|thg 3|thg 4|thg 5|thg 6|thg 7|thg 8|thg 9|thg 10|thg 11|thg 12
        standaloneMonths: Tháng 1|Tháng 2|Tháng 3|Tháng 4|Tháng 5|Tháng 6|Tháng 7|Tháng 8|Tháng 9|Tháng 10|Tháng 11|Tháng 12
        days: Thứ Hai|Thứ Ba|Thứ Tư|Thứ Năm|Thứ Sáu|Thứ Bảy|Chủ Nhật
        shortDays: Th 2|Th 3|Th 4|Th 5|Th 6|Th 7|CN
        halves: SA|CH
        dates: EEEE, d MMMM, y|d MMMM, y|d MMM, y|d/M/yy
        times: HH:mm:ss|HH:mm
        symbols: ,|.|-
        grouping: 3|3|1
        zero: 30
        money: #,##0.00\u{A0}¤
        plural: none
        currencies: USD=US$|EUR=€|GBP=£|JPY=¥|CNY=CN¥|AUD=AU$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|THB=฿|VND=₫
        """,
        """
        tag: th
        months: มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม
        shortMonths: ม.ค.|ก.พ.|มี.ค.|เม.ย.|พ.ค.|มิ.ย.|ก.ค.|ส.ค.|ก.ย.|ต.ค.|พ.ย.|ธ.ค.
        standaloneMonths: 一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月
        days: วันจันทร์|วันอังคาร|วันพุธ|วันพฤหัสบดี|วันศุกร์|วันเสาร์|วันอาทิตย์
        shortDays: จ.|อ.|พ.|พฤ.|ศ.|ส.|อา.
        halves: AM|PM
        dates: EEEEที่ d MMMM ค.ศ. y|d MMMM ค.ศ. y|d MMM y|d/M/yy
        times: HH:mm:ss|HH:mm
        symbols: .|,|-
        grouping: 3|3|1
        zero: 30
        money: ¤#,##0.00
        plural: none
        currencies: USD=US$|EUR=€|GBP=£|JPY=¥|CNY=CN¥|AUD=AU$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|THB=฿|VND=₫
        """,
        """
        tag: id
        months: Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember
        shortMonths: Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des
        standaloneMonths: 一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月
        days: Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu
        shortDays: Sen|Sel|Rab|Kam|Jum|Sab|Min
        halves: AM|PM
        dates: EEEE, dd MMMM y|d MMMM y|d MMM y|dd/MM/yy
        times: HH.mm.ss|HH.mm
        symbols: ,|.|-
        grouping: 3|3|1
        zero: 30
        money: ¤#,##0.00
        plural: none
        currencies: USD=US$|EUR=€|GBP=£|JPY=JP¥|CNY=CN¥|AUD=AU$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=Rs|ILS=₪|BRL=R$|MXN=MX$|THB=฿|VND=₫|IDR=Rp
        """,
        """
        tag: hi
        months: जनवरी|फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर
        shortMonths: जन॰|फ़र॰|मार्च|अप्रैल|मई|जून|जुल॰|अग॰|सित॰|अक्टू॰|नव॰|दिस॰
        standaloneMonths: 一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月
        days: सोमवार|मंगलवार|बुधवार|गुरुवार|शुक्रवार|शनिवार|रविवार
        shortDays: सोम|मंगल|बुध|गुरु|शुक्र|शनि|रवि
        halves: am|pm
        dates: EEEE, d MMMM y|d MMMM y|d MMM y|d/M/yy
        times: h:mm:ss a|h:mm a
        symbols: .|,|-
        grouping: 3|2|1
        zero: 30
        money: ¤#,##,##0.00
        plural: hindi
        currencies: USD=$|EUR=€|GBP=£|JPY=JP¥|CNY=CN¥|AUD=A$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|THB=฿|VND=₫
        """,
    ]
}
