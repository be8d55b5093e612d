// One printer for all clients: 5 sheets, ink for 40 characters; a line asks, a line answers.
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static int sheets = 5, ink = 40, page = 0;

static int characters(const char *text) {
    int count = 0;
    for (; *text != '\0'; text++) {
        if ((*text & 0xC0) != 0x80) count++; // UTF-8: 10xxxxxx continues a character
    }
    return count;
}

static void answer(const char *line, char *text, size_t size) {
    if (strcmp(line, "print") == 0 || strncmp(line, "print ", 6) == 0) {
        int needed = line[5] == ' ' ? characters(line + 6) : 0;
        if (sheets == 0) {
            snprintf(text, size, "refused: out of paper\n");
        } else if (needed > ink) {
            snprintf(text, size, "refused: no ink\n");
        } else {
            sheets -= 1;
            ink -= needed;
            page += 1;
            snprintf(text, size, "printed: page %d, %d sheets left\n", page, sheets);
        }
    } else if (strcmp(line, "paper") == 0) {
        sheets = 5;
        snprintf(text, size, "loaded: 5 sheets\n");
    } else if (strcmp(line, "ink") == 0) {
        ink = 40;
        snprintf(text, size, "filled: ink for 40 characters\n");
    } else if (strcmp(line, "status") == 0) {
        snprintf(text, size, "%d sheets, ink for %d characters\n", sheets, ink);
    } else {
        snprintf(text, size, "refused: unknown order\n");
    }
}

int main(int argc, char **argv) {
    int port = argc > 1 ? atoi(argv[1]) : 9100;
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

        FILE *lines = fdopen(connection, "r"); // recv, until a line is whole
        char line[1024], text[1024];
        while (fgets(line, sizeof line, lines) != NULL) { // NULL: the client has closed
            line[strcspn(line, "\r\n")] = '\0';
            if (strcmp(line, "exit") == 0) break;
            answer(line, text, sizeof text);
            send(connection, text, strlen(text), 0);
        }
        fclose(lines); // closes the connection too
    }
}
