# Sends each line you type to the printer and prints its answer; exit leaves.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9100
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
lines = client.makefile(encoding="utf-8", errors="replace")  # recv, until a line is whole
while True:
    line = sys.stdin.readline().rstrip("\n")
    if not line:
        break
    client.sendall(f"{line}\n".encode())
    if line == "exit":
        break
    answer = lines.readline()
    if not answer:  # the server has closed
        break
    print(answer.rstrip("\n"))
lines.close()
client.close()
