# Answers what a client sends with the time and the data, one client after the other.
import socket
import sys
import time

port = int(sys.argv[1]) if len(sys.argv) > 1 else 8009

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", port))
server.listen()
while True:
    connection, address = server.accept()
    print("client", address)
    try:
        while True:
            data = connection.recv(1024)
            if not data:  # the client has closed
                break
            answer = f"[{time.ctime()}] {data!r}"
            connection.sendall(answer.encode())
    except ConnectionError:
        pass  # the client broke off
    connection.close()
