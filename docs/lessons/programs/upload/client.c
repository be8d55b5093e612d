// Sends a file: greeting, JSON header, status, body, "recv success".
#define _POSIX_C_SOURCE 200809L
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int argc, char **argv) {
    const char *port = argc > 1 ? argv[1] : "9000";
    const char *host = argc > 2 ? argv[2] : "127.0.0.1";
    const char *path = argc > 3 ? argv[3] : "client.c";
    const char *slash = strrchr(path, '/');
    const char *name = slash != NULL ? slash + 1 : path; // without its folders
    struct stat about;
    FILE *file = fopen(path, "rb");
    if (file == NULL || stat(path, &about) != 0) {
        perror(path);
        return 1;
    }
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
    ssize_t count = recv(client, data, sizeof data, 0);
    if (count > 0) fwrite(data, 1, count, stdout);
    putchar('\n');
    const char *header = "{\"action\": \"put\", \"filename\": \"%s\", \"filesize\": %lld}";
    snprintf(data, sizeof data, header, name, (long long)about.st_size);
    send(client, data, strlen(data), 0);

    size_t got = 0;
    do { // one by one, so that nothing of what follows is taken
        count = recv(client, &data[got], 1, 0);
        if (count <= 0) return 1; // the server has closed
    } while (data[got++] != '}' && got < sizeof data - 1);
    data[got] = '\0';
    puts(data);
    int status = 0;
    sscanf(data, " { \"status\" : %d", &status);
    if (status == 200) {
        while ((got = fread(data, 1, sizeof data, file)) > 0) {
            send(client, data, got, 0);
        }
        for (got = 0; got < strlen("recv success"); got += count) {
            count = recv(client, data, sizeof data, 0);
            if (count <= 0) return 1; // the server has closed
            fwrite(data, 1, count, stdout);
        }
        putchar('\n');
    }
    fclose(file);
    close(client);
    return 0;
}
