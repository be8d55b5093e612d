# Reads to the end of what the client sends, then answers how much it was.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9006

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", port))
server.listen()
while True:
    connection, address = server.accept()
    print("client", address)
    try:
        lines, size = 0, 0
        while True:
            data = connection.recv(1024)
            if not data:  # the client has shut down its writing side
                break
            lines += data.count(b"\n")
            size += len(data)
        connection.sendall(f"{lines} lines, {size} bytes\n".encode())
    except ConnectionError:
        pass  # the client broke off
    connection.close()
