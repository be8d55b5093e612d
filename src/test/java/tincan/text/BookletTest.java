package tincan.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tincan.lab.Lesson;
import tincan.lab.lesson.Lessons;
import tincan.text.Booklet.Page;
import tincan.text.Booklet.Part;
import tincan.text.Booklet.Programming;

final class BookletTest {
    private static final int LONGEST_SUMMARY = 90;
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE);

    @Test
    void aPageHasATitleASummaryAndItsParts() {
        Page page = Booklet.in(Locale.ENGLISH).page("time-echo").orElseThrow();

        assertEquals("The time and an echo", page.title());
        assertTrue(page.summary().startsWith("One server, two clients:"), page.summary());
        assertTrue(page.part(Part.TO_DO).startsWith("1. In the server pane"), page.part(Part.TO_DO));
        assertTrue(page.part(Part.ANSWER).startsWith("No."), page.part(Part.ANSWER));
        assertEquals("报时与回声", Booklet.in(Locale.SIMPLIFIED_CHINESE).page("time-echo").map(Page::title).orElse(""));
    }

    @Test
    void whatIsNoLessonHasNoPage() {
        Booklet booklet = Booklet.in(Locale.ENGLISH);

        assertEquals(Optional.empty(), booklet.page("nothing"));
        assertEquals(Optional.empty(), booklet.page("../en/echo"));
        assertEquals(Optional.empty(), Booklet.program("../programs/echo", "server.py"));
        assertEquals("", new Page("", "", Map.of()).part(Part.WHY));
    }

    @Test
    void everyLessonHasItsPagesInEveryLanguage() {
        assertAll(lessons().flatMap(lesson -> LANGUAGES.stream().map(language -> () -> {
            Page page = Booklet.in(language).page(lesson).orElseThrow(() -> new AssertionError(lesson + language));
            assertFalse(page.title().isEmpty(), lesson);
            assertFalse(page.summary().isEmpty(), lesson);
            assertTrue(page.summary().length() <= LONGEST_SUMMARY, lesson);
            assertEquals(List.of(),
                    Stream.of(Part.values()).filter(part -> page.part(part).isEmpty()).toList(), lesson + language);
        })));
    }

    @Test
    void everyLessonHasItsPrograms() {
        assertAll(lessons().flatMap(lesson -> Stream.of(Programming.values())
                .flatMap(language -> Stream.of(language.server(), language.client()))
                .map(file -> () -> assertTrue(Booklet.program(lesson, file).filter(text -> !text.isEmpty())
                        .isPresent(), lesson + "/" + file))));
    }

    private static Stream<String> lessons() {
        return new Lessons(Path.of("unused"), Clock.systemUTC()).all().stream().map(Lesson::name);
    }
}
