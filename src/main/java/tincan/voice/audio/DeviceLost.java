package tincan.voice.audio;

/// A device cannot be had, or no longer. Whoever held it closes it, and may open it again.
public final class DeviceLost extends Exception {
    private static final long serialVersionUID = 1L;

    private final Trouble trouble;

    public DeviceLost(Trouble trouble) {
        super(trouble.name());
        this.trouble = trouble;
    }

    public DeviceLost(Trouble trouble, Throwable cause) {
        super(trouble.name(), cause);
        this.trouble = trouble;
    }

    public Trouble trouble() {
        return trouble;
    }
}
