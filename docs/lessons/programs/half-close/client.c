// Sends the lines you type; an empty one shuts down the writing side, then prints the answer.
#define _POSIX_C_SOURCE 200809L
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    const char *port = argc > 1 ? argv[1] : "9006";
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

    char line[1024], answer[1024];
    while (fgets(line, sizeof line - 1, stdin) != NULL) {
        line[strcspn(line, "\r\n")] = '\0';
        if (line[0] == '\0') break;
        strcat(line, "\n");
        send(client, line, strlen(line), 0);
    }
    shutdown(client, SHUT_WR); // no more to send; the other direction stays open
    ssize_t count;
    while ((count = recv(client, answer, sizeof answer, 0)) > 0) { // 0: the server has closed
        fwrite(answer, 1, count, stdout);
    }
    close(client);
    return 0;
}
