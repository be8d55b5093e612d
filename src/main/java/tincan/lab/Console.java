package tincan.lab;

import java.util.Optional;

/// Where a program of a lesson talks with a person.
public interface Console {

    /// Waits for the next line. An interrupt ends the wait, and takes no line.
    ///
    /// @return nothing if the person has no more to say
    Optional<String> readLine();

    /// Shows what came over the network, or what a program of the tutorials would print of it.
    void print(String text);

    /// Tells what the lesson itself has to say.
    ///
    /// @param key of the words
    /// @param values what stands in them
    void tell(String key, Object... values);
}
