# Walkie-talkie: says a line, then hears one, in strict turns; bye ends.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9004
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
lines = client.makefile(encoding="utf-8", errors="replace")  # recv, until a line is whole
while True:
    said = sys.stdin.readline().rstrip("\n") or "bye"
    client.sendall(f"{said}\n".encode())
    if said == "bye":
        break
    heard = lines.readline().rstrip("\n")
    if not heard:  # the other side has closed
        break
    print(heard)
    if heard == "bye":
        break
lines.close()
client.close()
