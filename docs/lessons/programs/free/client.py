# Both sides may speak at any time: one thread reads, one writes; bye ends.
import os
import socket
import sys
import threading

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9005
host = sys.argv[2] if len(sys.argv) > 2 else "127.0.0.1"

client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
client.connect((host, port))

def read():
    lines = client.makefile(encoding="utf-8", errors="replace")  # recv, until a line is whole
    heard = ""
    while heard != "bye":
        try:
            heard = lines.readline().rstrip("\n")
        except ConnectionError:
            break  # the other side broke off
        if not heard:  # the other side has closed
            break
        print(heard, flush=True)
    os._exit(0)  # ends the program at once, though the writer may wait for the keyboard


reader = threading.Thread(target=read)
reader.start()
said = ""
while said != "bye":
    said = sys.stdin.readline().rstrip("\n") or "bye"
    client.sendall(f"{said}\n".encode())
client.shutdown(socket.SHUT_WR)  # nothing more will be said
reader.join()  # until the other side has closed too
