// Sends each line you type as a command and reads exactly as much output as is announced.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;

public class Client {
    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9001;
        String host = args.length > 1 ? args[1] : "127.0.0.1";
        BufferedReader keyboard = new BufferedReader(new InputStreamReader(System.in));

        Socket client = new Socket();
        client.connect(new InetSocketAddress(host, port));
        InputStream in = client.getInputStream(); // in.read is recv
        OutputStream out = client.getOutputStream(); // out.write is send
        byte[] data = new byte[1024];
        while (true) {
            String command = keyboard.readLine();
            if (command == null || command.isBlank()) break;
            out.write(command.strip().getBytes(StandardCharsets.UTF_8));
            if (command.strip().equals("exit")) break;
            int count = in.read(data);
            if (count == -1) break; // the server has closed
            String ready = new String(data, 0, count, StandardCharsets.UTF_8);
            int size = Integer.parseInt(ready.split("\\|")[1]); // ready|29
            out.write("Start".getBytes(StandardCharsets.UTF_8));
            byte[] output = in.readNBytes(size); // reads until all of it has come
            if (output.length < size) break; // the server has closed
            System.out.println(new String(output, StandardCharsets.UTF_8));
        }
        client.close();
    }
}
