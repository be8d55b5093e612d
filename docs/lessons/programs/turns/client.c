// Walkie-talkie: says a line, then hears one, in strict turns; bye ends.
#define _POSIX_C_SOURCE 200809L
#include <netdb.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

// Reads a line from the keyboard; an empty one, or the end of the input, is bye.
static void read_keyboard(char *line, int size) {
    if (fgets(line, size - 4, stdin) == NULL) line[0] = '\0';
    line[strcspn(line, "\r\n")] = '\0';
    if (line[0] == '\0') strcpy(line, "bye");
    strcat(line, "\n");
}

int main(int argc, char **argv) {
    const char *port = argc > 1 ? argv[1] : "9004";
    const char *host = argc > 2 ? argv[2] : "127.0.0.1";
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    struct addrinfo *address; // what the host's name and the port come to
    if (getaddrinfo(host, port, &hints, &address) != 0) {
        fprintf(stderr, "no such host: %s\n", host);
        return 1;
    }

    int client = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(client, address->ai_addr, address->ai_addrlen) < 0) {
        perror("connect");
        return 1;
    }
    freeaddrinfo(address);
    signal(SIGPIPE, SIG_IGN); // the other side may have gone

    FILE *lines = fdopen(client, "r"); // recv, until a line is whole
    char line[1024];
    while (1) {
        read_keyboard(line, sizeof line);
        send(client, line, strlen(line), 0);
        if (strcmp(line, "bye\n") == 0) break;
        if (fgets(line, sizeof line, lines) == NULL) break; // NULL: the other side has closed
        line[strcspn(line, "\r\n")] = '\0';
        puts(line);
        if (strcmp(line, "bye") == 0 || line[0] == '\0') break;
    }
    fclose(lines); // closes the client's socket too
    return 0;
}
