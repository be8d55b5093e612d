// Sends every datagram back to where it came from; bye is sent back too and ends the server.
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int main(int argc, char **argv) {
    int port = argc > 1 ? atoi(argv[1]) : 3000;
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK), // 127.0.0.1
    };

    int server = socket(AF_INET, SOCK_DGRAM, 0);
    if (bind(server, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("bind");
        return 1;
    }
    while (1) {
        char data[1024];
        struct sockaddr_in from;
        socklen_t size = sizeof from;
        ssize_t count = recvfrom(server, data, sizeof data, 0, (struct sockaddr *)&from, &size);
        if (count < 0) continue;
        char name[INET_ADDRSTRLEN];
        inet_ntop(AF_INET, &from.sin_addr, name, sizeof name);
        printf("client %s:%d\n", name, ntohs(from.sin_port));
        sendto(server, data, count, 0, (struct sockaddr *)&from, size);
        while (count > 0 && (data[count - 1] == '\n' || data[count - 1] == '\r')) count--;
        if (count == 3 && memcmp(data, "bye", 3) == 0) break;
    }
    close(server);
    return 0;
}
