// Sends ten datagrams and "end", and prints what the server says has come.
#define _POSIX_C_SOURCE 200809L
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

int main(int argc, char **argv) {
    const char *port = argc > 1 ? argv[1] : "9010";
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
    char data[1024];
    for (int number = 1; number <= 10; number++) {
        snprintf(data, sizeof data, "%d", number);
        sendto(client, data, strlen(data), 0, address->ai_addr, address->ai_addrlen);
    }
    sendto(client, "end", 3, 0, address->ai_addr, address->ai_addrlen);
    ssize_t count = recvfrom(client, data, sizeof data, 0, NULL, NULL);
    if (count >= 0) {
        fwrite(data, 1, count, stdout);
        putchar('\n');
    } else {
        puts("no answer");
    }
    freeaddrinfo(address);
    close(client);
    return 0;
}
