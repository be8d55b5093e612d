package tincan.ui.lab.book;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import tincan.lab.Lesson;
import tincan.lab.lesson.Lessons;
import tincan.text.Booklet;
import tincan.text.Booklet.Programming;
import tincan.trace.SocketCall;

final class ListingTest {
    private static final String PROGRAM = """
            # recv( in a comment
            server = socket.socket()
            data = connection.recv(1024)
            connection.sendall(data)
            more = connection.recv(1024)
            """;

    @Test
    void theNextLineThatMakesTheCallIsMarkedAndThenTheFirstAgain() {
        Listing listing = new Listing(Programming.PYTHON, "server.py", PROGRAM);
        assertEquals(Listing.NOWHERE, listing.markedProperty().get());

        assertEquals(2, marked(listing, SocketCall.READ));
        assertEquals(4, marked(listing, SocketCall.READ));
        assertEquals(2, marked(listing, SocketCall.READ));
    }

    @Test
    void aCallThatNoLineMakesLeavesTheMarkWhereItIs() {
        Listing listing = new Listing(Programming.PYTHON, "server.py", PROGRAM);

        assertEquals(1, marked(listing, SocketCall.SOCKET));
        assertEquals(1, marked(listing, SocketCall.SHUTDOWN));
        assertEquals(Listing.NOWHERE, marked(new Listing(Programming.C, "none.c", ""), SocketCall.READ));
    }

    @Test
    void theCallsOfEveryLessonAreFoundInEveryLanguage() {
        assertAll(new Lessons(Path.of("unused"), Clock.systemUTC()).all().stream()
                .flatMap(lesson -> Stream.of(Programming.values()).flatMap(language -> Stream.concat(
                        found(lesson, language, language.server(), servers(lesson)),
                        found(lesson, language, language.client(), clients(lesson))))));
    }

    private static List<SocketCall> servers(Lesson lesson) {
        return lesson instanceof Lesson.Stream
                ? List.of(SocketCall.SOCKET, SocketCall.BIND, SocketCall.ACCEPT, SocketCall.WRITE)
                : List.of(SocketCall.BIND, SocketCall.RECEIVE_FROM, SocketCall.SEND_TO);
    }

    private static List<SocketCall> clients(Lesson lesson) {
        return lesson instanceof Lesson.Stream
                ? List.of(SocketCall.SOCKET, SocketCall.CONNECT, SocketCall.READ, SocketCall.CLOSE)
                : List.of(SocketCall.SOCKET, SocketCall.SEND_TO, SocketCall.RECEIVE_FROM, SocketCall.CLOSE);
    }

    private static Stream<Executable> found(Lesson lesson, Programming language, String file,
            List<SocketCall> calls) {
        String program = Booklet.program(lesson.name(), file).orElse("");
        return calls.stream().map(call -> () -> assertTrue(marked(new Listing(language, file, program), call) >= 0,
                lesson.name() + "/" + file + " " + call));
    }

    private static int marked(Listing listing, SocketCall call) {
        listing.mark(call);
        return listing.markedProperty().get();
    }
}
