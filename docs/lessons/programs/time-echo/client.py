# Sends each line you type and prints the answer; an empty line leaves.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 8009
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
while True:
    line = sys.stdin.readline().rstrip("\n")
    if not line:
        break
    client.sendall(line.encode())
    answer = client.recv(1024)
    if not answer:  # the server has closed
        break
    print(answer.decode(errors="replace"))
client.close()
