# Prints the greeting, then sends each line you type and prints the answer; exit leaves.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9000
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
greeting = client.recv(1024)  # the server speaks first
print(greeting.decode(errors="replace"))
while True:
    line = sys.stdin.readline().strip()
    if not line:
        break
    client.sendall(line.encode())
    if line == "exit":
        break
    answer = client.recv(1024)  # what is longer than 1024 bytes comes next time
    if not answer:  # the server has closed
        break
    print(answer.decode(errors="replace"))
client.close()
