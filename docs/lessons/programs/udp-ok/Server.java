// Answers OK to every datagram.
import java.net.*;

public class Server {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9999;

        InetSocketAddress address = new InetSocketAddress("127.0.0.1", port);
        DatagramSocket server = new DatagramSocket(address); // socket and bind
        while (true) {
            DatagramPacket packet = new DatagramPacket(new byte[1024], 1024);
            server.receive(packet); // recvfrom
            System.out.println("client " + packet.getSocketAddress());
            byte[] ok = {'O', 'K'};
            server.send(new DatagramPacket(ok, ok.length, packet.getSocketAddress())); // sendto
        }
    }
}
