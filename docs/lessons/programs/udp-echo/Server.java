// Sends every datagram back to where it came from; bye is sent back too and ends the server.
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Server {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 3000;

        InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
        DatagramSocket server = new DatagramSocket(address); // socket and bind
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[1024], 1024);
            server.receive(packet); // recvfrom
            System.out.println("client " + packet.getSocketAddress());
            server.send(packet); // sendto: the packet carries its sender's address
            int count = packet.getLength();
            String text = new String(packet.getData(), 0, count, StandardCharsets.UTF_8);
            if (text.strip().equals("bye")) break;
        }
        server.close();
    }
}
