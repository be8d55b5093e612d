# Runs a command: says how long the output is, waits for Start, then sends it.
import getpass
import os
import socket
import sys
import time

started = time.time()


def run(command):
    name, _, rest = command.partition(" ")
    if name == "date":
        return time.strftime("%a %b %d %H:%M:%S %Z %Y\n")
    if name == "pwd":
        return os.getcwd() + "\n"
    if name == "ls":
        return "".join(file + "\n" for file in sorted(os.listdir()) if file[0] != ".")
    if name == "whoami":
        return getpass.getuser() + "\n"
    if name == "hostname":
        return socket.gethostname() + "\n"
    if name == "uptime":
        return f"up {int(time.time() - started)} s\n"
    if name == "echo":
        return rest + "\n"
    if name == "help":
        return "date pwd ls whoami hostname uptime echo help exit\n"
    return f"sh: {name}: not found\n"


port = int(sys.argv[1]) if len(sys.argv) > 1 else 9001

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", port))
server.listen()
while True:
    connection, address = server.accept()
    print("client", address)
    try:
        while True:
            command = connection.recv(1024).decode(errors="replace").strip()
            if command in ("", "exit"):  # empty: the client has closed
                break
            output = run(command).encode() or b"cmd has no output.."
            connection.sendall(f"ready|{len(output)}".encode())
            if connection.recv(1024).strip() == b"Start":
                connection.sendall(output)
            else:
                connection.sendall(b"expected Start")
    except ConnectionError:
        pass  # the client broke off
    connection.close()
