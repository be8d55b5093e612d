# One printer for all clients: 5 sheets, ink for 40 characters; a line asks, a line answers.
import socket
import sys

sheets, ink, page = 5, 40, 0


def answer(line):
    global sheets, ink, page
    order, _, text = line.partition(" ")
    if order == "print":
        if sheets == 0:
            return "refused: out of paper"
        if len(text) > ink:
            return "refused: no ink"
        sheets -= 1
        ink -= len(text)
        page += 1
        return f"printed: page {page}, {sheets} sheets left"
    if order == "paper":
        sheets = 5
        return "loaded: 5 sheets"
    if order == "ink":
        ink = 40
        return "filled: ink for 40 characters"
    if order == "status":
        return f"{sheets} sheets, ink for {ink} characters"
    return "refused: unknown order"


port = int(sys.argv[1]) if len(sys.argv) > 1 else 9100

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", port))
server.listen()
while True:
    connection, address = server.accept()
    print("client", address)
    lines = connection.makefile(encoding="utf-8", errors="replace")  # recv, until a line is whole
    try:
        for line in lines:
            line = line.rstrip("\n")
            if line == "exit":
                break
            connection.sendall(f"{answer(line)}\n".encode())
    except ConnectionError:
        pass  # the client broke off
    lines.close()
    connection.close()
