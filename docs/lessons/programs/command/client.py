# Sends each line you type as a command and reads exactly as much output as is announced.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9001
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
while True:
    command = sys.stdin.readline().strip()
    if not command:
        break
    client.sendall(command.encode())
    if command == "exit":
        break
    ready = client.recv(1024).decode()
    if not ready:
        sys.exit("the server has closed")
    size = int(ready.split("|")[1])  # ready|29
    client.sendall(b"Start")
    output = b""
    while len(output) < size:
        data = client.recv(min(1024, size - len(output)))
        if not data:
            sys.exit("the server has closed")
        output += data
    print(output.decode(errors="replace"))
client.close()
