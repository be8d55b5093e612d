# Walkie-talkie: hears a line, then says one, in strict turns; bye ends.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9004

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # see the lesson reuse
server.bind(("127.0.0.1", port))
server.listen()
connection, address = server.accept()
print("client", address)
lines = connection.makefile(encoding="utf-8", errors="replace")  # recv, until a line is whole
while True:
    heard = lines.readline().rstrip("\n")
    if not heard:  # the other side has closed
        break
    print(heard)
    if heard == "bye":
        break
    said = sys.stdin.readline().rstrip("\n") or "bye"
    connection.sendall(f"{said}\n".encode())
    if said == "bye":
        break
lines.close()
connection.close()
server.close()
