package tincan.lab;

import java.util.function.Predicate;

/// Something that must have happened for an exercise to be done.
///
/// @param key of the words that say what
/// @param reached whether it did
public record Goal(String key, Predicate<Seen> reached) {}
