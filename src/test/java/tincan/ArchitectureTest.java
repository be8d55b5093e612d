package tincan;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The arrows between the packages, as docs/decisions and the package descriptions draw them: root, ui, session, then
/// the packages of one purpose, then wire and trace; text and home beside them for ui and root. The rules hold for
/// packages that are still to come.
final class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPath(Path.of("target", "classes"));

    private static final String ROOT = "tincan";
    private static final String UI = "tincan.ui..";
    private static final String SESSION = "tincan.session..";
    private static final String WIRE = "tincan.wire..";
    private static final String TRACE = "tincan.trace..";
    private static final String OURS = "tincan..";

    @Test
    void nothingKnowsTheRoot() {
        holds(noClasses().that().resideOutsideOfPackage(ROOT).should().dependOnClassesThat().resideInAPackage(ROOT));
    }

    @Test
    void onlyTheRootKnowsTheWindow() {
        holds(noClasses().that().resideOutsideOfPackages(ROOT, UI).should().dependOnClassesThat().resideInAPackage(UI));
    }

    @Test
    void onlyTheWindowAndTheRootKnowSessions() {
        holds(noClasses().that().resideOutsideOfPackages(ROOT, UI, SESSION).should().dependOnClassesThat()
                .resideInAPackage(SESSION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"room", "journal", "secure", "voice", "files", "history", "nearby"})
    void aPackageOfOnePurposeKnowsOnlyTheWireAndTheTrace(String name) {
        knowsOfOurs(name, WIRE, TRACE);
    }

    @Test
    void theLabKnowsOnlyTheTraceSoThatALessonReadsAlone() {
        knowsOfOurs("lab", TRACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wire", "trace", "text", "home"})
    void thePackagesAtTheBottomKnowNothingOfOurs(String name) {
        knowsOfOurs(name);
    }

    /// A session has words for people with plain lines.
    @Test
    void wordsAreForTheWindowTheRootAndSessions() {
        holds(noClasses().that().resideOutsideOfPackages(ROOT, UI, SESSION, "tincan.text..").should()
                .dependOnClassesThat().resideInAPackage("tincan.text.."));
    }

    @Test
    void foldersAreForTheWindowAndTheRoot() {
        holds(noClasses().that().resideOutsideOfPackages(ROOT, UI, "tincan.home..").should().dependOnClassesThat()
                .resideInAPackage("tincan.home.."));
    }

    @Test
    void javafxIsOnlyInTheWindowAndWhatBuildsIt() {
        holds(noClasses().that().resideOutsideOfPackage(UI).and().doNotHaveFullyQualifiedName("tincan.DesktopApp").and()
                .doNotHaveFullyQualifiedName("tincan.WindowWiring").should().dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp.ikonli.."));
    }

    @Test
    void soundIsOnlyInVoice() {
        onlyIn("javax.sound..", "tincan.voice..");
    }

    @Test
    void sqlIsOnlyInHistory() {
        onlyIn("java.sql..", "tincan.history..");
    }

    @Test
    void dnsIsOnlyWhereSessionsAreFoundNearby() {
        onlyIn("org.xbill..", "tincan.nearby..");
    }

    @Test
    void theParserOfMarkdownIsOnlyWhereLessonsAreShown() {
        onlyIn("org.commonmark..", "tincan.ui.lab..");
    }

    @Test
    void theParserOfCommandLinesIsOnlyInTheRoot() {
        onlyIn("picocli..", ROOT);
    }

    /// A URL is the name of a resource and opens nothing by itself.
    @Test
    void socketsAreOnlyWhereTheNetworkIs() {
        DescribedPredicate<JavaClass> network = resideInAPackage("java.net").and(not(type(URL.class)))
                .and(not(type(URI.class))).and(not(type(URISyntaxException.class)));
        holds(noClasses()
                .that().resideOutsideOfPackages(SESSION, TRACE, "tincan.secure..", "tincan.voice..",
                        "tincan.nearby..", "tincan.lab..")
                .should().dependOnClassesThat(network.as("are sockets or addresses of java.net")));
    }

    @Test
    void standardStreamsAreOnlyInTheRoot() {
        holds(noClasses().that().resideOutsideOfPackage(ROOT).should().accessField(System.class, "out").orShould()
                .accessField(System.class, "err").orShould().accessField(System.class, "in").orShould()
                .callMethod(Throwable.class, "printStackTrace"));
    }

    @Test
    void oneClassBringsWorkToTheThreadOfTheWindow() {
        holds(noClasses().that().doNotHaveFullyQualifiedName("tincan.ui.FxGate").should()
                .callMethod("javafx.application.Platform", "runLater", Runnable.class.getName()));
    }

    @Test
    void nothingIsSerializedTheJavaWay() {
        holds(noClasses().should().dependOnClassesThat(
                type(ObjectInputStream.class).or(type(ObjectOutputStream.class)).as("serialize objects")));
    }

    @Test
    void noProgramIsStarted() {
        holds(noClasses().should().dependOnClassesThat(type(ProcessBuilder.class).or(type(Process.class))
                .as("start programs")));
    }

    private static void knowsOfOurs(String name, String... others) {
        String itself = "tincan." + name + "..";
        String[] known = Arrays.copyOf(others, others.length + 1);
        known[others.length] = itself;
        holds(noClasses().that().resideInAPackage(itself).should()
                .dependOnClassesThat(resideInAPackage(OURS).and(not(resideInAnyPackage(known)))
                        .as("are ours and not in %s".formatted(Arrays.toString(known)))));
    }

    private static void onlyIn(String what, String where) {
        holds(noClasses().that().resideOutsideOfPackage(where).should().dependOnClassesThat().resideInAPackage(what));
    }

    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
