/// Locale data after the Unicode CLDR (Northern and Eastern Europe). One locale a text, one field a line, as ``LocaleData`` reads them.
extension LocaleData {
    static let northAndEastEurope: [String] = [
        """
        tag: sv
        months: januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december
        shortMonths: jan.|feb.|mars|apr.|maj|juni|juli|aug.|sep.|okt.|nov.|dec.
        standaloneMonths: januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december
        days: måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag
        shortDays: mån|tis|ons|tors|fre|lör|sön
        halves: fm|em
        dates: EEEE d MMMM y|d MMMM y|d MMM y|y-MM-dd
        times: HH:mm:ss|HH:mm
        symbols: ,|\u{A0}|−
        grouping: 3|3|1
        zero: 30
        money: #,##0.00\u{A0}¤
        plural: oneWhole
        currencies: USD=US$|EUR=€|CAD=CA$|SEK=kr|NOK=Nkr|DKK=Dkr|ILS=₪|BRL=BR$|MXN=MX$|EGP=EG£
        """,
        """
        tag: da
        months: januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december
        shortMonths: jan.|feb.|mar.|apr.|maj|jun.|jul.|aug.|sep.|okt.|nov.|dec.
        standaloneMonths: januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december
        days: mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag
        shortDays: man.|tirs.|ons.|tors.|fre.|lør.|søn.
        halves: AM|PM
        dates: EEEE 'den' d. MMMM y|d. MMMM y|d. MMM y|dd.MM.y
        times: HH.mm.ss|HH.mm
        symbols: ,|.|-
        grouping: 3|3|1
        zero: 30
        money: #,##0.00\u{A0}¤
        plural: danish
        currencies: USD=US$|EUR=€|GBP=£|JPY=JP¥|CNY=CN¥|AUD=AU$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|DKK=kr.|ILS=₪|BRL=R$|MXN=MX$|THB=฿|VND=₫
        """,
        """
        tag: nb
        months: januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember
        shortMonths: jan.|feb.|mars|apr.|mai|juni|juli|aug.|sep.|okt.|nov.|des.
        standaloneMonths: januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember
        days: mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag
        shortDays: man.|tir.|ons.|tor.|fre.|lør.|søn.
        halves: a.m.|p.m.
        dates: EEEE d. MMMM y|d. MMMM y|d. MMM y|dd.MM.y
        times: HH:mm:ss|HH:mm
        symbols: ,|\u{A0}|−
        grouping: 3|3|1
        zero: 30
        money: #,##0.00\u{A0}¤;-#,##0.00\u{A0}¤
        plural: oneExact
        currencies: EUR=€|GBP=£|NOK=kr
        """,
        """
        tag: fi
        months: tammikuuta|helmikuuta|maaliskuuta|huhtikuuta|toukokuuta|kesäkuuta|heinäkuuta|elokuuta|syyskuuta|lokakuuta|marraskuuta|joulukuuta
        shortMonths: tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu
        standaloneMonths: tammikuu|helmikuu|maaliskuu|huhtikuu|toukokuu|kesäkuu|heinäkuu|elokuu|syyskuu|lokakuu|marraskuu|joulukuu
        days: maanantaina|tiistaina|keskiviikkona|torstaina|perjantaina|lauantaina|sunnuntai
        shortDays: ma|ti|ke|to|pe|la|su
        halves: ap.|ip.
        dates: cccc d. MMMM y|d. MMMM y|d.M.y|d.M.y
        times: H.mm.ss|H.mm
        symbols: ,|\u{A0}|−
        grouping: 3|3|1
        zero: 30
        money: #,##0.00\u{A0}¤
        plural: oneWhole
        currencies: USD=$|EUR=€|GBP=£|JPY=¥
        """,
        """
        tag: pl
        months: stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia
        shortMonths: sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru
        standaloneMonths: styczeń|luty|marzec|kwiecień|maj|czerwiec|lipiec|sierpień|wrzesień|październik|listopad|grudzień
        days: poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela
        shortDays: pon.|wt.|śr.|czw.|pt.|sob.|niedz.
        halves: AM|PM
        dates: EEEE, d MMMM y|d MMMM y|d MMM y|d.MM.y
        times: HH:mm:ss|HH:mm
        symbols: ,|\u{A0}|-
        grouping: 3|3|2
        zero: 30
        money: #,##0.00\u{A0}¤
        plural: polish
        currencies: EUR=€|PLN=zł|BRL=R$
        """,
        """
        tag: cs
        months: ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince
        shortMonths: led|úno|bře|dub|kvě|čvn|čvc|srp|zář|říj|lis|pro
        standaloneMonths: leden|únor|březen|duben|květen|červen|červenec|srpen|září|říjen|listopad|prosinec
        days: pondělí|úterý|středa|čtvrtek|pátek|sobota|neděle
        shortDays: po|út|st|čt|pá|so|ne
        halves: dop.|odp.
        dates: EEEE d. MMMM y|d. MMMM y|d. M. y|dd.MM.yy
        times: H:mm:ss|H:mm
        symbols: ,|\u{A0}|-
        grouping: 3|3|1
        zero: 30
        money: #,##0.00\u{A0}¤
        plural: czech
        currencies: USD=US$|EUR=€|GBP=£|JPY=JP¥|CNY=CN¥|AUD=AU$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|CZK=Kč|BRL=R$|MXN=MX$
        """,
        """
        tag: hu
        months: január|február|március|április|május|június|július|augusztus|szeptember|október|november|december
        shortMonths: jan.|febr.|márc.|ápr.|máj.|jún.|júl.|aug.|szept.|okt.|nov.|dec.
        standaloneMonths: január|február|március|április|május|június|július|augusztus|szeptember|október|november|december
        days: hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap
        shortDays: H|K|Sze|Cs|P|Szo|V
        halves: de.|du.
        dates: y. MMMM d., EEEE|y. MMMM d.|y. MMM d.|y. MM. dd.
        times: H:mm:ss|H:mm
        symbols: ,|\u{A0}|-
        grouping: 3|3|1
        zero: 30
        money: #,##0.00\u{A0}¤
        plural: oneExact
        currencies: JPY=¥|HUF=Ft
        """,
        """
        tag: ro
        months: ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie
        shortMonths: ian.|feb.|mar.|apr.|mai|iun.|iul.|aug.|sept.|oct.|nov.|dec.
        standaloneMonths: ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie
        days: luni|marți|miercuri|joi|vineri|sâmbătă|duminică
        shortDays: lun.|mar.|mie.|joi|vin.|sâm.|dum.
        halves: a.m.|p.m.
        dates: EEEE, d MMMM y|d MMMM y|d MMM y|dd.MM.y
        times: HH:mm:ss|HH:mm
        symbols: ,|.|-
        grouping: 3|3|1
        zero: 30
        money: #,##0.00\u{A0}¤
        plural: romanian
        currencies: 
        """,
        """
        tag: ru
        months: января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря
        shortMonths: янв.|февр.|мар.|апр.|мая|июн.|июл.|авг.|сент.|окт.|нояб.|дек.
        standaloneMonths: январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь
        days: понедельник|вторник|среда|четверг|пятница|суббота|воскресенье
        shortDays: пн|вт|ср|чт|пт|сб|вс
        halves: AM|PM
        dates: EEEE, d MMMM y\u{202F}'г'.|d MMMM y\u{202F}'г'.|d MMM y\u{202F}'г'.|dd.MM.y
        times: HH:mm:ss|HH:mm
        symbols: ,|\u{A0}|-
        grouping: 3|3|1
        zero: 30
        money: #,##0.00\u{A0}¤
        plural: eastSlavic
        currencies: USD=$|EUR=€|GBP=£|JPY=¥|CNY=CN¥|AUD=A$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|RUB=₽|UAH=₴|ILS=₪|BRL=R$|MXN=MX$|THB=฿|VND=₫
        """,
        """
        tag: uk
        months: січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня
        shortMonths: січ.|лют.|бер.|квіт.|трав.|черв.|лип.|серп.|вер.|жовт.|лист.|груд.
        standaloneMonths: січень|лютий|березень|квітень|травень|червень|липень|серпень|вересень|жовтень|листопад|грудень
        days: понеділок|вівторок|середа|четвер|пʼятниця|субота|неділя
        shortDays: пн|вт|ср|чт|пт|сб|нд
        halves: дп|пп
        dates: EEEE, d MMMM y\u{202F}'р'.|d MMMM y\u{202F}'р'.|d MMM y\u{202F}'р'.|dd.MM.yy
        times: HH:mm:ss|HH:mm
        symbols: ,|\u{A0}|-
        grouping: 3|3|1
        zero: 30
        money: #,##0.00\u{A0}¤
        plural: eastSlavic
        currencies: JPY=¥|UAH=₴
        """,
        """
        tag: el
        months: Ιανουαρίου|Φεβρουαρίου|Μαρτίου|Απριλίου|Μαΐου|Ιουνίου|Ιουλίου|Αυγούστου|Σεπτεμβρίου|Οκτωβρίου|Νοεμβρίου|Δεκεμβρίου
        shortMonths: Ιαν|Φεβ|Μαρ|Απρ|Μαΐ|Ιουν|Ιουλ|Αυγ|Σεπ|Οκτ|Νοε|Δεκ
        standaloneMonths: Ιανουάριος|Φεβρουάριος|Μάρτιος|Απρίλιος|Μάιος|Ιούνιος|Ιούλιος|Αύγουστος|Σεπτέμβριος|Οκτώβριος|Νοέμβριος|Δεκέμβριος
        days: Δευτέρα|Τρίτη|Τετάρτη|Πέμπτη|Παρασκευή|Σάββατο|Κυριακή
        shortDays: Δευ|Τρί|Τετ|Πέμ|Παρ|Σάβ|Κυρ
        halves: π.μ.|μ.μ.
        dates: EEEE d MMMM y|d MMMM y|d MMM y|d/M/yy
        times: h:mm:ss\u{202F}a|h:mm\u{202F}a
        symbols: ,|.|-
        grouping: 3|3|1
        zero: 30
        money: #,##0.00\u{A0}¤
        plural: oneExact
        currencies: USD=$|EUR=€|GBP=£|JPY=JP¥|CNY=CN¥|AUD=A$|CAD=CA$|NZD=NZ$|HKD=HK$|TWD=NT$|KRW=₩|INR=₹|ILS=₪|BRL=R$|MXN=MX$|THB=฿|VND=₫
        """,
    ]
}
