// Asks for an answer after the seconds you type, and waits 2 s for it.
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(int argc, char **argv) {
    const char *port = argc > 1 ? argv[1] : "9008";
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
    struct timeval two_seconds = {.tv_sec = 2};
    setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &two_seconds, sizeof two_seconds);

    char line[1024], answer[1024];
    while (fgets(line, sizeof line, stdin) != NULL) {
        size_t length = strcspn(line, "\r\n"); // without the line's end
        if (length == 0) break;
        send(client, line, length, 0);
        ssize_t count = recv(client, answer, sizeof answer, 0);
        if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
            puts("timed out after 2 s");
            break; // the late answer must not be taken for the next one
        }
        if (count <= 0) break; // the server has closed
        fwrite(answer, 1, count, stdout);
        putchar('\n');
    }
    close(client);
    return 0;
}
