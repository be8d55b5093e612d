# Greets each client, then answers requests with the output of a command; a thread for each client.
import getpass
import os
import socket
import socketserver
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


port = int(sys.argv[1]) if len(sys.argv) > 1 else 9000


class Welcome(socketserver.BaseRequestHandler):
    def handle(self):  # runs in the client's own thread; self.request is its connection
        print("client", self.client_address)
        try:
            greeting = "Welcome to call 10086, please enter 1xxx, 0 to Manual service."
            self.request.sendall(greeting.encode())
            while True:
                request = self.request.recv(1024).decode(errors="replace").strip()
                if request in ("", "exit"):  # empty: the client has closed
                    break
                if request == "0":
                    answer = "You are through to Manual service."
                else:
                    answer = run(request) or "cmd has no output.."
                self.request.sendall(answer.encode())
        except ConnectionError:
            pass  # the client broke off


server = socketserver.ThreadingTCPServer(("127.0.0.1", port), Welcome)  # socket, bind, listen
server.serve_forever()  # accept, again and again
