// Answers OK to every datagram.
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
    int port = argc > 1 ? atoi(argv[1]) : 9999;
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
        sendto(server, "OK", 2, 0, (struct sockaddr *)&from, size);
    }
}
