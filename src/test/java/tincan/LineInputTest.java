package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LineInputTest {

    @Test
    void linesEndWithLfOrCrlfAndTheLastOneNeedsNoEnd() {
        assertEquals(List.of("one", "two", "", "three"), lines("one\ntwo\r\n\nthree"));
    }

    @Test
    void anEndAfterTheLastLineMakesNoFurtherLine() {
        assertEquals(List.of("one"), lines("one\n"));
        assertEquals(List.of(), lines(""));
    }

    @Test
    void charactersOfSeveralBytesSurviveEveryCut() {
        String text = "a你好👋é".repeat(9_000);
        assertEquals(List.of(text, "next"), lines(text + "\nnext\n"));
    }

    @Test
    void aLineWithoutAnEndIsCutInsteadOfFillingTheMemory() {
        List<String> lines = lines("x".repeat(LineInput.MOST + 100_000) + "\nnext");
        assertEquals(LineInput.MOST, lines.getFirst().length());
        assertEquals("next", lines.getLast());
    }

    @Test
    void inputThatCannotBeReadIsOver() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        };
        assertEquals(Optional.empty(), new LineInput(broken, StandardCharsets.UTF_8).next());
    }

    private static List<String> lines(String text) {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        LineInput input = new LineInput(in, StandardCharsets.UTF_8);
        List<String> lines = new ArrayList<>();
        for (Optional<String> line = input.next(); line.isPresent(); line = input.next()) {
            lines.add(line.get());
        }
        return lines;
    }
}
