# Collects the numbers 1 to 10 until "end", then answers which are missing, late or there twice.
import socket
import sys


def report(numbers):  # in the order in which they came
    missing = [n for n in range(1, 11) if n not in numbers]
    late = [n for n in range(1, 11) if n in numbers and n < max(numbers[: numbers.index(n) + 1])]
    twice = [n for n in range(1, 11) if numbers.count(n) > 1]
    parts = []
    for word, found in (("missing", missing), ("late", late), ("twice", twice)):
        if found:
            parts.append(word + " " + ", ".join(str(n) for n in found))
    return f"got {10 - len(missing)} of 10" + (": " if parts else "") + "; ".join(parts)


port = int(sys.argv[1]) if len(sys.argv) > 1 else 9010

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("127.0.0.1", port))
client, numbers = None, []
while True:
    data, address = server.recvfrom(1024)
    if address != client:  # another client: one at a time
        print("client", address)
        client, numbers = address, []
    text = data.decode(errors="replace").strip()
    if text == "end":
        server.sendto(report(numbers).encode(), address)
        numbers = []
    elif text in [str(n) for n in range(1, 11)]:
        numbers.append(int(text))
