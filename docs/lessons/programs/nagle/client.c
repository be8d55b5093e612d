// Sends 4 bytes twice and waits for ok, ten times.
// "./a.out PORT HOST nodelay" sets TCP_NODELAY.
#define _POSIX_C_SOURCE 200809L
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static double now(void) { // in ms
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

int main(int argc, char **argv) {
    const char *port = argc > 1 ? argv[1] : "9009";
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
    int nodelay = argc > 3 && strcmp(argv[3], "nodelay") == 0;
    setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &nodelay, sizeof nodelay);

    char ok[2];
    for (int number = 1; number <= 10; number++) {
        double start = now();
        send(client, "ping", 4, 0);
        send(client, "ping", 4, 0);
        if (recv(client, ok, 2, MSG_WAITALL) < 2) break; // fewer: the server has closed
        printf("round %d: %.2f ms\n", number, now() - start);
    }
    close(client);
    return 0;
}
