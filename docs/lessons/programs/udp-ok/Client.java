// Sends each line you type as a datagram and prints the answer; an empty line leaves.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Client {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9999;
        String host = args.length > 1 ? args[1] : "127.0.0.1";
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));

        InetSocketAddress server = new InetSocketAddress(host, port);
        DatagramSocket client = new DatagramSocket();
        client.setSoTimeout(2000); // a datagram may be lost: do not wait for ever
        while (true) {
            String line = keyboard.readLine();
            if (line == null || line.isEmpty()) break;
            byte[] data = line.getBytes(StandardCharsets.UTF_8);
            client.send(new DatagramPacket(data, data.length, server)); // sendto
            DatagramPacket answer = new DatagramPacket(new byte[1024], 1024);
            try {
                client.receive(answer); // recvfrom
                int count = answer.getLength();
                System.out.println(new String(answer.getData(), 0, count, StandardCharsets.UTF_8));
            } catch (SocketTimeoutException late) {
                System.out.println("no answer");
            }
        }
        client.close();
    }
}
