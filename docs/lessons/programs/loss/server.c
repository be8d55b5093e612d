// Collects the numbers 1 to 10 until "end", then answers which are missing, late or there twice.
#define _POSIX_C_SOURCE 200809L
#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

static int times[11], late[11], highest; // how often each came; 1 where a higher one was first

static void note(int number) {
    if (number < 1 || number > 10) return;
    if (times[number] == 0 && number < highest) late[number] = 1;
    if (number > highest) highest = number;
    times[number]++;
}

static void start_anew(void) {
    memset(times, 0, sizeof times);
    memset(late, 0, sizeof late);
    highest = 0;
}

static int belongs(int kind, int number) {
    if (kind == 0) return times[number] == 0;
    if (kind == 1) return late[number];
    return times[number] > 1;
}

static void report(FILE *answer) {
    const char *kinds[] = {"missing", "late", "twice"};
    const char *before = ": ";
    int got = 0;
    for (int n = 1; n <= 10; n++) got += times[n] > 0;
    fprintf(answer, "got %d of 10", got);
    for (int kind = 0; kind < 3; kind++) {
        int found = 0;
        for (int n = 1; n <= 10; n++) {
            if (!belongs(kind, n)) continue;
            if (found++ == 0) fprintf(answer, "%s%s %d", before, kinds[kind], n);
            else fprintf(answer, ", %d", n);
        }
        if (found > 0) before = "; ";
    }
}

int main(int argc, char **argv) {
    int port = argc > 1 ? atoi(argv[1]) : 9010;
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
    struct sockaddr_in client = {0};
    while (1) {
        char data[1024];
        struct sockaddr_in from;
        socklen_t size = sizeof from;
        ssize_t count = recvfrom(server, data, sizeof data - 1, 0, (struct sockaddr *)&from, &size);
        if (count < 0) continue;
        data[count] = '\0';
        if (from.sin_port != client.sin_port || from.sin_addr.s_addr != client.sin_addr.s_addr) {
            char name[INET_ADDRSTRLEN];
            inet_ntop(AF_INET, &from.sin_addr, name, sizeof name);
            printf("client %s:%d\n", name, ntohs(from.sin_port));
            client = from; // another client: one at a time
            start_anew();
        }
        if (strncmp(data, "end", 3) == 0) {
            char answer[256] = "";
            FILE *text = fmemopen(answer, sizeof answer, "w");
            report(text);
            fclose(text);
            sendto(server, answer, strlen(answer), 0, (struct sockaddr *)&from, size);
            start_anew();
        } else {
            note(atoi(data));
        }
    }
}
