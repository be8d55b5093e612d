package tincan;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tincan.lab.Lesson;
import tincan.lab.lesson.Lessons;
import tincan.text.Booklet;

/// `tincan lab list`: the lessons, a line each.
@Command(name = "list")
final class LabListCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final TincanCommand tincan;

    @Mixin
    final HelpOption help = new HelpOption();

    LabListCommand(Terminal terminal, TincanCommand tincan) {
        this.terminal = terminal;
        this.tincan = tincan;
    }

    @Override
    public Integer call() {
        Lessons lessons = tincan.lessons();
        Booklet booklet = Booklet.in(terminal.text().locale());
        StringBuilder lines = new StringBuilder();
        int widest = lessons.all().stream().mapToInt(lesson -> lesson.name().length()).max().orElse(0);
        for (Lesson lesson : lessons.all()) {
            lines.append(lesson.name()).repeat(' ', widest + 2 - lesson.name().length())
                    .append(String.format("%5d  %s  ", lesson.port(),
                            lesson instanceof Lesson.Datagram ? "UDP" : "TCP"))
                    .append(booklet.page(lesson.name()).map(Booklet.Page::summary).orElse("")).append('\n');
        }
        try {
            terminal.out().write(lines.toString().getBytes(terminal.charset()));
            terminal.out().flush();
        } catch (IOException _) {
            // nobody reads any longer
        }
        return Exit.OK.code();
    }
}
