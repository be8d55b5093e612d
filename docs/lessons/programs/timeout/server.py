# Answers after as many seconds as the client asks for, 0 to 10.
import socket
import sys
import time

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9008

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
            asked = data.strip()
            if asked.isdigit() and int(asked) <= 10:
                seconds = int(asked)
                time.sleep(seconds)
                connection.sendall(f"done after {seconds} s".encode())
            else:
                connection.sendall(b"refused: 0 to 10 seconds")
    except ConnectionError:
        pass  # the client broke off: it may have waited long enough
    connection.close()
