extension WorkspaceScaffold {
    static let subject = """
        Welcome, {{name | default: "friend"}}: please confirm your account

        """

    static let text = """
        Hello {{name | default: "friend"}},

        your account is nearly ready. Please confirm it:

            https://example.com/activate/{{code}}

        {{#vip}}
        As one of our first customers you get the first month free.

        {{/vip}}
        If you did not sign up, ignore this message.

        """

    static let html = """
        <!DOCTYPE html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Please confirm your account</title></head>
        <body style="font-family: sans-serif; color: #222">
        <p>Hello {{name | default: "friend"}},</p>
        <p>your account is nearly ready.</p>
        <p><a href="https://example.com/activate/{{code}}">Confirm it</a></p>
        {{#vip}}
        <p>As one of our first customers you get the first month free.</p>
        {{/vip}}
        <p style="color: #777">If you did not sign up, ignore this message.</p>
        </body>
        </html>

        """

    static let chineseSubject = """
        {{name | default: "您好"}},请激活您的账户

        """

    static let chineseText = """
        {{name | default: "朋友"}},您好!

        您的账户即将开通,请点击以下链接激活:

            https://example.com/activate/{{code}}

        {{#vip}}
        作为首批用户,您可免费使用一个月。

        {{/vip}}
        如果您没有注册过,请忽略本邮件。

        """

    static let chineseHTML = """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head><meta charset="utf-8"><title>请激活您的账户</title></head>
        <body style="font-family: sans-serif; color: #222">
        <p>{{name | default: "朋友"}},您好!</p>
        <p>您的账户即将开通。</p>
        <p><a href="https://example.com/activate/{{code}}">点击激活</a></p>
        {{#vip}}
        <p>作为首批用户,您可免费使用一个月。</p>
        {{/vip}}
        <p style="color: #777">如果您没有注册过,请忽略本邮件。</p>
        </body>
        </html>

        """
}
