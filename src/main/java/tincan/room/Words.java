package tincan.room;

/// What people write, made safe to number and to show.
public final class Words {
    private static final int REPLACEMENT = 0xFFFD;

    private Words() {}

    /// `text` with each surrogate that has no partner replaced by U+FFFD, so that UTF-8 can carry it unchanged.
    public static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return text.codePoints().map(point -> isSurrogate(point) ? REPLACEMENT : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
            }
        }
        return text;
    }

    /// A name as others may see it: one line, without control and direction marks, at most [Limits#NAME_POINTS] code
    /// points; `otherwise` if nothing is left.
    public static String name(String asked, String otherwise) {
        String name = wellFormed(asked).codePoints().map(point -> Character.isWhitespace(point) ? ' ' : point)
                .filter(Words::showsInName).limit(Limits.NAME_POINTS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip()
                .replaceAll(" {2,}", " ");
        return name.isEmpty() ? otherwise : name;
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static boolean showsInName(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED,
                    Character.PRIVATE_USE ->
                false;
            case Character.FORMAT -> point == 0x200C || point == 0x200D; // joiners: part of some scripts and emoji
            default -> true;
        };
    }
}
