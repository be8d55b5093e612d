// Takes files into the folder uploads: greeting, JSON header, status, body, "recv success".
// An older C library wants: cc -pthread server.c
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define LIMIT 104857600 // 100 MiB

static int refuse(int connection, int status, const char *reason) {
    char answer[128], data[1024];
    snprintf(answer, sizeof answer, "{\"status\": %d, \"reason\": \"%s\"}", status, reason);
    send(connection, answer, strlen(answer), 0);
    shutdown(connection, SHUT_WR);
    while (recv(connection, data, sizeof data, 0) > 0) {
        // to close with bytes unread would break off the connection, and the answer with it
    }
    return 0;
}

// C brings no JSON: this finds one value of a flat object, and knows no \ in texts.
static const char *field(const char *header, const char *name) {
    const char *value = strstr(header, name); // name with its quotation marks
    if (value == NULL) return "";
    value += strlen(name);
    value += strspn(value, " \t\r\n");
    if (*value++ != ':') return "";
    return value + strspn(value, " \t\r\n");
}

static int good_name(const char *name) {
    if (name[0] == '\0' || name[0] == '.' || strlen(name) > 183) return 0;
    for (; *name != '\0'; name++) {
        if (strchr("/\\:", *name) != NULL || (unsigned char)*name < ' ') return 0;
    }
    return 1;
}

static int take_body(int connection, const char *name, long long left) {
    char path[1100], part[1200], data[1024];
    snprintf(path, sizeof path, "uploads/%s", name);
    snprintf(part, sizeof part, "%s.%d.part", path, connection); // until it is whole
    FILE *file = fopen(part, "wb");
    if (file == NULL) return 0;
    while (left > 0) {
        ssize_t count = recv(connection, data, left < 1024 ? left : 1024, 0);
        if (count <= 0) break; // the client has closed too early
        fwrite(data, 1, count, file);
        left -= count;
    }
    int failed = ferror(file) | fclose(file);
    if (left > 0 || failed || rename(part, path) != 0) {
        remove(part);
        return 0;
    }
    send(connection, "recv success", 12, 0);
    return 1;
}

static int take_file(int connection) {
    char header[1025] = "";
    for (size_t i = 0; strchr(header, '}') == NULL; i++) { // a flat object: its first } is its end
        if (i == sizeof header - 1) return refuse(connection, 400, "not JSON");
        ssize_t count = recv(connection, &header[i], 1, 0); // so that nothing of the body is taken
        if (count <= 0) return 0; // the client has closed
        if (header[0] != '{' || header[i] == '\0') return refuse(connection, 400, "not JSON");
        header[i + 1] = '\0';
    }
    char name[1025] = "";
    char *end;
    int named = 0; // stays 0 unless the name is read up to its closing quotation mark
    sscanf(field(header, "\"filename\""), "\"%1024[^\"\\]\"%n", name, &named);
    long long size = strtoll(field(header, "\"filesize\""), &end, 10);
    if (strchr(header, ':') == NULL) return refuse(connection, 400, "not JSON");
    if (strncmp(field(header, "\"action\""), "\"put\"", 5) != 0) {
        return refuse(connection, 400, "no such action");
    }
    if (named == 0 || !good_name(name)) return refuse(connection, 400, "bad name");
    end += strspn(end, " \t\r\n");
    if (size < 0 || (*end != ',' && *end != '}')) return refuse(connection, 400, "bad size");
    if (size > LIMIT) return refuse(connection, 413, "larger than 104857600 bytes");
    send(connection, "{\"status\": 200}", 15, 0);
    return take_body(connection, name, size);
}

static void *serve(void *argument) {
    int connection = (int)(intptr_t)argument;
    const char *greeting = "Welcome to call 10086, please enter 1xxx, 0 to Manual service.";
    send(connection, greeting, strlen(greeting), 0);
    while (take_file(connection)) {
        // the next file
    }
    close(connection);
    return NULL;
}

int main(int argc, char **argv) {
    int port = argc > 1 ? atoi(argv[1]) : 9000;
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK), // 127.0.0.1
    };
    signal(SIGPIPE, SIG_IGN); // a client that has gone must not end the server
    mkdir("uploads", 0777);

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

        pthread_t thread;
        pthread_create(&thread, NULL, serve, (void *)(intptr_t)connection);
        pthread_detach(thread); // nobody waits for its end
    }
}
