# Bodies of any size, sent in one piece, byte by byte, or with everything at once.
import hashlib
import json
import socket
import sys

kind, size, mode = sys.argv[1], int(sys.argv[2]), sys.argv[3]
block = bytes(range(256)) * 4096
body = (block * (size // len(block) + 1))[:size]


def send(connection, data):
    if mode == "bytes":
        for each in data:
            connection.sendall(bytes([each]))
    else:
        connection.sendall(data)


def connect(port):
    client = socket.create_connection(("127.0.0.1", port))
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    client.settimeout(50)
    return client


def listen():
    server = socket.socket()
    server.bind(("127.0.0.1", 0))
    server.listen()
    print(server.getsockname()[1], flush=True)
    connection, address = server.accept()
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    connection.settimeout(50)
    return connection


if kind == "upload":
    client = connect(int(sys.argv[4]))
    client.recv(1024)
    header = json.dumps({"action": "put", "filename": "a.bin", "filesize": size}).encode()
    if mode == "all":
        client.sendall(header + body)
        print(client.recv(1024).decode())
    else:
        send(client, header)
        print(client.recv(1024).decode())
        send(client, body)
    print(client.recv(1024).decode())
    print(hashlib.sha256(body).hexdigest())
elif kind == "half-close":
    client = connect(int(sys.argv[4]))
    send(client, body)
    client.shutdown(socket.SHUT_WR)
    print(client.recv(1024).decode(), end="")
    print(body.count(b"\n"))
elif kind == "command-server":  # of text, since its client shows it
    text = b"a" * size
    connection = listen()
    connection.recv(1024)
    connection.sendall(b"ready|%d" % size)
    connection.recv(len("Start"))
    send(connection, text)
    print(connection.recv(1024).decode())
elif kind == "upload-server":
    connection = listen()
    connection.sendall(b"Welcome")
    header = json.loads(connection.recv(1024))
    send(connection, b'{"status": 200}')
    left = header["filesize"]
    while left > 0:
        left -= len(connection.recv(min(left, 65536)))
    if size == 0:
        connection.recv(0)
    connection.sendall(b"recv success")
    print(left)
