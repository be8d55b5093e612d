package tincan.session;

import tincan.trace.Label;
import tincan.voice.packet.Header;
import tincan.voice.packet.Layout;

/// What the log says of a datagram for voice.
final class VoiceLabel {
    private VoiceLabel() {}

    /// The type of its packet, whose it is and its number, as its header tells them.
    static Label of(byte[] datagram) {
        return Layout.of(datagram).map(Layout::header).map(VoiceLabel::of).orElse(Label.NONE);
    }

    private static Label of(Header header) {
        return new Label(header.type().name(), header.slot(), Integer.toUnsignedLong(header.seq()));
    }
}
