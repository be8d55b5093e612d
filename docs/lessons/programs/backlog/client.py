# Says when it is connected, then sends each line you type and prints what comes back.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9007
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
print("connected", flush=True)
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
