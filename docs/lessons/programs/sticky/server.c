// Shows that a stream has no messages of its own, and four ways to frame them.
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define LARGEST 65536

// Writes the bytes as Python shows them: b'Hello'
static void show(FILE *to, const char *data, size_t count) {
    char quote = memchr(data, '\'', count) && !memchr(data, '"', count) ? '"' : '\'';
    fprintf(to, "b%c", quote);
    for (size_t i = 0; i < count; i++) {
        unsigned char c = data[i];
        if (c == quote || c == '\\') fprintf(to, "\\%c", c);
        else if (c == '\t') fputs("\\t", to);
        else if (c == '\n') fputs("\\n", to);
        else if (c == '\r') fputs("\\r", to);
        else if (c < ' ' || c > '~') fprintf(to, "\\x%02x", c);
        else fputc(c, to);
    }
    fputc(quote, to);
}

// Receives exactly so many bytes; 0 where the client has closed.
static int receive(int connection, void *data, size_t count) {
    size_t got = 0;
    while (got < count) {
        ssize_t part = recv(connection, (char *)data + got, count - got, 0);
        if (part <= 0) return 0;
        got += part;
    }
    return 1;
}

// Receives a line, keeps it without its end, says how long it is; -1: the client has closed.
static int receive_line(int connection, char *line, int size) {
    int length = 0;
    while (length < size && receive(connection, &line[length], 1)) {
        if (line[length] == '\n') {
            line[length] = '\0';
            return length;
        }
        length++;
    }
    return -1;
}

// C brings no JSON: this finds the text of one flat object, and knows no \ in it.
static int find_text(const char *line, char *message) {
    char *text = strstr(line, "\"text\"");
    message[0] = '\0';
    if (text != NULL) sscanf(text, "\"text\" : \"%65535[^\"]", message);
    return strlen(message);
}

// Receives one message; returns why it is refused, or NULL. extra: bytes that were only framing.
static const char *next_message(int connection, const char *framing, char *message, int *length,
                                int *extra) {
    static char line[LARGEST];
    if (strcmp(framing, "newline") == 0) {
        *length = receive_line(connection, message, LARGEST);
        *extra = 1;
    } else if (strcmp(framing, "fixed") == 0) {
        *length = receive(connection, message, 16) ? 16 : -1;
        while (*length > 0 && message[*length - 1] == ' ') *length -= 1;
        *extra = 16 - *length;
    } else if (strcmp(framing, "length") == 0) {
        uint32_t size = 0; // 4 bytes, big endian: the network's order
        int whole = receive(connection, &size, 4);
        size = ntohl(size);
        if (size > LARGEST) return "more than 65536 bytes";
        *length = whole && receive(connection, message, size) ? (int)size : -1;
        *extra = 4;
    } else {
        int bytes = receive_line(connection, line, sizeof line);
        if (bytes >= 0 && line[0] != '{') return "not JSON";
        *length = bytes >= 0 ? find_text(line, message) : -1;
        *extra = bytes + 1 - *length;
    }
    return *length >= 0 ? NULL : "the client has closed, or its line is too long";
}

static int framed(int connection, const char *framing, FILE *answer) {
    static char message[LARGEST];
    char *shown;
    size_t size;
    FILE *list = open_memstream(&shown, &size); // a text that grows as it is written
    int messages = 0, cost = 0, length, extra;
    const char *refused;
    while (1) {
        refused = next_message(connection, framing, message, &length, &extra);
        if (refused != NULL || length == 0) break; // an empty one is the end
        messages += 1;
        cost += extra;
        fputc(' ', list);
        show(list, message, length);
    }
    fclose(list);
    if (refused != NULL) fprintf(answer, "refused: %s\n", refused);
    else fprintf(answer, "%d messages, %d bytes of framing:%s\n", messages, cost, shown);
    free(shown);
    return refused == NULL;
}

// Waits until all 11 bytes have come, or 2 s, and receives once.
static void one_read(int connection, FILE *answer) {
    char data[1024];
    struct timespec moment = {.tv_nsec = 10000000}; // 10 ms
    for (int i = 0; i < 200 && recv(connection, data, sizeof data, MSG_PEEK) < 11; i++) {
        nanosleep(&moment, NULL); // MSG_PEEK looks, and leaves the bytes where they are
    }
    ssize_t count = recv(connection, data, sizeof data, 0);
    fprintf(answer, "one read: %zd bytes, ", count);
    show(answer, data, count > 0 ? count : 0);
    fputc('\n', answer);
}

// 12 bytes with a buffer of 4.
static void pieces(int connection, FILE *answer) {
    char data[12][4];
    ssize_t counts[12];
    int reads = 0;
    for (int total = 0; total < 12; total += counts[reads++]) {
        counts[reads] = recv(connection, data[reads], sizeof data[reads], 0);
        if (counts[reads] <= 0) break;
    }
    fprintf(answer, "%d reads:", reads);
    for (int i = 0; i < reads; i++) {
        fputc(' ', answer);
        show(answer, data[i], counts[i]);
    }
    fputc('\n', answer);
}

static int is_choice(const char *choice) {
    const char *choices[] = {"three", "pieces", "newline", "fixed", "length", "json"};
    for (int i = 0; i < 6; i++) {
        if (strcmp(choice, choices[i]) == 0) return 1;
    }
    return 0;
}

static void serve(int connection) {
    char choice[1024];
    int going = 1;
    while (going && receive_line(connection, choice, sizeof choice) >= 0) {
        choice[strcspn(choice, "\r")] = '\0';
        if (strcmp(choice, "exit") == 0) return;
        if (!is_choice(choice)) {
            send(connection, "refused: unknown choice\n", 24, 0);
            continue;
        }
        send(connection, "ok\n", 3, 0);
        char *answer;
        size_t length;
        FILE *text = open_memstream(&answer, &length);
        if (strcmp(choice, "three") == 0) one_read(connection, text);
        else if (strcmp(choice, "pieces") == 0) pieces(connection, text);
        else going = framed(connection, choice, text);
        fclose(text);
        send(connection, answer, length, 0);
        free(answer);
    }
}

int main(int argc, char **argv) {
    int port = argc > 1 ? atoi(argv[1]) : 9002;
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK), // 127.0.0.1
    };
    signal(SIGPIPE, SIG_IGN); // a client that has gone must not end the server

    int server = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(server, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("bind");
        return 1;
    }
    listen(server, SOMAXCONN);
    while (1) {
        struct sockaddr_in from;
        socklen_t size = sizeof from;
        int connection = accept(server, (struct sockaddr *)&from, &size);
        char name[INET_ADDRSTRLEN];
        inet_ntop(AF_INET, &from.sin_addr, name, sizeof name);
        printf("client %s:%d\n", name, ntohs(from.sin_port));

        serve(connection);
        close(connection);
    }
}
