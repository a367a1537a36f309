/// How the gallery looks: one style sheet, no script, no font or picture from elsewhere.
///
/// What is chosen is kept by the page itself: the message by the address's fragment, view and scheme by radio buttons.
enum GalleryStyle {
    /// The sheet.
    static let sheet = colours + frame + list + message + stage + details + narrow

    private static let colours = """
        :root{color-scheme:light dark;--page:#f3f2ee;--card:#fff;--ink:#1f1e1b;--soft:#68645c;--faint:#8d887e;
        --line:#e2dfd7;--hover:#eceae4;--mark:#a8470b;--tint:#fbeee5;--warn:#8a5a00;--warn-tint:#fdf3dc;--bar:#d9d5cb;
        --raised:#fff;--shadow:0 1px 2px rgba(40,34,24,.05),0 8px 28px rgba(40,34,24,.08);--bezel:#1c1b19}
        @media (prefers-color-scheme:dark){:root{--page:#131416;--card:#1c1d20;--ink:#eceae6;--soft:#a5a3a0;
        --faint:#7f7e7c;--line:#2e3034;--hover:#25272b;--mark:#f0955c;--tint:#3a2417;--warn:#eabf66;--warn-tint:#332a17;
        --bar:#3b3d42;--raised:#3d4046;--shadow:0 1px 2px rgba(0,0,0,.3),0 10px 32px rgba(0,0,0,.35);--bezel:#3c3e43}}

        """

    private static let frame = """
        *{box-sizing:border-box}
        html{height:100%;-webkit-text-size-adjust:100%}
        body{margin:0;min-height:100%;background:var(--page);color:var(--ink);font:15px/1.5 system-ui,-apple-system,
        "Segoe UI",Roboto,"Helvetica Neue","PingFang SC","Hiragino Sans","Microsoft YaHei","Noto Sans CJK SC",
        "Noto Sans",sans-serif;display:grid;grid-template-columns:minmax(250px,300px) minmax(0,1fr)}
        a{color:inherit;text-decoration:none}
        h1,h2,h3,p,dl,dd,ul{margin:0;padding:0}
        code,pre,.mono{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono","Noto Sans Mono CJK SC",
        monospace}
        :focus-visible{outline:2px solid var(--mark);outline-offset:2px}
        .hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}

        """

    private static let list = """
        .list{position:sticky;top:0;height:100vh;overflow-y:auto;border-right:1px solid var(--line);
        padding:28px 14px 24px;display:flex;flex-direction:column}
        .job{padding:0 12px 20px}
        .job h1{font-size:20px;line-height:1.25;font-weight:650;letter-spacing:-.01em;overflow-wrap:anywhere}
        .job p{margin-top:4px;color:var(--soft);font-size:13px}
        .inbox{list-style:none}
        .inbox a{display:block;position:relative;padding:12px 12px 13px;border-radius:10px}
        .inbox li+li a{margin-top:2px}
        .inbox a:hover{background:var(--hover)}
        .inbox .who{display:flex;gap:8px;align-items:baseline;justify-content:space-between;font-size:12.5px;
        color:var(--soft)}
        .inbox .who span:first-child{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
        .inbox .subject{margin-top:2px;font-weight:600;line-height:1.35;display:-webkit-box;-webkit-box-orient:vertical;
        -webkit-line-clamp:2;overflow:hidden;overflow-wrap:anywhere}
        .inbox .teaser{margin-top:3px;font-size:13px;line-height:1.4;color:var(--soft);display:-webkit-box;
        -webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden;overflow-wrap:anywhere}
        .tag{flex:none;font-size:11.5px;font-weight:600;line-height:1;letter-spacing:.02em;padding:4px 7px;
        border-radius:6px;background:var(--hover);color:var(--soft)}
        .foot{margin-top:auto;padding:24px 12px 0;font-size:12px;line-height:1.5;color:var(--faint)}

        """

    private static let message = """
        main{min-width:0;padding:28px 32px 56px}
        .controls{display:flex;flex-wrap:wrap;gap:10px 12px;justify-content:space-between;margin-bottom:28px}
        .segments{display:inline-flex;padding:3px;border-radius:10px;background:var(--hover)}
        .segments label{padding:5px 14px;border-radius:7px;font-size:13.5px;font-weight:550;color:var(--soft);
        cursor:pointer;white-space:nowrap}
        .segments label:hover{color:var(--ink)}
        .message{display:none;scroll-margin-top:110px}
        .message:target{display:block}
        main:not(:has(.message:target)) .message:first-of-type{display:block}
        .subject-line{font-size:27px;line-height:1.25;font-weight:650;letter-spacing:-.015em;overflow-wrap:anywhere;
        text-wrap:balance}
        .preheader{margin-top:6px;font-size:16px;line-height:1.45;color:var(--soft);max-width:72ch;overflow-wrap:anywhere}
        .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(210px,1fr));gap:14px 32px;margin-top:22px;
        padding:16px 0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
        .facts dt{font-size:12px;color:var(--faint)}
        .facts dd{margin-top:1px;font-size:14px;line-height:1.45;overflow-wrap:anywhere}
        .facts dd+dd{margin-top:8px}
        .facts dd small{display:block;font-size:12.5px;color:var(--soft)}
        .meter{display:block;position:relative;height:6px;margin:8px 0 5px;border-radius:3px;background:var(--bar);
        max-width:220px;overflow:hidden}
        .meter i{display:block;height:100%;border-radius:3px;background:var(--mark);min-width:6px}
        .notices{margin-top:20px;padding:11px 16px 11px 32px;border-radius:10px;background:var(--warn-tint);
        color:var(--warn);font-size:13.5px;line-height:1.55}
        .notices li::marker{color:var(--warn)}
        .notices li:only-child{list-style:none;margin-left:-16px}

        """

