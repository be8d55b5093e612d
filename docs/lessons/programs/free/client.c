// Both sides may speak at any time: one thread reads, one writes; bye ends.
// An older C library wants: cc -pthread client.c
#define _POSIX_C_SOURCE 200809L
#include <netdb.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
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

static void *read_lines(void *argument) {
    FILE *lines = fdopen((int)(intptr_t)argument, "r"); // recv, until a line is whole
    char line[1024];
    while (fgets(line, sizeof line, lines) != NULL) { // NULL: the other side has closed
        line[strcspn(line, "\r\n")] = '\0';
        puts(line);
        fflush(stdout);
        if (strcmp(line, "bye") == 0 || line[0] == '\0') break;
    }
    exit(0); // ends the program at once, though the writer may wait for the keyboard
}

int main(int argc, char **argv) {
    const char *port = argc > 1 ? argv[1] : "9005";
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
    signal(SIGPIPE, SIG_IGN); // the other side may have gone

    pthread_t reader;
    pthread_create(&reader, NULL, read_lines, (void *)(intptr_t)client);
    char line[1024] = "";
    while (strcmp(line, "bye\n") != 0) {
        read_keyboard(line, sizeof line);
        send(client, line, strlen(line), 0);
    }
    shutdown(client, SHUT_WR); // nothing more will be said
    pthread_join(reader, NULL); // until the other side has closed too
    return 0;
}
