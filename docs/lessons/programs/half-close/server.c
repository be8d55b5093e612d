// Reads to the end of what the client sends, then answers how much it was.
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    int port = argc > 1 ? atoi(argv[1]) : 9006;
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK), // 127.0.0.1
    };
    signal(SIGPIPE, SIG_IGN); // a client that has gone must not end the server

    int server = socket(AF_INET, SOCK_STREAM, 0);
    if (bind(server, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("bind");
        return 1;
    }
    listen(server, SOMAXCONN);
    while (1) {
        struct sockaddr_in from;
        socklen_t size = sizeof from;
        int connection = accept(server, (struct sockaddr *)&from, &size);
        char name[INET_ADDRSTRLEN];
        inet_ntop(AF_INET, &from.sin_addr, name, sizeof name);
        printf("client %s:%d\n", name, ntohs(from.sin_port));

        char data[1024], answer[64];
        long long lines = 0, bytes = 0;
        ssize_t count;
        while ((count = recv(connection, data, sizeof data, 0)) > 0) { // 0: its writing is shut
            for (ssize_t i = 0; i < count; i++) {
                if (data[i] == '\n') lines++;
            }
            bytes += count;
        }
        snprintf(answer, sizeof answer, "%lld lines, %lld bytes\n", lines, bytes);
        send(connection, answer, strlen(answer), 0);
        close(connection);
    }
}
