package tincan.lab.lesson;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tincan.lab.Lesson;
import tincan.lab.raw.RawDatagram;
import tincan.lab.raw.RawOptions;
import tincan.lab.raw.RawStream;

/// All lessons, in the order of the course.
public final class Lessons {
    private final List<Lesson> all;
    private final List<Lesson> raw = List.of(new RawStream(RawOptions.USUAL), new RawDatagram(RawOptions.USUAL));

    /// @param folder under which the lessons that keep files have a folder each
    /// @param clock tells the time
    public Lessons(Path folder, Clock clock) {
        this.all = List.of(
                new TimeEcho(clock), new TimeEchoThreads(clock), new Upper(), new Echo(),
                new UdpOk(), new UdpEcho(),
                new Command(folder.resolve("command"), clock), new Welcome(folder.resolve("welcome"), clock),
                new Upload(folder.resolve("upload"), Upload.LIMIT), new Printer(), new Sticky(), new Reuse(),
                new Turns(), new Free(), new HalfClose(), new Backlog(), new ReadTimeout(), new Nagle(),
                new Loss());
    }

    /// All of them.
    public List<Lesson> all() {
        return all;
    }

    /// The one of that name; `raw` and `raw-udp` are found too, though they are no lessons.
    public Optional<Lesson> named(String name) {
        return Stream.concat(all.stream(), raw.stream()).filter(lesson -> lesson.name().equals(name)).findFirst();
    }
}
