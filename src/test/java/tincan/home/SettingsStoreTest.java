package tincan.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SettingsStoreTest {
    private static final Settings USUAL = Settings.usual("Ada");

    @TempDir
    private Path folder;
    private Home home;
    private SettingsStore store;

    @BeforeEach
    void below() {
        home = Home.below(folder);
        store = new SettingsStore(home, USUAL);
    }

    @Test
    void withoutAFileTheUsualSettingsHold() {
        assertEquals(USUAL, store.load());
    }

    @Test
    void whatWasSavedComesBack() {
        Settings chosen = new Settings("Åsa 小明", Theme.DARK, Language.CHINESE, TextScale.PERCENT_150, false,
                true, new VoiceSettings("USB ☎", "Headphones = best", Set.of(), TalkKey.F6),
                new WindowPlace(-12, 34, 1234, 777, true));
        store.save(chosen);
        assertEquals(chosen, store.load());
    }

    @ParameterizedTest
    @EnumSource
    void eachToneIsTurnedOffByItself(TurnTone tone) {
        Settings chosen = USUAL.withVoice(USUAL.voice().withTone(tone, false));
        store.save(chosen);
        assertEquals(chosen, store.load());
        assertEquals(USUAL, chosen.withVoice(chosen.voice().withTone(tone, true)));
    }

    @Test
    void anOlderFileTurnsAllTonesOffOrOn() throws IOException {
        write("tones=false\n");
        assertEquals(Set.of(), store.load().voice().tones());
        write("tones=true\n");
        assertEquals(USUAL, store.load());
    }

    @Test
    void aLaterFileMayHaveMoreTones() throws IOException {
        write("tones=over yodel\n");
        assertEquals(Set.of(TurnTone.OVER), store.load().voice().tones());
    }

    @Test
    void aWindowWithoutAPlaceStaysFree() {
        store.save(USUAL);
        assertEquals(USUAL, store.load());
    }

    @Test
    void eachBadValueFallsBackByItself() throws IOException {
        write("name=\\u0000\ntheme=mauve\nlanguage=zh-CN\ntext-scale=125\nenter-sends=perhaps\n"
                + "talk-key=F99\ntones=maybe\nmicrophone=" + "m".repeat(301) + "\n"
                + "window.x=NaN\nwindow.y=1e99\nwindow.width=12\nwindow.height=nine\nwindow.maximised=true\n");
        assertEquals(USUAL.withLanguage(Language.CHINESE).withTextScale(TextScale.PERCENT_125)
                .withWindow(new WindowPlace(Double.NaN, Double.NaN, 720, 700, true)), store.load());
    }

    @Test
    void aFileThatIsNoTextAtAllIsLikeNone() throws IOException {
        Files.createDirectories(home.config());
        Files.write(home.config().resolve("settings.properties"),
                new byte[]{(byte) 0xff, 0, '\\', 'u', 'x', (byte) 0xc3});
        assertEquals(USUAL, store.load());
    }

    @Test
    void aBrokenEscapeIsLikeNoFile() throws IOException {
        write("name=\\u12G\n");
        assertEquals(USUAL, store.load());
    }

    @Test
    void aFolderThatCannotBeMadeStopsNothing() throws IOException {
        Files.writeString(folder.resolve("config"), "in the way");
        store.save(USUAL.withName("Bob"));
        assertEquals(USUAL, store.load());
    }

    @Test
    void savingLeavesNothingElseBehind() throws IOException {
        store.save(USUAL);
        store.save(USUAL.withName("Bob"));
        try (Stream<Path> files = Files.list(home.config())) {
            assertTrue(files.allMatch(file -> file.endsWith("settings.properties")));
        }
    }

    private void write(String text) throws IOException {
        Files.createDirectories(home.config());
        Files.writeString(home.config().resolve("settings.properties"), text);
    }
}
