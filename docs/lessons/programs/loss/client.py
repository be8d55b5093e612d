# Sends ten datagrams and "end", and prints what the server says has come.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9010
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.settimeout(2)  # a datagram may be lost: do not wait for ever
for number in range(1, 11):
    client.sendto(str(number).encode(), (host, port))
client.sendto(b"end", (host, port))
try:
    answer, address = client.recvfrom(1024)
    print(answer.decode(errors="replace"))
except OSError:
    print("no answer")
client.close()
