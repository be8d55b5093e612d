// Sends each line you type as a datagram and prints the answer; an empty line leaves.
#define _POSIX_C_SOURCE 200809L
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(int argc, char **argv) {
    const char *port = argc > 1 ? argv[1] : "9999";
    const char *host = argc > 2 ? argv[2] : "127.0.0.1";
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_DGRAM};
    struct addrinfo *address; // what the host's name and the port come to
    if (getaddrinfo(host, port, &hints, &address) != 0) {
        fprintf(stderr, "no such host: %s\n", host);
        return 1;
    }

    int client = socket(AF_INET, SOCK_DGRAM, 0);
    struct timeval two_seconds = {.tv_sec = 2}; // a datagram may be lost: do not wait for ever
    setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &two_seconds, sizeof two_seconds);
    char line[1024], answer[1024];
    while (fgets(line, sizeof line, stdin) != NULL) {
        size_t length = strcspn(line, "\r\n"); // without the line's end
        if (length == 0) break;
        sendto(client, line, length, 0, address->ai_addr, address->ai_addrlen);
        ssize_t count = recvfrom(client, answer, sizeof answer, 0, NULL, NULL);
        if (count < 0) {
            puts("no answer");
            continue;
        }
        fwrite(answer, 1, count, stdout);
        putchar('\n');
    }
    freeaddrinfo(address);
    close(client);
    return 0;
}
