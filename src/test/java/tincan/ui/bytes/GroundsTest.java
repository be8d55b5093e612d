package tincan.ui.bytes;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The grounds that parts of bytes stand on.
final class GroundsTest {
    private static final Pattern TOKEN = Pattern.compile("(-tc-[a-z-]+): #([0-9a-f]{6});");
    /// What WCAG 2.2 asks of text, criterion 1.4.3.
    private static final double ENOUGH = 4.5;

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void bytesAreReadOnEachOfThem(String theme) throws IOException {
        Map<String, Integer> tokens = TOKEN.matcher(sheet(theme)).results()
                .collect(Collectors.toMap(token -> token.group(1), GroundsTest::colour));
        double text = luminance(tokens.get("-tc-text"));
        Map<String, Double> grounds = tokens.entrySet().stream().filter(one -> one.getKey().startsWith("-tc-part-"))
                .collect(Collectors.toMap(Map.Entry::getKey, one -> contrast(text, luminance(one.getValue()))));
        assertTrue(grounds.size() >= 11, grounds::toString);
        assertTrue(grounds.values().stream().allMatch(contrast -> contrast >= ENOUGH), grounds::toString);
    }

    private static String sheet(String theme) throws IOException {
        try (var sheet = GroundsTest.class.getResourceAsStream("/tincan/ui/css/" + theme + ".css")) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static int colour(MatchResult token) {
        return Integer.parseInt(token.group(2), 16);
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int channel) {
        double value = (channel & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
