package tincan.voice.codec;

import io.github.jaredmdobson.concentus.OpusApplication;
import io.github.jaredmdobson.concentus.OpusDecoder;
import io.github.jaredmdobson.concentus.OpusEncoder;
import io.github.jaredmdobson.concentus.OpusException;
import io.github.jaredmdobson.concentus.OpusSignal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Opus in Java. It takes three to four times as long as libopus, and far longer in its first seconds.
public final class ConcentusOpus implements VoiceCodec {
    private static final int COMPLEXITY = 5;

    @Override
    public VoiceEncoder encoder(int bitrate) {
        try {
            OpusEncoder encoder = new OpusEncoder(Opus.RATE, 1, OpusApplication.OPUS_APPLICATION_VOIP);
            encoder.setBitrate(bitrate);
            encoder.setUseVBR(true);
            encoder.setComplexity(COMPLEXITY);
            encoder.setSignalType(OpusSignal.OPUS_SIGNAL_VOICE);
            return new Encoder(encoder);
        } catch (OpusException e) {
            throw new IllegalArgumentException("bitrate " + bitrate, e);
        }
    }

    @Override
    public VoiceDecoder decoder() {
        try {
            return new Decoder(new OpusDecoder(Opus.RATE, 1));
        } catch (OpusException e) {
            throw new IllegalStateException("48 kHz is in every Opus", e);
        }
    }

    @Override
    public String name() {
        return "Concentus 1.0.2";
    }

    private static final class Encoder implements VoiceEncoder {
        private final OpusEncoder encoder;
        private final byte[] packet = new byte[Opus.LONGEST];

        Encoder(OpusEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public byte[] encode(short[] frame) {
            try {
                return Arrays.copyOf(packet,
                        encoder.encode(Opus.checked(frame), 0, Opus.FRAME, packet, 0, packet.length));
            } catch (OpusException e) {
                throw new IllegalStateException("any sound can be encoded", e);
            }
        }

        @Override
        public void close() {
            // nothing but memory
        }
    }

    private static final class Decoder implements VoiceDecoder {
        private final OpusDecoder decoder;

        Decoder(OpusDecoder decoder) {
            this.decoder = decoder;
        }

        @Override
        public short[] decode(byte[] packet) {
            if (!Opus.isFrame(packet)) {
                return conceal();
            }
            short[] frame = new short[Opus.FRAME];
            return decoded(packet, frame) ? frame : conceal();
        }

        @Override
        public short[] conceal() {
            short[] frame = new short[Opus.FRAME];
            if (!decoded(null, frame)) {
                Arrays.fill(frame, (short) 0);
            }
            return frame;
        }

        /// Also a garbled packet must not end anything, and the library has no promise about those.
        private boolean decoded(byte @Nullable [] packet, short[] frame) {
            try {
                int length = packet == null ? 0 : packet.length;
                return decoder.decode(packet, 0, length, frame, 0, Opus.FRAME, false) == Opus.FRAME;
            } catch (OpusException | RuntimeException | AssertionError _) {
                decoder.resetState();
                return false;
            }
        }

        @Override
        public void close() {
            // nothing but memory
        }
    }
}
