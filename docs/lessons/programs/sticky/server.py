# Shows that a stream has no messages of its own, and four ways to frame them.
import json
import socket
import sys
import time


def receive(connection, count):  # exactly so many bytes
    data = b""
    while len(data) < count:
        part = connection.recv(count - len(data))
        if not part:
            raise ConnectionError("the client has closed")
        data += part
    return data


def receive_line(connection):
    line = b""
    while not line.endswith(b"\n"):
        line += receive(connection, 1)
    return line[:-1]


def next_message(connection, framing):  # the message, and how many bytes were only framing
    if framing == "newline":
        return receive_line(connection), 1
    if framing == "fixed":
        message = receive(connection, 16).rstrip(b" ")
        return message, 16 - len(message)
    if framing == "length":
        size = int.from_bytes(receive(connection, 4), "big")
        if size > 65536:
            raise ValueError("more than 65536 bytes")
        return receive(connection, size), 4
    line = receive_line(connection)
    order = json.loads(line)
    if type(order) is not dict:
        raise ValueError("not an object")
    message = str(order.get("text", "")).encode()
    return message, len(line) + 1 - len(message)


def framed(connection, framing):
    messages, cost = [], 0
    while True:
        message, extra = next_message(connection, framing)
        if not message:  # an empty one is the end
            shown = "".join(f" {message}" for message in messages)
            return f"{len(messages)} messages, {cost} bytes of framing:{shown}\n"
        messages.append(message)
        cost += extra


def one_read(connection):  # waits until all 11 bytes have come, or 2 s, and receives once
    end = time.time() + 2
    while len(connection.recv(1024, socket.MSG_PEEK)) < 11 and time.time() < end:
        time.sleep(0.01)  # MSG_PEEK looks, and leaves the bytes where they are
    data = connection.recv(1024)
    return f"one read: {len(data)} bytes, {data}\n"


def pieces(connection):  # 12 bytes with a buffer of 4
    reads, total = [], 0
    while total < 12:
        data = connection.recv(4)
        if not data:
            raise ConnectionError("the client has closed")
        reads.append(data)
        total += len(data)
    return f"{len(reads)} reads:" + "".join(f" {data}" for data in reads) + "\n"


port = int(sys.argv[1]) if len(sys.argv) > 1 else 9002

server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("127.0.0.1", port))
server.listen()
while True:
    connection, address = server.accept()
    print("client", address)
    try:
        while True:
            choice = receive_line(connection).decode(errors="replace").strip()
            if choice == "exit":
                break
            if choice not in ("three", "pieces", "newline", "fixed", "length", "json"):
                connection.sendall(b"refused: unknown choice\n")
                continue
            connection.sendall(b"ok\n")
            if choice == "three":
                answer = one_read(connection)
            elif choice == "pieces":
                answer = pieces(connection)
            else:
                try:
                    answer = framed(connection, choice)
                except (ValueError, RecursionError) as error:
                    connection.sendall(f"refused: {error}\n".encode())
                    break
            connection.sendall(answer.encode())
    except ConnectionError:
        pass  # the client has closed, or broke off
    connection.close()
