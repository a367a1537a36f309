/* A bare libcurl multi program: one canned message to many recipients over kept connections, as fast as libcurl goes.
 *
 *   curl-multi PORT MESSAGES CONNECTIONS BYTES */
#include <curl/curl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct transfer {
    CURL *handle;
    struct curl_slist *recipients;
    size_t sent;
};

static char *message;
static size_t length;
static long started, wanted, failed;

static size_t body(char *into, size_t size, size_t count, void *pointer) {
    struct transfer *t = pointer;
    size_t room = size * count, left = length - t->sent;
    size_t n = left < room ? left : room;
    memcpy(into, message + t->sent, n);
    t->sent += n;
    return n;
}

static void begin(CURLM *multi, struct transfer *t) {
    char recipient[64];
    snprintf(recipient, sizeof recipient, "<u%ld@example.com>", started++);
    curl_slist_free_all(t->recipients);
    t->recipients = curl_slist_append(NULL, recipient);
    t->sent = 0;
    curl_easy_setopt(t->handle, CURLOPT_MAIL_RCPT, t->recipients);
    curl_multi_add_handle(multi, t->handle);
}

int main(int count, char **arguments) {
    if (count != 5) {
        fprintf(stderr, "usage: curl-multi PORT MESSAGES CONNECTIONS BYTES\n");
        return 64;
    }
    wanted = atol(arguments[2]);
    long connections = atol(arguments[3]);
    size_t size = strtoul(arguments[4], NULL, 10);
    message = malloc(size + 128);
    length = (size_t)sprintf(message, "From: <no-reply@example.com>\r\nTo: <u@example.com>\r\nSubject: canned\r\n\r\n");
    while (length + 72 <= size) length += (size_t)sprintf(message + length, "%.*s\r\n", 70,
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
    char url[64];
    snprintf(url, sizeof url, "smtp://127.0.0.1:%s/bench", arguments[1]);
    curl_global_init(CURL_GLOBAL_DEFAULT);
    CURLM *multi = curl_multi_init();
    curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, connections);
    struct transfer *all = calloc((size_t)connections, sizeof *all);
    for (long i = 0; i < connections && started < wanted; i++) {
        struct transfer *t = &all[i];
        t->handle = curl_easy_init();
        curl_easy_setopt(t->handle, CURLOPT_URL, url);
        curl_easy_setopt(t->handle, CURLOPT_MAIL_FROM, "<bounces@example.com>");
        curl_easy_setopt(t->handle, CURLOPT_UPLOAD, 1L);
        curl_easy_setopt(t->handle, CURLOPT_READFUNCTION, body);
        curl_easy_setopt(t->handle, CURLOPT_READDATA, t);
        curl_easy_setopt(t->handle, CURLOPT_INFILESIZE_LARGE, (curl_off_t)length);
        curl_easy_setopt(t->handle, CURLOPT_PRIVATE, t);
        begin(multi, t);
    }
    int running;
    do {
        curl_multi_perform(multi, &running);
        CURLMsg *done;
        int left;
        while ((done = curl_multi_info_read(multi, &left))) {
            struct transfer *t;
            if (done->msg != CURLMSG_DONE) continue;
            curl_easy_getinfo(done->easy_handle, CURLINFO_PRIVATE, (char **)&t);
            if (done->data.result != CURLE_OK) failed++;
            curl_multi_remove_handle(multi, t->handle);
            if (started < wanted) {
                begin(multi, t);
                running = 1;
            }
        }
        if (running) curl_multi_poll(multi, NULL, 0, 1000, NULL);
    } while (running);
    if (failed) fprintf(stderr, "curl-multi: %ld of %ld failed\n", failed, wanted);
    return failed ? 1 : 0;
}
