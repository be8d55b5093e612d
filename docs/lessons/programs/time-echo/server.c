// Answers what a client sends with the time and the data, one client after the other.
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

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

int main(int argc, char **argv) {
    int port = argc > 1 ? atoi(argv[1]) : 8009;
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

        char data[1024];
        ssize_t count;
        while ((count = recv(connection, data, sizeof data, 0)) > 0) { // 0: the client has closed
            char *answer;
            size_t length;
            FILE *text = open_memstream(&answer, &length); // a text that grows as it is written
            time_t now = time(NULL);
            fprintf(text, "[%.24s] ", ctime(&now)); // 24: without ctime's newline
            show(text, data, count);
            fclose(text);
            send(connection, answer, length, 0);
            free(answer);
        }
        close(connection);
    }
}
