/// Locale data after the Unicode CLDR (Western Europe). One locale a text, one field a line, as ``LocaleData`` reads them.
extension LocaleData {
    static let westernEurope: [String] = [
        """
        tag: en
        months: January|February|March|April|May|June|July|August|September|October|November|December
        shortMonths: Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec
        standaloneMonths: January|February|March|April|May|June|July|August|September|October|November|December
        days: Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday
        shortDays: Mon|Tue|Wed|Thu|Fri|Sat|Sun
        halves: AM|PM
        dates: EEEE, MMMM d, y|MMMM d, y|MMM d, y|M/d/yy
        times: h:mm:ss\u{202F}a|h:mm\u{202F}a
        symbols: .|,|-
        grouping: 3|3|1
        zero: 30
        money: ¤#,##0.00
        plural: oneWhole
        currencies: USD=$|EUR=€|GBP=£|JPY=¥|CNY=CN¥|AUD=A$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|VND=₫|PHP=₱
        """,
        """
        tag: en-GB
        months: January|February|March|April|May|June|July|August|September|October|November|December
        shortMonths: Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec
        standaloneMonths: January|February|March|April|May|June|July|August|September|October|November|December
        days: Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday
        shortDays: Mon|Tue|Wed|Thu|Fri|Sat|Sun
        halves: am|pm
        dates: EEEE, d MMMM y|d MMMM y|d MMM y|dd/MM/y
        times: HH:mm:ss|HH:mm
        symbols: .|,|-
        grouping: 3|3|1
        zero: 30
        money: ¤#,##0.00
        plural: oneWhole
        currencies: USD=US$|EUR=€|GBP=£|JPY=JP¥|CNY=CN¥|AUD=A$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|VND=₫|PHP=₱
        """,
        """
        tag: fr
        months: janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre
        shortMonths: janv.|févr.|mars|avr.|mai|juin|juil.|août|sept.|oct.|nov.|déc.
        standaloneMonths: janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre
        days: lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
        shortDays: lun.|mar.|mer.|jeu.|ven.|sam.|dim.
        halves: AM|PM
        dates: EEEE d MMMM y|d MMMM y|d MMM y|dd/MM/y
        times: HH:mm:ss|HH:mm
        symbols: ,|\u{202F}|-
        grouping: 3|3|1
        zero: 30
        money: #,##0.00\u{A0}¤
        plural: french
        currencies: USD=$US|EUR=€|GBP=£GB|AUD=$AU|CAD=$CA|NZD=$NZ|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=$MX|SGD=$SG|VND=₫
        """,
        """
        tag: de
        months: Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
        shortMonths: Jan.|Feb.|März|Apr.|Mai|Juni|Juli|Aug.|Sept.|Okt.|Nov.|Dez.
        standaloneMonths: Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
        days: Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag
        shortDays: Mo.|Di.|Mi.|Do.|Fr.|Sa.|So.
        halves: AM|PM
        dates: EEEE, d. MMMM y|d. MMMM y|dd.MM.y|dd.MM.yy
        times: HH:mm:ss|HH:mm
        symbols: ,|.|-
        grouping: 3|3|1
        zero: 30
        money: #,##0.00\u{A0}¤
        plural: oneWhole
        currencies: USD=$|EUR=€|GBP=£|JPY=¥|CNY=CN¥|AUD=AU$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|THB=฿|VND=₫
        """,
        """
        tag: de-CH
        months: Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
        shortMonths: Jan.|Feb.|März|Apr.|Mai|Juni|Juli|Aug.|Sept.|Okt.|Nov.|Dez.
        standaloneMonths: Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
        days: Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag
        shortDays: Mo.|Di.|Mi.|Do.|Fr.|Sa.|So.
        halves: AM|PM
        dates: EEEE, d. MMMM y|d. MMMM y|dd.MM.y|dd.MM.yy
        times: HH:mm:ss|HH:mm
        symbols: .|’|-
        grouping: 3|3|1
        zero: 30
        money: ¤\u{A0}#,##0.00;¤-#,##0.00
        plural: oneWhole
        currencies: USD=$|GBP=£|JPY=¥|CNY=CN¥|AUD=AU$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|THB=฿|VND=₫
        """,
        """
        tag: es
        months: enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre
        shortMonths: ene|feb|mar|abr|may|jun|jul|ago|sept|oct|nov|dic
        standaloneMonths: enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre
        days: lunes|martes|miércoles|jueves|viernes|sábado|domingo
        shortDays: lun|mar|mié|jue|vie|sáb|dom
        halves: a.\u{202F}m.|p.\u{202F}m.
        dates: EEEE, d 'de' MMMM 'de' y|d 'de' MMMM 'de' y|d MMM y|d/M/yy
        times: H:mm:ss|H:mm
        symbols: ,|.|-
        grouping: 3|3|2
        zero: 30
        money: #,##0.00\u{A0}¤
        plural: spanish
        currencies: USD=US$|EUR=€|THB=฿|VND=₫
        """,
        """
        tag: it
        months: gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre
        shortMonths: gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic
        standaloneMonths: gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre
        days: lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica
        shortDays: lun|mar|mer|gio|ven|sab|dom
        halves: AM|PM
        dates: EEEE d MMMM y|d MMMM y|d MMM y|dd/MM/yy
        times: HH:mm:ss|HH:mm
        symbols: ,|.|-
        grouping: 3|3|1
        zero: 30
        money: #,##0.00\u{A0}¤
        plural: italian
        currencies: EUR=€|GBP=£|CNY=CN¥|AUD=A$|CAD=CA$|NZD=NZ$|ILS=₪|THB=฿|PHP=₱
        """,
        """
        tag: pt
        months: janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro
        shortMonths: jan.|fev.|mar.|abr.|mai.|jun.|jul.|ago.|set.|out.|nov.|dez.
        standaloneMonths: janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro
        days: segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo
        shortDays: seg.|ter.|qua.|qui.|sex.|sáb.|dom.
        halves: AM|PM
        dates: EEEE, d 'de' MMMM 'de' y|d 'de' MMMM 'de' y|d 'de' MMM 'de' y|dd/MM/y
        times: HH:mm:ss|HH:mm
        symbols: ,|.|-
        grouping: 3|3|1
        zero: 30
        money: ¤\u{A0}#,##0.00
        plural: french
        currencies: USD=US$|EUR=€|GBP=£|JPY=JP¥|CNY=CN¥|AUD=AU$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|THB=฿|VND=₫
        """,
        """
        tag: pt-PT
        months: janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro
        shortMonths: jan.|fev.|mar.|abr.|mai.|jun.|jul.|ago.|set.|out.|nov.|dez.
        standaloneMonths: janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro
        days: segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo
        shortDays: segunda|terça|quarta|quinta|sexta|sábado|domingo
        halves: a.m.|p.m.
        dates: EEEE, d 'de' MMMM 'de' y|d 'de' MMMM 'de' y|dd/MM/y|dd/MM/yy
        times: HH:mm:ss|HH:mm
        symbols: ,|\u{A0}|-
        grouping: 3|3|2
        zero: 30
        money: #,##0.00\u{A0}¤
        plural: italian
        currencies: USD=US$|EUR=€|GBP=£|JPY=JP¥|CNY=CN¥|AUD=AU$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|THB=฿|VND=₫
        """,
        """
        tag: nl
        months: januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december
        shortMonths: jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec
        standaloneMonths: januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december
        days: maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag
        shortDays: ma|di|wo|do|vr|za|zo
        halves: a.m.|p.m.
        dates: EEEE d MMMM y|d MMMM y|d MMM y|dd-MM-y
        times: HH:mm:ss|HH:mm
        symbols: ,|.|-
        grouping: 3|3|1
        zero: 30
        money: ¤\u{A0}#,##0.00;¤\u{A0}-#,##0.00
        plural: oneWhole
        currencies: USD=US$|EUR=€|GBP=£|JPY=JP¥|CNY=CN¥|AUD=AU$|CAD=C$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|THB=฿|VND=₫
        """,
    ]
}
