# Takes files into the folder uploads: greeting, JSON header, status, body, "recv success".
import json
import os
import re
import socket
import socketserver
import sys

LIMIT = 104857600  # 100 MiB

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9000
os.makedirs("uploads", exist_ok=True)


class Upload(socketserver.BaseRequestHandler):
    def handle(self):  # runs in the client's own thread; self.request is its connection
        print("client", self.client_address)
        greeting = "Welcome to call 10086, please enter 1xxx, 0 to Manual service."
        try:
            self.request.sendall(greeting.encode())
            while self.take_file():
                pass
        except ConnectionError:
            pass  # the client broke off

    def take_file(self):
        header = b""
        while not header.endswith(b"}"):  # one flat object: its first } is its end
            byte = self.request.recv(1)  # one by one, so that nothing of the body is taken
            if not byte:
                return False  # the client has closed
            header += byte
            if header[0:1] != b"{" or len(header) > 1024:
                return self.refuse(400, "not JSON")
        try:
            order = json.loads(header)
        except ValueError:
            return self.refuse(400, "not JSON")
        name, size = order.get("filename"), order.get("filesize")
        if order.get("action") != "put":
            return self.refuse(400, "no such action")
        good = r"[^./\\:\x00-\x1f][^/\\:\x00-\x1f]{0,60}"  # no folders, no leading dot
        if type(name) is not str or not re.fullmatch(good, name):
            return self.refuse(400, "bad name")
        if type(size) is not int or size < 0:
            return self.refuse(400, "bad size")
        if size > LIMIT:
            return self.refuse(413, f"larger than {LIMIT} bytes")
        self.request.sendall(b'{"status": 200}')
        return self.take_body(os.path.join("uploads", name), size)

    def take_body(self, path, size):
        part = f"{path}.{self.client_address[1]}.part"  # becomes the file when it is whole
        try:
            with open(part, "wb") as file:
                while size > 0:
                    data = self.request.recv(min(1024, size))
                    if not data:
                        return False  # the client has closed too early
                    file.write(data)
                    size -= len(data)
            os.replace(part, path)
        finally:
            if os.path.exists(part):
                os.remove(part)
        self.request.sendall(b"recv success")
        return True

    def refuse(self, status, reason):
        self.request.sendall(json.dumps({"status": status, "reason": reason}).encode())
        self.request.shutdown(socket.SHUT_WR)
        while self.request.recv(1024):  # to close with bytes unread would break off the connection,
            pass  # and the answer with it
        return False


server = socketserver.ThreadingTCPServer(("127.0.0.1", port), Upload)  # socket, bind, listen
server.serve_forever()  # accept, again and again
