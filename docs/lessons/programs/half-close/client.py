# Sends the lines you type; an empty one shuts down the writing side, then prints the answer.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9006
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
while True:
    line = sys.stdin.readline().rstrip("\n")
    if not line:
        break
    client.sendall(f"{line}\n".encode())
client.shutdown(socket.SHUT_WR)  # no more to send; the other direction stays open
while True:
    answer = client.recv(1024)
    if not answer:  # the server has closed
        break
    print(answer.decode(errors="replace"), end="")
client.close()
