# Sends messages as you type: three, pieces, newline, fixed, length or json; exit leaves.
import json
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9002
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"
messages = [b"one", b"two", b"three"]

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))
lines = client.makefile(encoding="utf-8")  # recv, until a line is whole
while True:
    choice = sys.stdin.readline().rstrip("\n")
    if not choice:
        break
    client.sendall(f"{choice}\n".encode())
    if choice == "exit":
        break
    ok = lines.readline()
    if ok != "ok\n":
        print(ok.rstrip("\n"))
        continue
    if choice == "three":
        client.sendall(b"one")
        client.sendall(b"two")
        client.sendall(b"three")
    elif choice == "pieces":
        client.sendall(b"twelve bytes")
    elif choice == "newline":
        for message in messages:
            client.sendall(message + b"\n")
        client.sendall(b"\n")
    elif choice == "fixed":
        for message in messages:
            client.sendall(message.ljust(16))
        client.sendall(b" " * 16)
    elif choice == "length":
        for message in messages:
            client.sendall(len(message).to_bytes(4, "big") + message)
        client.sendall(bytes(4))
    elif choice == "json":
        for message in messages:
            client.sendall(json.dumps({"text": message.decode()}).encode() + b"\n")
        client.sendall(b'{"end": true}\n')
    print(lines.readline().rstrip("\n"))
lines.close()
client.close()
