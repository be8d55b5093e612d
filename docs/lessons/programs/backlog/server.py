# An echo server with a backlog of 1, which accepts the next client when you press Enter.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9007

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", port))
server.listen(1)  # backlog; the kernel connects clients before accept: on Linux 1 more
while sys.stdin.readline():
    connection, address = server.accept()
    print("client", address)
    try:
        while True:
            data = connection.recv(1024)
            if not data:  # the client has closed
                break
            connection.sendall(data)
    except ConnectionError:
        pass  # the client broke off
    connection.close()
server.close()
