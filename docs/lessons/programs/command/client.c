// Sends each line you type as a command and reads exactly as much output as is announced.
#define _POSIX_C_SOURCE 200809L
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    const char *port = argc > 1 ? argv[1] : "9001";
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

    char command[1024], data[1024];
    while (fgets(command, sizeof command, stdin) != NULL) {
        command[strcspn(command, "\r\n")] = '\0'; // without the line's end
        if (command[0] == '\0') break;
        send(client, command, strlen(command), 0);
        if (strcmp(command, "exit") == 0) break;
        ssize_t count = recv(client, data, sizeof data - 1, 0);
        if (count <= 0) break; // the server has closed
        data[count] = '\0';
        size_t left = 0;
        sscanf(data, "ready|%zu", &left); // ready|29
        send(client, "Start", 5, 0);
        while (left > 0) {
            count = recv(client, data, left < sizeof data ? left : sizeof data, 0);
            if (count <= 0) return 1; // the server has closed
            fwrite(data, 1, count, stdout);
            left -= count;
        }
        putchar('\n');
    }
    close(client);
    return 0;
}
