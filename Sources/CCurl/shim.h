#ifndef MARTLET_CCURL_SHIM_H
#define MARTLET_CCURL_SHIM_H

#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

/* libcurl's options are variadic, which Swift cannot call: one wrapper for each type of value. */

static inline CURLcode martlet_curl_set_long(CURL *easy, CURLoption option, long value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode martlet_curl_set_size(CURL *easy, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode martlet_curl_set_text(CURL *easy, CURLoption option, const char *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode martlet_curl_set_pointer(CURL *easy, CURLoption option, void *value) {
    return curl_easy_setopt(easy, option, value);
}

static inline CURLcode martlet_curl_set_list(CURL *easy, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(easy, option, value);
}

/* The bytes are copied. */
static inline CURLcode martlet_curl_set_blob(CURL *easy, CURLoption option, const void *bytes, size_t count) {
    struct curl_blob blob = {(void *)bytes, count, CURL_BLOB_COPY};
    return curl_easy_setopt(easy, option, &blob);
}

static inline CURLcode martlet_curl_set_reader(CURL *easy, curl_read_callback reader) {
    return curl_easy_setopt(easy, CURLOPT_READFUNCTION, reader);
}

static inline CURLcode martlet_curl_set_writer(CURL *easy, curl_write_callback writer) {
    return curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, writer);
}

static inline CURLcode martlet_curl_set_header(CURL *easy, curl_write_callback header) {
    return curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, header);
}

static inline CURLcode martlet_curl_set_debug(CURL *easy, curl_debug_callback debug) {
    return curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, debug);
}

static inline CURLcode martlet_curl_set_progress(CURL *easy, curl_xferinfo_callback progress) {
    return curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, progress);
}

static inline CURLcode martlet_curl_get_long(CURL *easy, CURLINFO info, long *value) {
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode martlet_curl_get_size(CURL *easy, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode martlet_curl_get_text(CURL *easy, CURLINFO info, char **value) {
    return curl_easy_getinfo(easy, info, value);
}

static inline CURLcode martlet_curl_get_socket(CURL *easy, curl_socket_t *value) {
    return curl_easy_getinfo(easy, CURLINFO_ACTIVESOCKET, value);
}

/* CURLVERSION_NOW is a macro of an enumerator, which Swift does not see. */
static inline const curl_version_info_data *martlet_curl_version(void) {
    return curl_version_info(CURLVERSION_NOW);
}

#endif
