package tincan;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import tincan.text.Text;

/// The streams of a command and the language of the person before them.
///
/// @param in what is typed or piped in
/// @param out what a command has to say
/// @param err why it could not
/// @param charset of people's input and output; that of programs is always UTF-8
/// @param text the words
/// @param person whether somebody sits there and types
record Terminal(InputStream in, OutputStream out, PrintStream err, Charset charset, Text text, boolean person) {

    /// The streams of this process, in the language of the system.
    static Terminal ofProcess() {
        Charset charset = charsetOfPeople();
        PrintStream err = new PrintStream(System.err, true, charset);
        // System.out would keep a closed pipe to itself
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        return new Terminal(System.in, out, err, charset,
                Text.in(Locale.getDefault(Locale.Category.DISPLAY)), isTerminal());
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    /// Says one sentence on standard error.
    void complain(String sentence) {
        err.println(sentence);
    }

    /// What the terminal says it shows, or UTF-8 where it says nothing but ASCII, as in the C locale.
    private static Charset charsetOfPeople() {
        Charset said = Charset.forName(System.getProperty("stdout.encoding", "UTF-8"), StandardCharsets.UTF_8);
        return said.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : said;
    }
}
