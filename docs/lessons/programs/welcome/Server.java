// Greets each client, then answers requests with the output of a command; a thread for each client.
import java.io.*;
import java.net.*;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;

public class Server {
    static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss zzz yyyy", Locale.US);
    static final long STARTED = System.currentTimeMillis();

    static String run(String command) throws IOException {
        String name = command.split(" ")[0];
        return switch (name) {
            case "date" -> DATE.format(ZonedDateTime.now()) + "\n";
            case "pwd" -> System.getProperty("user.dir") + "\n";
            case "ls" -> files();
            case "whoami" -> System.getProperty("user.name") + "\n";
            case "hostname" -> InetAddress.getLocalHost().getHostName() + "\n";
            case "uptime" -> "up " + (System.currentTimeMillis() - STARTED) / 1000 + " s\n";
            case "echo" -> command.replaceFirst("echo ?", "") + "\n";
            case "help" -> "date pwd ls whoami hostname uptime echo help exit\n";
            default -> "sh: " + name + ": not found\n";
        };
    }

    static String files() {
        String[] files = new File(".").list((folder, file) -> !file.startsWith("."));
        Arrays.sort(files);
        return files.length == 0 ? "" : String.join("\n", files) + "\n";
    }

    static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8)); // send
    }

    static void serve(Socket connection) {
        try (connection) { // closes it at the end
            InputStream in = connection.getInputStream(); // in.read is recv
            OutputStream out = connection.getOutputStream();
            send(out, "Welcome to call 10086, please enter 1xxx, 0 to Manual service.");
            byte[] data = new byte[1024];
            while (true) {
                int count = in.read(data);
                if (count == -1) break; // the client has closed
                String request = new String(data, 0, count, StandardCharsets.UTF_8).strip();
                if (request.isEmpty() || request.equals("exit")) break;
                String answer = run(request);
                if (answer.isEmpty()) answer = "cmd has no output..";
                if (request.equals("0")) answer = "You are through to Manual service.";
                send(out, answer);
            }
        } catch (IOException broken) {
            // the client broke off
        }
    }

    public static void main(String[] args) throws Exception {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 9000;

        ServerSocket server = new ServerSocket();
        server.bind(new InetSocketAddress("127.0.0.1", port)); // bind and listen
        while (true) {
            Socket connection = server.accept();
            System.out.println("client " + connection.getRemoteSocketAddress());
            new Thread(() -> serve(connection)).start();
        }
    }
}
