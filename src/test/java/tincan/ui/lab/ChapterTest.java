package tincan.ui.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tincan.lab.Lesson;
import tincan.lab.lesson.Lessons;

final class ChapterTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\|");

    @Test
    void everyLessonStandsInOneChapter() {
        Lessons lessons = new Lessons(Path.of("unused"), Clock.systemUTC());
        assertEquals(lessons.all().stream().map(Lesson::name).sorted().toList(),
                names().stream().sorted().toList());
    }

    @Test
    void theCourseIsTheOneOfTheBooklet() throws IOException {
        String index = Files.readString(Path.of("docs", "lessons", "README.md"));
        assertEquals(ROW.matcher(index).results().map(row -> row.group(1)).toList(), names());
    }

    private static List<String> names() {
        return Stream.of(Chapter.values()).flatMap(chapter -> chapter.lessons().stream()).toList();
    }
}
