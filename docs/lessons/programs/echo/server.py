# Sends back what a client sends; "server.py PORT once" ends with its first client.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 10888
once = "once" in sys.argv

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
            connection.sendall(data)
    except ConnectionError:
        pass  # the client broke off
    connection.close()
    if once:
        break
server.close()
