# Answers ok to every 8 bytes.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9009

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", port))
server.listen()
while True:
    connection, address = server.accept()
    print("client", address)
    try:
        size = 0
        while True:
            data = connection.recv(1024)
            if not data:  # the client has closed
                break
            size += len(data)
            while size >= 8:
                connection.sendall(b"ok")
                size -= 8
    except ConnectionError:
        pass  # the client broke off
    connection.close()
