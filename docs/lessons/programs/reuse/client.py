# Receives until the server has closed, prints what came, and closes second.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9003
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
while True:
    data = client.recv(1024)
    if not data:  # the server has closed
        break
    print(data.decode(errors="replace"))
client.close()