    private static let stage = """
        .view{margin-top:26px}
        .devices{display:flex;flex-wrap:wrap;gap:32px 28px;align-items:flex-start}
        .device{min-width:0}
        .device h3{font-size:12.5px;font-weight:550;color:var(--faint);margin:0 0 8px 2px}
        .device h3 b{font-weight:550;color:var(--soft)}
        .desktop{flex:1 1 620px;max-width:860px}
        .phone{flex:none}
        iframe{display:block;border:0;background:#fff}
        iframe.night{background:#121212}
        .desktop iframe{width:100%;height:780px;border-radius:12px;box-shadow:var(--shadow),0 0 0 1px var(--line)}
        .phone .glass{padding:10px;border-radius:38px;background:var(--bezel);box-shadow:var(--shadow)}
        .phone iframe{width:375px;height:760px;border-radius:28px}
        .none{padding:40px;border:1px dashed var(--line);border-radius:12px;color:var(--soft)}
        body:has(#light:checked) .dark,body:has(#dark:checked) .light{display:none}
        body:not(:has(#html:checked)) .view-html,body:not(:has(#text:checked)) .view-text,
        body:not(:has(#header:checked)) .view-header{display:none}
        body:not(:has(#html:checked)) .schemes{visibility:hidden}
        body:has(#light:checked) label[for=light],body:has(#dark:checked) label[for=dark],
        body:has(#html:checked) label[for=html],body:has(#text:checked) label[for=text],
        body:has(#header:checked) label[for=header]{background:var(--raised);color:var(--ink);
        box-shadow:0 1px 3px rgba(0,0,0,.12)}
        body:has(#light:focus-visible) label[for=light],body:has(#dark:focus-visible) label[for=dark],
        body:has(#html:focus-visible) label[for=html],body:has(#text:focus-visible) label[for=text],
        body:has(#header:focus-visible) label[for=header]{outline:2px solid var(--mark);outline-offset:1px}

        """

    private static let details = """
        .paper{max-width:860px;padding:30px 34px;border-radius:12px;background:var(--card);
        box-shadow:var(--shadow),0 0 0 1px var(--line)}
        .paper pre{margin:0;font-size:14px;line-height:1.65;white-space:pre-wrap;overflow-wrap:anywhere}
        .view-header .paper{max-width:1060px;padding:12px 34px 16px}
        .view-header table{width:100%;border-collapse:collapse;font-size:13.5px}
        .view-header th,.view-header td{padding:9px 0;border-top:1px solid var(--line);text-align:left;vertical-align:top}
        .view-header tr:first-child>*{border-top:0}
        .view-header th{width:1%;padding-right:28px;font-weight:550;color:var(--soft);white-space:nowrap}
        .view-header td{overflow-wrap:anywhere;line-height:1.5;font-size:13px}

        """

    private static let narrow = """
        @media (max-width:860px){
        body{display:block}
        .list{position:static;height:auto;border-right:0;border-bottom:1px solid var(--line);padding:22px 10px 14px}
        .foot{display:none}
        main{padding:20px 16px 48px}
        .controls{margin-bottom:22px}
        .segments label{padding:6px 12px}
        .subject-line{font-size:22px}
        .facts{grid-template-columns:1fr 1fr;gap:14px 20px}
        .devices{gap:28px}
        .phone{order:-1;width:100%;max-width:395px;margin:0 auto}
        .phone iframe{width:100%}
        .desktop{flex-basis:100%;overflow-x:auto;padding-bottom:8px}
        .desktop iframe{width:700px}
        .paper{padding:20px 18px}
        .view-header .paper{padding:6px 18px 10px}
        .view-header th,.view-header td{display:block;width:auto;border:0;padding:0}
        .view-header th{padding-top:10px}
        .view-header tr+tr th{border-top:1px solid var(--line)}
        .view-header td{padding-bottom:10px}
        }
        @media (max-width:420px){.facts{grid-template-columns:1fr}}

        """
}
