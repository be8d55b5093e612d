// Greets each client, then answers requests with the output of a command; a thread for each client.
// An older C library wants: cc -pthread server.c
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <dirent.h>
#include <netinet/in.h>
#include <pthread.h>
#include <pwd.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static time_t started;

static int shown(const struct dirent *file) {
    return file->d_name[0] != '.';
}

static void run(const char *command, FILE *out) {
    int length = strcspn(command, " "); // the first word is the command's name
    char name[1024], text[1024] = "";
    snprintf(name, sizeof name, "%.*s", length, command);
    if (strcmp(name, "date") == 0) {
        time_t now = time(NULL);
        struct tm parts;
        strftime(text, sizeof text, "%a %b %d %H:%M:%S %Z %Y", localtime_r(&now, &parts));
        fprintf(out, "%s\n", text);
    } else if (strcmp(name, "pwd") == 0) {
        if (getcwd(text, sizeof text) != NULL) fprintf(out, "%s\n", text);
    } else if (strcmp(name, "ls") == 0) {
        struct dirent **files;
        int count = scandir(".", &files, shown, alphasort);
        for (int i = 0; i < count; i++) {
            fprintf(out, "%s\n", files[i]->d_name);
            free(files[i]);
        }
        if (count >= 0) free(files);
    } else if (strcmp(name, "whoami") == 0) {
        struct passwd *user = getpwuid(getuid());
        fprintf(out, "%s\n", user != NULL ? user->pw_name : "nobody");
    } else if (strcmp(name, "hostname") == 0) {
        gethostname(text, sizeof text - 1);
        fprintf(out, "%s\n", text);
    } else if (strcmp(name, "uptime") == 0) {
        fprintf(out, "up %d s\n", (int)(time(NULL) - started));
    } else if (strcmp(name, "echo") == 0) {
        fprintf(out, "%s\n", command[length] == ' ' ? command + length + 1 : "");
    } else if (strcmp(name, "help") == 0) {
        fprintf(out, "date pwd ls whoami hostname uptime echo help exit\n");
    } else {
        fprintf(out, "sh: %s: not found\n", name);
    }
}

static void *serve(void *argument) {
    int connection = (int)(intptr_t)argument;
    const char *greeting = "Welcome to call 10086, please enter 1xxx, 0 to Manual service.";
    send(connection, greeting, strlen(greeting), 0);
    char request[1024];
    ssize_t count;
    while ((count = recv(connection, request, sizeof request - 1, 0)) > 0) { // 0: it has closed
        request[count] = '\0';
        request[strcspn(request, "\r\n")] = '\0';
        if (request[0] == '\0' || strcmp(request, "exit") == 0) break;
        char *answer;
        size_t length;
        FILE *text = open_memstream(&answer, &length); // a text that grows as it is written
        if (strcmp(request, "0") == 0) fputs("You are through to Manual service.", text);
        else run(request, text);
        if (ftell(text) == 0) fputs("cmd has no output..", text);
        fclose(text);
        send(connection, answer, length, 0);
        free(answer);
    }
    close(connection);
    return NULL;
}

int main(int argc, char **argv) {
    int port = argc > 1 ? atoi(argv[1]) : 9000;
    struct sockaddr_in address = {
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK), // 127.0.0.1
    };
    signal(SIGPIPE, SIG_IGN); // a client that has gone must not end the server
    started = time(NULL);

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

        pthread_t thread;
        pthread_create(&thread, NULL, serve, (void *)(intptr_t)connection);
        pthread_detach(thread); // nobody waits for its end
    }
}
