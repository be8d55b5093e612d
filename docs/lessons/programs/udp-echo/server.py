# Sends every datagram back to where it came from; bye is sent back too and ends the server.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 3000

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", port))
while True:
    data, address = server.recvfrom(1024)
    print("client", address)
    server.sendto(data, address)
    if data.strip() == b"bye":
        break
server.close()
