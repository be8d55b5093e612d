package tincan.text;

import java.util.Optional;

/// What went wrong with a socket of the lab, in words for the window and for the terminal: what the operating system
/// said, what that means, and what to try. A value.
///
/// @param kind what it means; the name of a constant of the lab's
/// @param call the call that failed, as POSIX spells it
/// @param said what the operating system said
/// @param holder the program that has the port, where that is known
public record TroubleWords(Enum<?> kind, String call, String said, Optional<String> holder) {

    /// In a few sentences.
    public String in(Text text) {
        String told = text.of("lab.trouble.said", call, Printable.line(said)) + " " + text.of("lab.trouble", kind);
        return holder.map(program -> told + " " + text.of("lab.trouble.holder", Printable.line(program))).orElse(told);
    }
}
