package tincan.home;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The settings as the lines of a properties file, and back. What is missing or makes no sense falls back by itself and
/// takes nothing else with it.
final class SettingsFile {
    private static final String NAME = "name";
    private static final String THEME = "theme";
    private static final String LANGUAGE = "language";
    private static final String TEXT_SCALE = "text-scale";
    private static final String ENTER_SENDS = "enter-sends";
    private static final String PROJECTOR = "projector";
    private static final String MICROPHONE = "microphone";
    private static final String LOUDSPEAKER = "loudspeaker";
    private static final String TONES = "tones";
    private static final String TALK_KEY = "talk-key";
    private static final int LONGEST_DEVICE = 300;
    private static final String X = "window.x";
    private static final String Y = "window.y";
    private static final String WIDTH = "window.width";
    private static final String HEIGHT = "window.height";
    private static final String MAXIMISED = "window.maximised";
    private static final double FARTHEST = 100_000;

    private final Properties lines;

    SettingsFile(Properties lines) {
        this.lines = lines;
    }

    static Properties lines(Settings settings) {
        Properties lines = new Properties();
        lines.setProperty(NAME, settings.name());
        lines.setProperty(THEME, settings.theme().stored());
        lines.setProperty(LANGUAGE, settings.language().stored());
        lines.setProperty(TEXT_SCALE, settings.textScale().stored());
        lines.setProperty(ENTER_SENDS, Boolean.toString(settings.enterSends()));
        lines.setProperty(PROJECTOR, Boolean.toString(settings.projector()));
        lines.putAll(lines(settings.voice()));
        WindowPlace window = settings.window();
        if (!window.free()) {
            lines.setProperty(X, number(window.x()));
            lines.setProperty(Y, number(window.y()));
        }
        lines.setProperty(WIDTH, number(window.width()));
        lines.setProperty(HEIGHT, number(window.height()));
        lines.setProperty(MAXIMISED, Boolean.toString(window.maximised()));
        return lines;
    }

    private static Map<String, String> lines(VoiceSettings voice) {
        return Map.of(MICROPHONE, voice.microphone(), LOUDSPEAKER, voice.loudspeaker(), TONES,
                words(voice.tones()), TALK_KEY, voice.key().stored());
    }

    Settings settings(Settings usual) {
        String name = UserName.clean(lines.getProperty(NAME, ""));
        return new Settings(name.isEmpty() ? usual.name() : name,
                one(THEME, Theme.values(), Theme::stored, usual.theme()),
                one(LANGUAGE, Language.values(), Language::stored, usual.language()),
                one(TEXT_SCALE, TextScale.values(), TextScale::stored, usual.textScale()),
                yes(ENTER_SENDS, usual.enterSends()), yes(PROJECTOR, usual.projector()), voice(usual.voice()),
                window(usual.window()));
    }

    private VoiceSettings voice(VoiceSettings usual) {
        return new VoiceSettings(device(MICROPHONE, usual.microphone()), device(LOUDSPEAKER, usual.loudspeaker()),
                tones(usual.tones()), one(TALK_KEY, TalkKey.values(), TalkKey::stored, usual.key()));
    }

    /// All and none stand as `true` and `false`, as they did while that was the only choice.
    private static String words(Set<TurnTone> tones) {
        return tones.isEmpty() || tones.equals(TurnTone.all())
                ? Boolean.toString(!tones.isEmpty())
                : tones.stream().sorted().map(TurnTone::stored).collect(Collectors.joining(" "));
    }

    private Set<TurnTone> tones(Set<TurnTone> usual) {
        String line = lines.getProperty(TONES, "").strip();
        if (Stream.of("true", "false").anyMatch(line::equals)) {
            return Boolean.parseBoolean(line) ? TurnTone.all() : Set.of();
        }
        List<String> words = List.of(line.split(" "));
        Set<TurnTone> found = Stream.of(TurnTone.values()).filter(tone -> words.contains(tone.stored()))
                .collect(Collectors.toSet());
        return found.isEmpty() ? usual : found;
    }

    private String device(String key, String usual) {
        String name = lines.getProperty(key, usual).strip();
        return name.length() > LONGEST_DEVICE ? usual : name;
    }

    private WindowPlace window(WindowPlace usual) {
        return new WindowPlace(number(X, usual.x()), number(Y, usual.y()), number(WIDTH, usual.width()),
                number(HEIGHT, usual.height()), yes(MAXIMISED, usual.maximised()));
    }

    private <T> T one(String key, T[] all, Function<T, String> stored, T usual) {
        String line = lines.getProperty(key, "").strip();
        return Arrays.stream(all).filter(each -> stored.apply(each).equals(line)).findFirst().orElse(usual);
    }

    private boolean yes(String key, boolean usual) {
        String line = lines.getProperty(key, "").strip();
        return Stream.of("true", "false").anyMatch(line::equals) ? Boolean.parseBoolean(line) : usual;
    }

    private double number(String key, double usual) {
        try {
            double number = Double.parseDouble(lines.getProperty(key, "").strip());
            return Math.abs(number) <= FARTHEST ? number : usual;
        } catch (NumberFormatException e) {
            return usual;
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
