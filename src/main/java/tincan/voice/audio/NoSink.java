package tincan.voice.audio;

/// Takes sound at the pace of a loudspeaker, and forgets it.
final class NoSink implements AudioSink {
    private final Pace pace = new Pace();

    @Override
    public void write(short[] frame) throws InterruptedException {
        pace.await();
    }

    @Override
    public void close() {
        // it holds nothing
    }
}
