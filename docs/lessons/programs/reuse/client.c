// Receives until the server has closed, prints what came, and closes second.
#define _POSIX_C_SOURCE 200809L
#include <netdb.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    const char *port = argc > 1 ? argv[1] : "9003";
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

    char data[1024];
    ssize_t count;
    while ((count = recv(client, data, sizeof data, 0)) > 0) { // 0: the server has closed
        fwrite(data, 1, count, stdout);
        putchar('\n');
    }
    close(client);
    return 0;
}
