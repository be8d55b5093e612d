// Sends messages as you type: three, pieces, newline, fixed, length or json; exit leaves.
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <netdb.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static void send_text(int client, const char *text) {
    send(client, text, strlen(text), 0);
}

int main(int argc, char **argv) {
    const char *port = argc > 1 ? argv[1] : "9002";
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

    const char *messages[] = {"one", "two", "three"};
    FILE *lines = fdopen(client, "r"); // recv, until a line is whole
    char choice[1024], answer[1024], framed[64];
    while (fgets(choice, sizeof choice - 1, stdin) != NULL) {
        choice[strcspn(choice, "\r\n")] = '\0';
        if (choice[0] == '\0') break;
        strcat(choice, "\n");
        send_text(client, choice);
        if (strcmp(choice, "exit\n") == 0) break;
        if (fgets(answer, sizeof answer, lines) == NULL) break; // the server has closed
        if (strcmp(answer, "ok\n") != 0) {
            fputs(answer, stdout);
            continue;
        }
        if (strcmp(choice, "three\n") == 0) {
            send_text(client, "one");
            send_text(client, "two");
            send_text(client, "three");
        } else if (strcmp(choice, "pieces\n") == 0) {
            send_text(client, "twelve bytes");
        } else if (strcmp(choice, "newline\n") == 0) {
            for (int i = 0; i < 3; i++) {
                snprintf(framed, sizeof framed, "%s\n", messages[i]);
                send_text(client, framed);
            }
            send_text(client, "\n");
        } else if (strcmp(choice, "fixed\n") == 0) {
            for (int i = 0; i < 3; i++) {
                snprintf(framed, sizeof framed, "%-16s", messages[i]);
                send_text(client, framed);
            }
            send_text(client, "                "); // 16 spaces
        } else if (strcmp(choice, "length\n") == 0) {
            for (int i = 0; i < 3; i++) {
                uint32_t length = htonl(strlen(messages[i])); // big endian: the network's order
                send(client, &length, 4, 0);
                send_text(client, messages[i]);
            }
            uint32_t end = 0;
            send(client, &end, 4, 0);
        } else if (strcmp(choice, "json\n") == 0) {
            for (int i = 0; i < 3; i++) {
                snprintf(framed, sizeof framed, "{\"text\": \"%s\"}\n", messages[i]);
                send_text(client, framed);
            }
            send_text(client, "{\"end\": true}\n");
        }
        if (fgets(answer, sizeof answer, lines) == NULL) break; // the server has closed
        fputs(answer, stdout);
    }
    fclose(lines); // closes the client's socket too
    return 0;
}
