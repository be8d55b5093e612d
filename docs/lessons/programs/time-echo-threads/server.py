# Answers what a client sends with the time and the data, with a thread for each client.
import socketserver
import sys
import time

port = int(sys.argv[1]) if len(sys.argv) > 1 else 8009


class TimeEcho(socketserver.BaseRequestHandler):
    def handle(self):  # runs in the client's own thread; self.request is its connection
        print("client", self.client_address)
        try:
            while True:
                data = self.request.recv(1024)
                if not data:  # the client has closed
                    break
                answer = f"[{time.ctime()}] {data!r}"
                self.request.sendall(answer.encode())
        except ConnectionError:
            pass  # the client broke off


server = socketserver.ThreadingTCPServer(("127.0.0.1", port), TimeEcho)  # socket, bind, listen
server.serve_forever()  # accept, again and again
