package tincan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tincan.text.Printable;
import tincan.text.Text;

/// What people type: texts, and commands that begin with a slash.
final class TypedLines {
    private static final String COMMAND = "/";
    private static final String TALK = "/talk";
    private static final String OVER = "/over";
    private static final String MUTE = "/mute";
    private static final String UNMUTE = "/unmute";

    private final Text text;
    private final boolean person;
    private final boolean hosts;

    /// @param person whether somebody types; otherwise lines are piped in
    /// @param hosts whether the session is hosted here
    TypedLines(Text text, boolean person, boolean hosts) {
        this.text = text;
        this.person = person;
        this.hosts = hosts;
    }

    /// As it is typed.
    static String word(HostOrder order) {
        return COMMAND + order.word();
    }

    /// What a line asks for.
    Request read(String line) {
        String bare = line.stripTrailing();
        return switch (bare) {
            case "" -> new Request.Nothing();
            case TALK -> new Request.Talk(true);
            case OVER -> new Request.Talk(false);
            case MUTE -> new Request.Mute(true);
            case UNMUTE -> new Request.Mute(false);
            default -> order(bare).orElseGet(() -> other(line));
        };
    }

    /// Only a host gives orders, and only a line that is one exactly is one.
    private Optional<Request> order(String line) {
        if (!hosts || !line.startsWith(COMMAND)) {
            return Optional.empty();
        }
        String[] parts = line.substring(COMMAND.length()).split(" ", 2);
        String argument = parts.length > 1 ? parts[1].strip() : "";
        return HostOrder.of(parts[0]).filter(order -> order.wantsArgument() != argument.isEmpty())
                .map(order -> new Request.Order(order, argument));
    }

    /// What a program pipes in is said as it is. A person who types a slash means a command, and may have mistyped it;
    /// two of them stand for one that is said.
    private Request other(String line) {
        if (!person || !line.startsWith(COMMAND)) {
            return new Request.Say(line);
        }
        return line.startsWith(COMMAND + COMMAND)
                ? new Request.Say(line.substring(COMMAND.length()))
                : new Request.Refused(noCommand(line.split(" ", 2)[0]));
    }

    private String noCommand(String word) {
        boolean ofHosts = HostOrder.of(word.substring(COMMAND.length())).isPresent();
        if (!hosts && ofHosts) {
            return text.of("cli.command.of-hosts", word);
        }
        return text.of("cli.command.unknown", Printable.line(word), String.join(", ", commands()));
    }

    private List<String> commands() {
        List<String> all = new ArrayList<>(List.of(TALK, OVER, MUTE, UNMUTE));
        if (hosts) {
            Stream.of(HostOrder.values()).map(order -> word(order) + (order.wantsArgument() ? " …" : ""))
                    .forEach(all::add);
        }
        return all;
    }
}
