// Says bye and closes first; "java Server.java PORT reuse" sets SO_REUSEADDR.
import java.net.*;

public class Server {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9003;
        boolean reuse = args.length > 1 && args[1].equals("reuse");

        ServerSocket server = new ServerSocket();
        // On Linux the server before must have set it, too.
        server.setReuseAddress(reuse); // setsockopt SO_REUSEADDR
        try {
            server.bind(new InetSocketAddress("127.0.0.1", port)); // bind and listen
        } catch (BindException inUse) {
            System.err.println("bind: " + inUse.getMessage());
            System.exit(1);
        }
        while (true) {
            Socket connection = server.accept();
            System.out.println("client " + connection.getRemoteSocketAddress());
            byte[] bye = {'b', 'y', 'e'};
            connection.getOutputStream().write(bye); // send
            connection.close(); // who closes first waits in TIME_WAIT
        }
    }
}
