#!/usr/bin/env python3
"""An SMTP or POP3 server over TLS whose logins are checked by scramp, another project's SCRAM with channel binding.

    scram_server.py --cert server.pem --key server.key --user news --password secret --offer SCRAM-SHA-256-PLUS

Prints its port, serves one connection after another, and ends when its standard input does. Mail is taken and forgotten;
the mailbox is empty. It knows its certificate's binding itself, so that a client that binds to another one is refused.

    --protocol pop3       instead of smtp
    --bound-to other.pem  checks logins as if this were the certificate: what a server behind somebody in between does
    --offer "A B"         the mechanisms that are offered, whatever the server could do
    --false-signature     answers with a signature that is wrong
    --rounds N            asks for this many rounds, right or not
"""

import argparse
import base64
import socket
import ssl
import sys
import threading

import scramp


class Dialogue:
    def __init__(self, options, connection):
        self.options = options
        self.file = connection.makefile("rwb")
        self.pem = open(options.bound_to or options.cert).read()

    def say(self, line):
        self.file.write(line.encode() + b"\r\n")
        self.file.flush()

    def hear(self):
        line = self.file.readline()
        if not line:
            raise EOFError
        return line.rstrip(b"\r\n").decode()

    def challenge(self, text):
        encoded = base64.b64encode(text.encode()).decode()
        self.say(("+ " if self.options.protocol == "pop3" else "334 ") + encoded)
        answer = self.hear()
        if answer == "*":
            raise scramp.ScramException("cancelled")
        return base64.b64decode(answer).decode()

    def log_in(self, line):
        """Whether the login is right; scramp decides."""
        words = line.split()
        name = words[1].upper()
        if name not in self.options.offer.split():
            raise scramp.ScramException("no such mechanism")
        mechanism = scramp.ScramMechanism(name)
        information = mechanism.make_auth_info(self.options.password)

        def credentials(user):
            if user != self.options.user:
                raise scramp.ScramException("no such user")
            return information

        server = mechanism.make_server(credentials, channel_binding=("tls-server-end-point", self.pem))
        first = base64.b64decode(words[2]).decode() if len(words) > 2 else self.challenge("")
        print(first.split("n=")[0], file=sys.stderr, flush=True)
        server.set_client_first(first)
        message = server.get_server_first()
        if self.options.rounds:
            message = message[: message.rindex("i=")] + "i=" + self.options.rounds
        server.set_client_final(self.challenge(message))
        final = server.get_server_final()
        if self.options.false_signature:
            final = "v=" + base64.b64encode(bytes(32)).decode()
        self.challenge(final)

    def smtp(self):
        self.say("220 peer ESMTP")
        while True:
            line = self.hear()
            verb = line.split(" ")[0].upper()
            if verb == "EHLO":
                self.say("250-peer")
                self.say("250-8BITMIME")
                self.say("250-SMTPUTF8")
                self.say("250 AUTH " + self.options.offer)
            elif verb == "AUTH":
                self.attempt(line, "235 2.7.0 welcome", "535 5.7.8 ")
            elif verb == "DATA":
                self.say("354 go on")
                while self.hear() != ".":
                    pass
                self.say("250 2.0.0 taken")
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 fine")

    def pop3(self):
        self.say("+OK peer")
        while True:
            line = self.hear()
            verb = line.split(" ")[0].upper()
            if verb == "CAPA":
                self.say("+OK\r\nSASL " + self.options.offer + "\r\nUIDL\r\nPIPELINING\r\n.")
            elif verb == "AUTH":
                self.attempt(line, "+OK welcome", "-ERR [AUTH] ")
            elif verb == "STAT":
                self.say("+OK 0 0")
            elif verb in ("LIST", "UIDL"):
                self.say("+OK\r\n.")
            elif verb == "QUIT":
                self.say("+OK bye")
                return
            else:
                self.say("-ERR what?")

    def attempt(self, line, welcome, refusal):
        try:
            self.log_in(line)
            self.say(welcome)
        except scramp.ScramException as error:
            self.say(refusal + " ".join(str(error).split()))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--cert", required=True)
    parser.add_argument("--key", required=True)
    parser.add_argument("--user", required=True)
    parser.add_argument("--password", required=True)
    parser.add_argument("--offer", required=True)
    parser.add_argument("--protocol", default="smtp")
    parser.add_argument("--bound-to")
    parser.add_argument("--rounds")
    parser.add_argument("--false-signature", action="store_true")
    options = parser.parse_args()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(options.cert, options.key)
    listener = socket.create_server(("127.0.0.1", 0))
    print(listener.getsockname()[1], flush=True)

    def serve():
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=talk, args=(connection,), daemon=True).start()

    def talk(connection):
        try:
            with context.wrap_socket(connection, server_side=True) as secured:
                dialogue = Dialogue(options, secured)
                dialogue.pop3() if options.protocol == "pop3" else dialogue.smtp()
        except (EOFError, OSError):
            pass

    threading.Thread(target=serve, daemon=True).start()
    sys.stdin.read()


main()
