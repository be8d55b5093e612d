// Collects the numbers 1 to 10 until "end", then answers which are missing, late or there twice.
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

public class Server {
    static String report(List<Integer> numbers) { // in the order in which they came
        List<String> missing = new ArrayList<>();
        List<String> late = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        for (int n = 1; n <= 10; n++) {
            int first = numbers.indexOf(n);
            if (first == -1) missing.add("" + n);
            else if (Collections.max(numbers.subList(0, first + 1)) > n) late.add("" + n);
            if (Collections.frequency(numbers, n) > 1) twice.add("" + n);
        }
        List<String> parts = new ArrayList<>();
        if (!missing.isEmpty()) parts.add("missing " + String.join(", ", missing));
        if (!late.isEmpty()) parts.add("late " + String.join(", ", late));
        if (!twice.isEmpty()) parts.add("twice " + String.join(", ", twice));
        String end = parts.isEmpty() ? "" : ": " + String.join("; ", parts);
        return "got " + (10 - missing.size()) + " of 10" + end;
    }

    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9010;

        InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
        DatagramSocket server = new DatagramSocket(address); // socket and bind
        SocketAddress client = null;
        List<Integer> numbers = new ArrayList<>();
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[1024], 1024);
            server.receive(packet); // recvfrom
            if (!packet.getSocketAddress().equals(client)) { // another client: one at a time
                client = packet.getSocketAddress();
                System.out.println("client " + client);
                numbers.clear();
            }
            int count = packet.getLength();
            String text = new String(packet.getData(), 0, count, StandardCharsets.UTF_8).strip();
            if (text.equals("end")) {
                byte[] answer = report(numbers).getBytes(StandardCharsets.UTF_8);
                server.send(new DatagramPacket(answer, answer.length, client)); // sendto
                numbers.clear();
            } else if (text.matches("[1-9]|10")) {
                numbers.add(Integer.parseInt(text));
            }
        }
    }
}
