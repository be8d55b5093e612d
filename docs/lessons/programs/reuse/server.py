# Says bye and closes first; "server.py PORT reuse" sets SO_REUSEADDR.
import socket
import sys

port = int(sys.argv[1]) if len(sys.argv) > 1 else 9003
reuse = "reuse" in sys.argv

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
# On Linux the server before must have set it, too.
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, reuse)
try:
    server.bind(("127.0.0.1", port))
except OSError as error:
    sys.exit(f"bind: {error.strerror}")
server.listen()
while True:
    connection, address = server.accept()
    print("client", address)
    connection.sendall(b"bye")
    connection.close()  # who closes first waits in TIME_WAIT
