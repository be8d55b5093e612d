// Sends each line you type to the printer and prints its answer; exit leaves.
#define _POSIX_C_SOURCE 200809L
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    const char *port = argc > 1 ? argv[1] : "9100";
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

    FILE *lines = fdopen(client, "r"); // recv, until a line is whole
    char line[1024], answer[1024];
    while (fgets(line, sizeof line - 1, stdin) != NULL) {
        line[strcspn(line, "\r\n")] = '\0';
        if (line[0] == '\0') break;
        strcat(line, "\n");
        send(client, line, strlen(line), 0);
        if (strcmp(line, "exit\n") == 0) break;
        if (fgets(answer, sizeof answer, lines) == NULL) break; // the server has closed
        fputs(answer, stdout);
    }
    fclose(lines); // closes the client's socket too
    return 0;
}
