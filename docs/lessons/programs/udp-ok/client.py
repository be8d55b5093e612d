# Sends each line you type as a datagram and prints the answer; an empty line leaves.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9999
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.settimeout(2)  # a datagram may be lost: do not wait for ever
while True:
    line = sys.stdin.readline().rstrip("\n")
    if not line:
        break
    client.sendto(line.encode(), (host, port))
    try:
        answer, address = client.recvfrom(1024)
        print(answer.decode(errors="replace"))
    except OSError:
        print("no answer")
client.close()
