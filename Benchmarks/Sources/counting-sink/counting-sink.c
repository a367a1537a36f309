/* A counting SMTP server for measuring clients: takes everything, keeps nothing, and costs as little as it can, so that the
 * client is what is measured. One thread, epoll; replies to all commands of one read leave in one write.
 *
 *   counting-sink PORT [chunking]
 *
 * Listens on 127.0.0.1. SIGTERM ends it; it then prints the messages it took and its CPU seconds. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <unistd.h>

enum { LINE = 2048, REPLIES = 16384, READ = 262144 };

/* What the bytes that come next are. */
enum state { COMMAND, DATA, CHUNK };

struct connection {
    int fd;
    enum state state;
    size_t chunk;       /* bytes of a chunk still to come */
    int last_chunk;     /* whether the chunk ends its message */
    int matched;        /* bytes of CR LF . CR LF seen at the end of the last read */
    size_t length;      /* bytes of a command line that is not complete */
    size_t written;     /* bytes of replies */
    char line[LINE];
    char replies[REPLIES];
};

static volatile sig_atomic_t ended;
static unsigned long messages;
static int chunking;
static char input[READ];

static void end(int number) { (void)number; ended = 1; }

static int flush(struct connection *c) {
    size_t sent = 0;
    while (sent < c->written) {
        ssize_t n = write(c->fd, c->replies + sent, c->written - sent);
        if (n < 0 && (errno == EAGAIN || errno == EINTR)) continue;
        if (n <= 0) return -1;
        sent += (size_t)n;
    }
    c->written = 0;
    return 0;
}

static int reply(struct connection *c, const char *text) {
    size_t n = strlen(text);
    if (c->written + n > REPLIES && flush(c) < 0) return -1;
    memcpy(c->replies + c->written, text, n);
    c->written += n;
    return 0;
}

static int command(struct connection *c, char *line) {
    if (!strncasecmp(line, "MAIL", 4)) return reply(c, "250 2.1.0 Ok\r\n");
    if (!strncasecmp(line, "RCPT", 4)) return reply(c, "250 2.1.5 Ok\r\n");
    if (!strncasecmp(line, "DATA", 4)) {
        c->state = DATA;
        c->matched = 2; /* the line end of the command counts: an empty message ends at once */
        return reply(c, "354 End data with <CR><LF>.<CR><LF>\r\n");
    }
    if (chunking && !strncasecmp(line, "BDAT ", 5)) {
        char *rest;
        c->chunk = strtoul(line + 5, &rest, 10);
        c->last_chunk = strcasestr(rest, "LAST") != NULL;
        c->state = CHUNK;
        return 0;
    }
    if (!strncasecmp(line, "EHLO", 4))
        return reply(c, chunking ? "250-sink\r\n250-PIPELINING\r\n250-CHUNKING\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n"
                                 : "250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n");
    if (!strncasecmp(line, "QUIT", 4)) {
        reply(c, "221 2.0.0 Bye\r\n");
        flush(c);
        return -1;
    }
    return reply(c, "250 2.0.0 Ok\r\n");
}

static int taken(struct connection *c) {
    messages++;
    c->state = COMMAND;
    c->length = 0;
    return reply(c, "250 2.0.0 Ok: taken\r\n");
}

/* Takes content up to its end, and returns how many bytes that are. */
static size_t content(struct connection *c, const char *bytes, size_t count) {
    static const char mark[] = "\r\n.\r\n";
    size_t i = 0;
    while (c->matched > 0 && i < count) {
        if (bytes[i] == mark[c->matched]) {
            c->matched++;
            i++;
            if (c->matched == 5) return i;
        } else {
            c->matched = 0;
        }
    }
    const char *found = memmem(bytes + i, count - i, mark, 5);
    if (found) {
        c->matched = 5;
        return (size_t)(found - bytes) + 5;
    }
    size_t tail = count - i < 4 ? count - i : 4;
    for (size_t n = tail; n > 0; n--)
        if (!memcmp(bytes + count - n, mark, n)) {
            c->matched = (int)n;
            break;
        }
    return count;
}

static int take(struct connection *c, char *bytes, size_t count) {
    size_t i = 0;
    while (i < count) {
        if (c->state == DATA) {
            i += content(c, bytes + i, count - i);
            if (c->matched == 5 && taken(c) < 0) return -1;
        } else if (c->state == CHUNK) {
            size_t n = count - i < c->chunk ? count - i : c->chunk;
            c->chunk -= n;
            i += n;
            if (c->chunk > 0) break;
            c->state = COMMAND;
            if ((c->last_chunk ? taken(c) : reply(c, "250 2.0.0 Ok\r\n")) < 0) return -1;
        } else {
            char *stop = memchr(bytes + i, '\n', count - i);
            size_t n = stop ? (size_t)(stop - bytes) + 1 - i : count - i;
            if (c->length + n >= LINE) return -1;
            memcpy(c->line + c->length, bytes + i, n);
            c->length += n;
            c->line[c->length] = 0;
            i += n;
            if (!stop) break;
            c->length = 0;
            if (command(c, c->line) < 0) return -1;
        }
        /* a chunk of no bytes is complete at once */
        if (c->state == CHUNK && c->chunk == 0) {
            c->state = COMMAND;
            if ((c->last_chunk ? taken(c) : reply(c, "250 2.0.0 Ok\r\n")) < 0) return -1;
        }
    }
    return c->written ? flush(c) : 0;
}

static void welcome(int poll, int fd) {
    int one = 1;
    struct connection *c = calloc(1, sizeof *c);
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    c->fd = fd;
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = c};
    epoll_ctl(poll, EPOLL_CTL_ADD, fd, &event);
    reply(c, "220 sink ESMTP\r\n");
    flush(c);
}

int main(int count, char **arguments) {
    if (count < 2) {
        fprintf(stderr, "usage: counting-sink PORT [chunking]\n");
        return 64;
    }
    chunking = count > 2 && !strcmp(arguments[2], "chunking");
    struct sigaction action = {.sa_handler = end};
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    signal(SIGPIPE, SIG_IGN);
    int one = 1, listener = socket(AF_INET, SOCK_STREAM, 0);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((unsigned short)atoi(arguments[1]))};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) < 0 || listen(listener, 1024) < 0) {
        perror("counting-sink");
        return 69;
    }
    int poll = epoll_create1(0);
    struct epoll_event ready[64], event = {.events = EPOLLIN, .data.ptr = NULL};
    epoll_ctl(poll, EPOLL_CTL_ADD, listener, &event);
    while (!ended) {
        int n = epoll_wait(poll, ready, 64, -1);
        for (int i = 0; i < n; i++) {
            struct connection *c = ready[i].data.ptr;
            if (!c) {
                int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
                if (fd >= 0) welcome(poll, fd);
                continue;
            }
            ssize_t got = read(c->fd, input, sizeof input);
            if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
            if (got <= 0 || take(c, input, (size_t)got) < 0) {
                close(c->fd);
                free(c);
            }
        }
    }
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    double cpu = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    printf("%lu messages, %.3f s of CPU\n", messages, cpu);
    return 0;
}
