# Both sides may speak at any time: one thread reads, one writes; bye ends.
import os
import socket
import sys
import threading

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9005

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # see the lesson reuse
server.bind(("127.0.0.1", port))
server.listen()
connection, address = server.accept()
print("client", address, flush=True)


def read():
    lines = connection.makefile(encoding="utf-8", errors="replace")  # recv, until a line is whole
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
    connection.sendall(f"{said}\n".encode())
connection.shutdown(socket.SHUT_WR)  # nothing more will be said
reader.join()  # until the other side has closed too
