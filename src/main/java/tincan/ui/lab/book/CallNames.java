package tincan.ui.lab.book;

import java.util.regex.Pattern;
import tincan.text.Booklet.Programming;
import tincan.trace.SocketCall;

/// How the calls of the socket interface are spelled in the languages that programs are shown in, also where a reader
/// of lines makes them, and where the end of the program does.
final class CallNames {
    private CallNames() {}

    /// Finds the call in a line without its comment.
    static Pattern in(Programming language, SocketCall call) {
        return Pattern.compile(switch (language) {
            case PYTHON -> python(call);
            case JAVA -> java(call);
            case C -> c(call);
        });
    }

    private static String python(SocketCall call) {
        return switch (call) {
            case SOCKET -> "socket\\.socket\\(|create_server\\(|create_connection\\(|Server\\(\\(";
            case SET_OPTION -> "\\.setsockopt\\(|\\.settimeout\\(|allow_reuse_address";
            case BIND -> "\\.bind\\(|create_server\\(|Server\\(\\(";
            case LISTEN -> "\\.listen\\(|create_server\\(|Server\\(\\(";
            case ACCEPT -> "\\.accept\\(|serve_forever\\(|def handle\\(";
            case CONNECT -> "\\.connect\\(|create_connection\\(";
            case READ -> "\\.recv\\(|\\.recv_into\\(|file\\.read|\\blines\\.readline\\(";
            case WRITE -> "\\.send\\(|\\.sendall\\(|file\\.write";
            case SEND_TO -> "\\.sendto\\(";
            case RECEIVE_FROM -> "\\.recvfrom\\(";
            case SHUTDOWN -> "\\.shutdown\\(";
            case CLOSE -> "\\.close\\(|os\\._exit\\(";
        };
    }

    private static String java(SocketCall call) {
        return switch (call) {
            case SOCKET -> "new (Server|Datagram)?Socket\\(|SocketChannel\\.open\\(";
            case SET_OPTION -> "\\.set(ReuseAddress|SoTimeout|TcpNoDelay|ReceiveBufferSize|Option)\\(";
            case BIND -> "\\.bind\\(|new (Server|Datagram)Socket\\([^)]";
            case LISTEN -> "\\.bind\\(|new ServerSocket\\([^)]";
            case ACCEPT -> "\\.accept\\(";
            case CONNECT -> "\\.connect\\(|new Socket\\([^)]";
            case READ -> "\\b(in|input|lines)\\.(read|readNBytes|readAllBytes|readInt|readFully|readLine)\\(";
            case WRITE -> "\\b(out|output)\\.(write|writeInt|println|print)\\(";
            case SEND_TO -> "\\.send\\(";
            case RECEIVE_FROM -> "\\.receive\\(";
            case SHUTDOWN -> "\\.shutdownOutput\\(";
            case CLOSE -> "\\.close\\(|System\\.exit\\(";
        };
    }

    private static String c(SocketCall call) {
        return switch (call) {
            case SET_OPTION -> "\\bsetsockopt\\(";
            case READ -> "\\b(recv|read)\\(|fgets\\([^,]+,[^,]+, lines\\)";
            case WRITE -> "\\b(send|write)\\(";
            case CLOSE -> "\\bclose\\(|fclose\\(lines|\\bexit\\(0";
            default -> "\\b" + call.posix() + "\\(";
        };
    }
}
