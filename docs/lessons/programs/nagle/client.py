# Sends 4 bytes twice and waits for ok, ten times.
# "client.py PORT HOST nodelay" sets TCP_NODELAY.
import socket
import sys
import time

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9009
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, "nodelay" in sys.argv)
for number in range(1, 11):
    start = time.perf_counter()
    client.sendall(b"ping")
    client.sendall(b"ping")
    ok = client.recv(2)
    if ok == b"o":  # the two bytes may come in parts
        ok += client.recv(1)
    if ok != b"ok":  # the server has closed
        break
    print(f"round {number}: {(time.perf_counter() - start) * 1000:.2f} ms")
client.close()
