// Prints the greeting, then sends each line you type and prints the answer; exit leaves.
#define _POSIX_C_SOURCE 200809L
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    const char *port = argc > 1 ? argv[1] : "9000";
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

    char answer[1024], line[1024];
    ssize_t count;
    while ((count = recv(client, answer, sizeof answer, 0)) > 0) { // the first is the greeting
        fwrite(answer, 1, count, stdout);
        putchar('\n');
        if (fgets(line, sizeof line, stdin) == NULL) break;
        line[strcspn(line, "\r\n")] = '\0'; // without the line's end
        if (line[0] == '\0') break;
        send(client, line, strlen(line), 0);
        if (strcmp(line, "exit") == 0) break;
    }
    close(client);
    return 0;
}
