package tincan.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tincan.home.Language;
import tincan.home.Theme;
import tincan.room.LeaveReason;
import tincan.session.EndReason;
import tincan.session.LocalAddress;
import tincan.session.Sending;
import tincan.session.SessionFailure;
import tincan.ui.Shortcut;

/// The words against the sources that use them.
final class TextTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    /// Beginnings of keys that the sources complete with the name of a constant. A new one is added here.
    private static final Map<String, Class<? extends Enum<?>>> COMPLETED = Map.of("failure", SessionFailure.Kind.class,
            "end", EndReason.class, "rejected", Sending.Why.class, "cli.left", LeaveReason.class, "cli.interface",
            LocalAddress.Kind.class, "help", Shortcut.class, "settings.theme", Theme.class, "settings.language",
            Language.class);

    /// Beginnings of keys that the sources put together from more than a constant's name.
    private static final Set<String> COMPOSED = Set.of("conversation.self", "conversation.fact");

    /// Completed with the names of the commands.
    private static final Set<String> ABOUT = Set.of("cli.about.tincan", "cli.about.host", "cli.about.join",
            "cli.about.rehearse");

    private static final Pattern IN_JAVA = Pattern.compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\\.?\"");
    private static final Pattern IN_FXML = Pattern.compile("\"%([^\"]+)\"");

    @Test
    void everyKeyStandsInEveryLanguage() {
        assertEquals(keys(Locale.ENGLISH), keys(Locale.SIMPLIFIED_CHINESE));
    }

    @Test
    void noKeyStandsTwice() {
        assertAll(LANGUAGES.stream()
                .map(language -> () -> assertEquals(keys(language).size(), lines(language).count(),
                        language.toString())));
    }

    @Test
    void aLanguageThatIsNotThereIsEnglish() {
        assertEquals(Text.in(Locale.ENGLISH).of("rejected.empty"), Text.in(Locale.FRENCH).of("rejected.empty"));
        assertEquals("会话已结束。", Text.in(Locale.forLanguageTag("zh-TW")).of("rejected.closed"));
    }

    @Test
    void everyPatternCanBeReadAndTakesTheSameParametersInEveryLanguage() {
        assertAll(keys(Locale.ENGLISH).stream()
                .map(key -> () -> assertEquals(parameters(Locale.ENGLISH, key),
                        parameters(Locale.SIMPLIFIED_CHINESE, key), key)));
    }

    /// A single quote by itself would swallow the parameters after it.
    @Test
    void everyQuoteIsWrittenTwice() {
        assertAll(patterns().map(pattern -> () -> assertFalse(pattern.replace("''", "").contains("'"), pattern)));
    }

    @Test
    void theHelpPageHasNoSignThatItsParserTakesForItsOwn() {
        Pattern plain = Pattern.compile("[^'%{}@]*");
        assertAll(keys(Locale.ENGLISH).stream()
                .filter(key -> key.startsWith("cli.help.") || key.startsWith("cli.option.") || ABOUT.contains(key))
                .flatMap(key -> LANGUAGES.stream().map(language -> words(language).getString(key)))
                .map(text -> () -> assertTrue(plain.matcher(text).matches(), text)));
    }

    @Test
    void everyConstantThatCompletesAKeyHasItsWords() {
        Set<String> missing = completed().collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(keys(Locale.ENGLISH));
        assertEquals(Set.of(), missing);
    }

    @Test
    void noKeyIsUsedThatIsNotThere() {
        Set<String> sections = keys(Locale.ENGLISH).stream().map(key -> key.substring(0, key.indexOf('.') + 1))
                .collect(Collectors.toSet());
        Set<String> missing = used().stream().filter(key -> sections.stream().anyMatch(key::startsWith))
                .filter(key -> !COMPLETED.containsKey(key) && !key.equals("cli.about"))
                .filter(key -> !key.endsWith(".fxml") && !key.endsWith(".css") && !key.endsWith(".properties"))
                .filter(key -> keys(Locale.ENGLISH).stream().noneMatch(whole -> whole.startsWith(key + ".")))
                .collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(keys(Locale.ENGLISH));
        assertEquals(Set.of(), missing);
    }

    @Test
    void noKeyIsThereThatIsNotUsed() {
        Set<String> unused = new TreeSet<>(keys(Locale.ENGLISH));
        unused.removeAll(used());
        unused.removeAll(ABOUT);
        completed().forEach(unused::remove);
        Stream.concat(used().stream(), COMPOSED.stream())
                .forEach(start -> unused.removeIf(key -> key.startsWith(start + ".")));
        assertEquals(Set.of(), unused, "a key completed with a constant's name needs an entry in COMPLETED");
    }

    private static Stream<String> completed() {
        return COMPLETED.entrySet().stream()
                .flatMap(entry -> Arrays.stream(entry.getValue().getEnumConstants()).map(constant -> entry.getKey()
                        + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /// Whatever stands in the sources and looks like a key.
    private static Set<String> used() {
        Set<String> found = new TreeSet<>();
        sources(".java").forEach(source -> collect(IN_JAVA.matcher(source), found));
        sources(".fxml").forEach(source -> collect(IN_FXML.matcher(source), found));
        return found;
    }

    private static void collect(Matcher matcher, Set<String> found) {
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
    }

    private static Stream<String> sources(String ending) {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            return files.filter(file -> file.toString().endsWith(ending)).map(TextTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int parameters(Locale language, String key) {
        return new MessageFormat(words(language).getString(key), language).getFormatsByArgumentIndex().length;
    }

    private static Stream<String> patterns() {
        return LANGUAGES.stream().flatMap(language -> keys(language).stream().map(words(language)::getString));
    }

    private static ResourceBundle words(Locale language) {
        return Text.in(language).bundle();
    }

    /// The keys that a language itself has, without those it would inherit from English.
    private static Set<String> keys(Locale language) {
        return lines(language).map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> lines(Locale language) {
        String name = language.equals(Locale.ENGLISH) ? "messages.properties" : "messages_" + language + ".properties";
        return read(Path.of("src", "main", "resources", "tincan", "text", name)).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }
}
