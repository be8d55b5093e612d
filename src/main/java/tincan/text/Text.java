package tincan.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words of the program in one language. Keys are `pane.element.aspect`; parameters stand in the text as in
/// [MessageFormat], so a single quote is written twice there.
public final class Text {
    private static final String BASE = "tincan.text.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    private Text(Locale locale, Locale bundleLocale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(BASE, bundleLocale, Text.class.getModule());
    }

    /// The words in the language of `locale`, or in English if there are none.
    public static Text in(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage())
                ? new Text(Locale.SIMPLIFIED_CHINESE, Locale.SIMPLIFIED_CHINESE)
                : new Text(Locale.ENGLISH, Locale.ROOT);
    }

    /// The language the words are in, for dates and numbers.
    public Locale locale() {
        return locale;
    }

    /// The text of `key` with its parameters filled in.
    ///
    /// @throws java.util.MissingResourceException if there is no such key
    public String of(String key, Object... parameters) {
        return new MessageFormat(bundle.getString(key), locale).format(parameters);
    }

    /// The text of the key made of `prefix`, a dot and the name of `constant` in lower case with hyphens.
    public String of(String prefix, Enum<?> constant, Object... parameters) {
        return of(prefix + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), parameters);
    }

    /// The texts by themselves, for FXML.
    public ResourceBundle bundle() {
        return bundle;
    }
}
