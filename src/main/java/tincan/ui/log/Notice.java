package tincan.ui.log;

/// What the log has to tell or to ask about its files.
record Notice(Kind kind, String words) {
    static final Notice NONE = new Notice(Kind.NONE, "");

    enum Kind {
        NONE, UNDER_WAY, DONE, FAILED, QUESTION
    }
}
