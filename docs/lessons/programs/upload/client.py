# Sends a file: greeting, JSON header, status, body, "recv success".
import json
import os
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9000
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
path = sys.argv[3] if len(sys.argv) > 3 else "client.py"

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
greeting = client.recv(1024)
print(greeting.decode(errors="replace"))
header = {"action": "put", "filename": os.path.basename(path), "filesize": os.path.getsize(path)}
client.sendall(json.dumps(header, ensure_ascii=False).encode())

status = b""
while not status.endswith(b"}"):
    byte = client.recv(1)  # one by one, so that nothing of what follows is taken
    if not byte:
        sys.exit("the server has closed")
    status += byte
print(status.decode(errors="replace"))
if json.loads(status)["status"] == 200:
    with open(path, "rb") as file:
        while True:
            data = file.read(1024)
            if not data:
                break
            client.sendall(data)
    answer = b""
    while len(answer) < len("recv success"):
        data = client.recv(1024)
        if not data:
            sys.exit("the server has closed")
        answer += data
    print(answer.decode(errors="replace"))
client.close()
