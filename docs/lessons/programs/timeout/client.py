# Asks for an answer after the seconds you type, and waits 2 s for it.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9008
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
client.settimeout(2)
while True:
    line = sys.stdin.readline().rstrip("\n")
    if not line:
        break
    client.sendall(line.encode())
    try:
        answer = client.recv(1024)
    except socket.timeout:
        print("timed out after 2 s")
        break  # the late answer must not be taken for the next one
    if not answer:  # the server has closed
        break
    print(answer.decode(errors="replace"))
client.close()
