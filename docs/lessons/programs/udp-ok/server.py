# Answers OK to every datagram.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9999

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", port))
while True:
    data, address = server.recvfrom(1024)
    print("client", address)
    server.sendto(b"OK", address)
