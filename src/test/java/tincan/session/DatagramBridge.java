package tincan.session;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/// Lets the datagrams of one guest through to a host and back, from when it is made until it is closed.
final class DatagramBridge implements AutoCloseable {
    private final DatagramSocket socket;
    private final InetSocketAddress host;

    /// @param at an address of this computer
    /// @param port the host's, and the one to be had there
    DatagramBridge(InetAddress at, int port) throws IOException {
        socket = new DatagramSocket(port, at);
        host = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        Thread.ofVirtual().name("bridge").start(this::pass);
    }

    private void pass() {
        SocketAddress guest = host;
        DatagramPacket packet = new DatagramPacket(new byte[2048], 2048);
        try {
            while (true) {
                packet.setLength(2048);
                socket.receive(packet);
                boolean back = packet.getSocketAddress().equals(host);
                guest = back ? guest : packet.getSocketAddress();
                packet.setSocketAddress(back ? guest : host);
                socket.send(packet);
            }
        } catch (IOException e) {
            // closed
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
