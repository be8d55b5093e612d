// Walkie-talkie: hears a line, then says one, in strict turns; bye ends.
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

// Reads a line from the keyboard; an empty one, or the end of the input, is bye.
static void read_keyboard(char *line, int size) {
    if (fgets(line, size - 4, stdin) == NULL) line[0] = '\0';
    line[strcspn(line, "\r\n")] = '\0';
    if (line[0] == '\0') strcpy(line, "bye");
    strcat(line, "\n");
}

int main(int argc, char **argv) {
    int port = argc > 1 ? atoi(argv[1]) : 9004;
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK), // 127.0.0.1
    };
    signal(SIGPIPE, SIG_IGN); // the other side may have gone

    int server = socket(AF_INET, SOCK_STREAM, 0);
    int yes = 1;
    setsockopt(server, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes); // see the lesson reuse
    if (bind(server, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("bind");
        return 1;
    }
    listen(server, SOMAXCONN);
    struct sockaddr_in from;
    socklen_t size = sizeof from;
    int connection = accept(server, (struct sockaddr *)&from, &size);
    char name[INET_ADDRSTRLEN];
    inet_ntop(AF_INET, &from.sin_addr, name, sizeof name);
    printf("client %s:%d\n", name, ntohs(from.sin_port));

    FILE *lines = fdopen(connection, "r"); // recv, until a line is whole
    char line[1024];
    while (fgets(line, sizeof line, lines) != NULL) { // NULL: the other side has closed
        line[strcspn(line, "\r\n")] = '\0';
        puts(line);
        if (strcmp(line, "bye") == 0 || line[0] == '\0') break;
        read_keyboard(line, sizeof line);
        send(connection, line, strlen(line), 0);
        if (strcmp(line, "bye\n") == 0) break;
    }
    fclose(lines); // closes the connection too
    return 0;
}
