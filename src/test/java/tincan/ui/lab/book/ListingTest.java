package tincan.ui.lab.book;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
    void theCallsOfTheFirstLessonAreFoundInEveryLanguage() {
        assertAll(Stream.of(Programming.values()).flatMap(language -> Stream.of(SocketCall.CONNECT, SocketCall.WRITE,
                SocketCall.READ, SocketCall.CLOSE).map(call -> () -> {
                    String program = Booklet.program("time-echo", language.client()).orElse("");
                    assertTrue(program.isEmpty() || marked(new Listing(language, "", program), call) >= 0,
                            language + " " + call);
                })));
    }

    private static int marked(Listing listing, SocketCall call) {
        listing.mark(call);
        return listing.markedProperty().get();
    }
}
