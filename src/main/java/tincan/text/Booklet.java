package tincan.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The pages of the lessons in one language, as they lie in `docs/lessons`. Any thread.
public final class Booklet {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private final String folder;

    private Booklet(String folder) {
        this.folder = folder;
    }

    /// The pages in the language of `locale`, or in English if there are none.
    public static Booklet in(Locale locale) {
        return new Booklet(locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? "zh" : "en");
    }

    /// What a page consists of, in this order.
    public enum Part {
        /// Steps to go through.
        TO_DO,
        /// What happens then.
        TO_SEE, WHY, QUESTION, ANSWER
    }

    /// A page.
    ///
    /// @param summary one sentence: what one will have seen
    /// @param parts Markdown without their headings
    public record Page(String title, String summary, Map<Part, String> parts) {
        public Page {
            parts = Map.copyOf(parts);
        }

        /// A part's Markdown; empty if the page has none.
        public String part(Part part) {
            return parts.getOrDefault(part, "");
        }
    }

    /// The page of a lesson, if there is one.
    ///
    /// @param lesson its name, such as `time-echo`
    public Optional<Page> page(String lesson) {
        return resource(lesson, folder + "/" + lesson + ".md").map(Booklet::read);
    }

    /// A language that programs are shown in.
    public enum Programming {
        PYTHON("server.py", "client.py"), JAVA("Server.java", "Client.java"), C("server.c", "client.c");

        private final String server;
        private final String client;

        Programming(String server, String client) {
            this.server = server;
            this.client = client;
        }

        /// How the file of the server's program is called.
        public String server() {
            return server;
        }

        /// How the file of the client's program is called.
        public String client() {
            return client;
        }
    }

    /// One of the programs of a lesson, if it has it.
    ///
    /// @param file one of [Programming]'s
    public static Optional<String> program(String lesson, String file) {
        return resource(lesson, "programs/" + lesson + "/" + file);
    }

    private static Optional<String> resource(String lesson, String path) {
        if (!NAME.matcher(lesson).matches()) {
            return Optional.empty();
        }
        try (InputStream found = Booklet.class.getResourceAsStream("lessons/" + path)) {
            return found == null
                    ? Optional.empty()
                    : Optional.of(new String(found.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /// Cuts a page at its headings, which are always the same ones in the same order.
    private static Page read(String markdown) {
        String title = "";
        String summary = "";
        List<StringBuilder> parts = new ArrayList<>();
        boolean code = false;
        for (String line : markdown.lines().toList()) {
            code ^= line.startsWith("```");
            if (!code && line.startsWith("## ")) {
                parts.add(new StringBuilder());
            } else if (!parts.isEmpty()) {
                parts.getLast().append(line).append('\n');
            } else if (line.startsWith("# ")) {
                title = line.substring(2).strip();
            } else if (line.startsWith("> ")) {
                summary = line.substring(2).strip();
            }
        }
        return new Page(title, summary, named(parts));
    }

    private static Map<Part, String> named(List<StringBuilder> texts) {
        Map<Part, String> named = new EnumMap<>(Part.class);
        Iterator<StringBuilder> next = texts.iterator();
        for (Part part : Part.values()) {
            if (next.hasNext()) {
                named.put(part, next.next().toString().strip());
            }
        }
        return named;
    }
}
