# Sends each line you type and prints what comes back; an empty line leaves.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 10888
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
while True:
    line = sys.stdin.readline().rstrip("\n").encode()
    if not line:
        break
    client.sendall(line)
    answer = b""
    while len(answer) < len(line):  # it may come back in parts
        data = client.recv(1024)
        if not data:
            sys.exit("the server has closed")
        answer += data
    print(answer.decode(errors="replace"))
client.close()
