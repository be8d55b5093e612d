package tincan.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The words against the sources that use them.
final class TextTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    /// A dotted word in quotes, or a single one before a comma: the beginning of a key to be completed.
    private static final Pattern IN_JAVA = Pattern
            .compile("\"([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)\\.?\"|\\.of\\(\\s*\"([a-z]+)\",");
    private static final Pattern IN_FXML = Pattern.compile("\"%([^\"]+)()\"");
    private static final Pattern FILE = Pattern.compile(".*\\.(fxml|css|properties|png|json|txt)");
    private static final Set<String> USED = findUsed();

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
                .filter(key -> key.startsWith("cli.help.") || key.startsWith("cli.option.")
                        || key.startsWith("cli.about."))
                .flatMap(key -> LANGUAGES.stream().map(language -> words(language).getString(key)))
                .map(text -> () -> assertTrue(plain.matcher(text).matches(), text)));
    }

    /// `text.of("end", reason)` needs a key for each constant of an enum, and no others.
    @Test
    void everyBeginningIsCompletedByTheConstantsOfAnEnum() {
        Set<Set<String>> enums = enums();
        assertAll(beginnings().stream().map(beginning -> () -> assertTrue(
                enums.stream().anyMatch(constants -> complete(beginning, constants)), beginning + " is completed by "
                        + endings(beginning) + ", which are the constants of no enum")));
    }

    private static boolean complete(String beginning, Set<String> constants) {
        Set<String> endings = endings(beginning);
        Set<String> others = new TreeSet<>(endings);
        others.removeIf(ending -> USED.contains(beginning + "." + ending));
        return endings.containsAll(constants) && constants.containsAll(others);
    }

    @Test
    void noKeyIsUsedThatIsNotThere() {
        Set<String> sections = keys(Locale.ENGLISH).stream().map(key -> key.substring(0, key.indexOf('.') + 1))
                .collect(Collectors.toSet());
        Set<String> missing = USED.stream().filter(key -> sections.stream().anyMatch(key::startsWith))
                .filter(key -> !FILE.matcher(key).matches()).collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(keys(Locale.ENGLISH));
        missing.removeAll(beginnings());
        assertEquals(Set.of(), missing);
    }

    @Test
    void noKeyIsThereThatIsNotUsed() {
        Set<String> unused = new TreeSet<>(keys(Locale.ENGLISH));
        unused.removeAll(USED);
        beginnings().forEach(
                beginning -> endings(beginning).forEach(ending -> unused.remove(beginning + "." + ending)));
        assertEquals(Set.of(), unused);
    }

    /// What the sources use that is no key itself, but begins some.
    private static Set<String> beginnings() {
        Set<String> found = new TreeSet<>(USED);
        found.removeAll(keys(Locale.ENGLISH));
        found.removeIf(beginning -> endings(beginning).isEmpty());
        return found;
    }

    private static Set<String> endings(String beginning) {
        return keys(Locale.ENGLISH).stream().filter(key -> key.startsWith(beginning + "."))
                .map(key -> key.substring(beginning.length() + 1)).collect(Collectors.toSet());
    }

    /// The names of the constants of each enum of ours, as they stand in keys.
    private static Set<Set<String>> enums() {
        JavaClasses classes = new ClassFileImporter().importPath(Path.of("target", "classes"));
        return classes.stream().filter(JavaClass::isEnum)
                .map(one -> one.getFields().stream()
                        .filter(field -> field.getModifiers().contains(JavaModifier.ENUM))
                        .map(field -> field.getName().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    /// Whatever stands in the sources and looks like a key or the beginning of one.
    private static Set<String> findUsed() {
        Set<String> found = new TreeSet<>();
        sources(".java").forEach(source -> collect(IN_JAVA.matcher(source), found));
        sources(".fxml").forEach(source -> collect(IN_FXML.matcher(source), found));
        return found;
    }

    private static void collect(Matcher matcher, Set<String> found) {
        while (matcher.find()) {
            found.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
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
