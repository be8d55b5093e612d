package tincan.trace.export;

/// The words of a page, in the language of whoever reads it.
@FunctionalInterface
public interface PageWords {
    /// The text of a key, such as `page.heading`, with its parameters filled in.
    String of(String key, Object... parameters);
}
