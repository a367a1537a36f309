extension WorkspaceScaffold {
    static let configuration = """
        # What all jobs share. `martlet schema` describes every key; passwords never stand here, only where they are.

        transports:
          # The sandbox: start it with `martlet sandbox`. It is a mail server that delivers nothing to anybody.
          sandbox:
            host: 127.0.0.1
            port: 2525
            tls: none

          # A real relay looks like this:
          # relay:
          #   host: smtp.example.com
          #   port: 587
          #   tls: starttls
          #   auth: {user: news, password: {env: SMTP_PASSWORD}}
          #   rate: 100/s

        mailboxes:
          # Where bounces arrive; the sandbox has one for every address, and takes any password.
          bounces:
            host: 127.0.0.1
            port: 2110
            tls: none
            user: bounces@example.com
            password: {command: "echo sandbox"}

        identity:
          # Failure reports go here. {token} gives every recipient an address of their own, so that a report tells whom
          # it is about.
          reverse_path: "bounces+{token}@example.com"

        ledger: sqlite

        """

    static let job = """
        # Try it: martlet sandbox   (in another terminal)
        #         martlet check welcome
        #         martlet run welcome
        #         martlet collect && martlet report

        from: "Martlet <hello@example.com>"
        reply_to: support@example.com
        recipients:
          file: data/people.csv
          email: email
          name: name
          locale: locale            # zh-CN finds templates/welcome/zh-CN, anything else the files above it
          types: {vip: bool}
        template: welcome
        via: sandbox
        retry: {after: [1m, 5m, 30m, 2h, 6h], give_up: 2d}
        in_doubt: hold              # hold | resend | assume-sent
        collect: [bounces]

        """

    /// People as they are: accents, quotes, commas, Chinese names; and three addresses at which the sandbox misbehaves.
    static let people = """
        email,name,locale,code,vip
        ann@example.com,Ann Lee,en,A-1001,yes
        li.wei@example.cn,李伟,zh-CN,A-1002,no
        zhang.min@example.com,张敏,zh-Hans-CN,A-1003,yes
        jose@example.org,"José ""Pepe"" Núñez",es,A-1004,no
        smith@example.net,"Smith, John",en-GB,A-1005,no
        wang.fang@例子.测试,王芳,zh,A-1006,no
        hard-bounce+kim@example.com,Kim,en,A-1007,no
        later-bounce+noor@example.com,Noor,en,A-1008,no
        defer+olga@example.com,Olga,en,A-1009,yes

        """
}
