package tincan;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import tincan.room.Entry;
import tincan.room.LeaveReason;
import tincan.room.Mode;
import tincan.session.EndReason;
import tincan.session.FloorView;
import tincan.session.LinkState;
import tincan.session.LocalAddress;
import tincan.session.Person;
import tincan.session.Security;
import tincan.session.Sending;
import tincan.session.SessionEvent;
import tincan.session.SessionFailure;
import tincan.session.Stand;
import tincan.session.Voice;
import tools.jackson.core.JsonGenerator;

/// Lines for programs, each one JSON object. `docs/terminal.md` is their reference.
final class JsonDialect implements Dialect {
    private final JsonLines lines = new JsonLines();
    private final Consumer<String> out;

    /// Owner: the thread that calls [#told], as the next two.
    private long delivered;
    private VoiceState voiceTold = VoiceState.NONE;
    /// Who may speak, as far as it was told.
    private Mode mode = Mode.CHAT;

    JsonDialect(Consumer<String> out) {
        this.out = out;
    }

    @Override
    public Request read(String line) {
        return line.isBlank() ? new Request.Nothing() : lines.read(line);
    }

    @Override
    public void rejected(Sending.Why why) {
        refused(JsonWords.of(why));
    }

    @Override
    public void noTurns() {
        refused("no turns");
    }

    @Override
    public void noVoice() {
        refused("no voice");
    }

    @Override
    public void refused(String reason) {
        because("refused", reason);
    }

    private void because(String event, String reason) {
        line(event, json -> json.writeStringProperty("reason", reason));
    }

    @Override
    public void unknown(Request.Order order) {
        refused("nobody to " + order.order().word());
    }

    @Override
    public void failed(SessionFailure failure) {
        JsonWords.of(failure).ifPresent(this::refused);
    }

    @Override
    public void told(SessionEvent event) {
        switch (event) {
            case SessionEvent.Listening(int port, List<LocalAddress> addresses) -> listening(port, addresses);
            case SessionEvent.StateChanged(LinkState state, EndReason reason) -> state(state, reason);
            case SessionEvent.Welcomed(Person self, String title) -> welcomed(self, title);
            case SessionEvent.Arrived(Entry entry, _, boolean history) -> entry(entry, history);
            case SessionEvent.Missed(long fromSeq, long toSeq) -> missed(fromSeq, toSeq);
            case SessionEvent.Progress(_, long deliveredThrough) -> delivered(deliveredThrough);
            case SessionEvent.TurnedAway(String address, String reason) -> turnedAway(address, reason);
            case SessionEvent.CodeChanged(String code, _) -> code(code);
            case SessionEvent.Knocked knock -> knocked(knock);
            case SessionEvent.KnockOver(long number) ->
                line("knock-over", json -> json.writeNumberProperty("knock", number));
            case SessionEvent.Waiting(List<String> words) -> line("waiting", json -> words(json, words));
            case SessionEvent.NotKept(String reason) -> because("not-kept", reason);
            case SessionEvent.Undelivered(int texts) ->
                line("undelivered", json -> json.writeNumberProperty("texts", texts));
            case SessionEvent.DoorChanged(boolean locked, List<String> barred) -> door(locked, barred);
            case SessionEvent.FloorChanged(FloorView floor) -> floor(floor);
            case SessionEvent.FloorDenied(String reason) -> because("floor-denied", reason);
            case SessionEvent.FloorRevoked(String reason) -> because("floor-revoked", reason);
            case SessionEvent.FloorWarning(Duration left) ->
                line("floor-warning", json -> json.writeNumberProperty("seconds", left.toSeconds()));
            case SessionEvent.VoiceChanged _ -> {
            }
            case SessionEvent.EndAsked _,SessionEvent.EndShown _,SessionEvent.FarChanged _,SessionEvent.Retrying _,SessionEvent.MembersChanged _,SessionEvent.TypingChanged _,SessionEvent.RoundTrip _ ->
                {
                }
        }
    }

    @Override
    public void secured(Security security) {
        line("security", json -> {
            json.writeStringProperty("level", JsonWords.of(security.level()));
            json.writeStringProperty("protocol", security.protocol());
            json.writeStringProperty("cipher-suite", security.cipherSuite());
            words(json, security.words());
        });
    }

    @Override
    public void voice(Voice voice) {
        VoiceState now = VoiceState.of(voice);
        if (!now.equals(voiceTold)) {
            voiceTold = now;
            line("voice", json -> {
                json.writeStringProperty("path", JsonWords.of(now.path()));
                now.microphone().ifPresent(one -> json.writeStringProperty("microphone", JsonWords.of(one)));
                now.loudspeaker().ifPresent(one -> json.writeStringProperty("loudspeaker", JsonWords.of(one)));
                if (now.quieted()) {
                    json.writeBooleanProperty("quieted", true);
                }
            });
        }
    }

    private void code(String code) {
        line("code", json -> json.writeStringProperty("code", code));
    }

    private void knocked(SessionEvent.Knocked knock) {
        line("knock", json -> {
            json.writeNumberProperty("knock", knock.number());
            json.writeStringProperty("name", knock.name());
            json.writeStringProperty("address", knock.address());
            words(json, knock.words());
        });
    }

    private void door(boolean locked, List<String> barred) {
        line("door", json -> {
            json.writeBooleanProperty("locked", locked);
            json.writeArrayPropertyStart("barred");
            barred.forEach(json::writeString);
            json.writeEndArray();
        });
    }

    private static void words(JsonGenerator json, List<String> words) {
        json.writeArrayPropertyStart("words");
        words.forEach(json::writeString);
        json.writeEndArray();
    }

    private void listening(int port, List<LocalAddress> addresses) {
        line("listening", json -> {
            json.writeNumberProperty("port", port);
            json.writeArrayPropertyStart("addresses");
            addresses.forEach(address -> address(json, address));
            json.writeEndArray();
        });
    }

    private static void address(JsonGenerator json, LocalAddress address) {
        json.writeStartObject();
        json.writeStringProperty("address", address.address());
        json.writeStringProperty("interface", address.networkInterface());
        json.writeStringProperty("kind", JsonWords.of(address.kind()));
        json.writeEndObject();
    }

    private void state(LinkState state, EndReason reason) {
        switch (state) {
            case CONNECTING -> {
            }
            case CONNECTED -> state("connected", reason);
            case RECONNECTING -> state("reconnecting", reason);
            case CLOSED -> state("closed", reason);
        }
    }

    private void state(String state, EndReason reason) {
        line("state", json -> {
            json.writeStringProperty("state", state);
            JsonWords.of(reason).ifPresent(word -> json.writeStringProperty("reason", word));
        });
    }

    private void welcomed(Person self, String title) {
        line("welcomed", json -> {
            json.writeStringProperty("member", self.name());
            json.writeStringProperty("title", title);
        });
    }

    private void entry(Entry entry, boolean history) {
        switch (entry.body()) {
            case Entry.Said(long id, String text) -> said(entry, id, text, history);
            case Entry.Joined() -> member("joined", entry);
            case Entry.Lost() -> member("lost", entry);
            case Entry.Returned() -> member("returned", entry);
            case Entry.Left(LeaveReason reason) -> left(entry, reason);
            case Entry.ModeSet(Mode to) -> {
                if (!history) {
                    mode(to);
                }
            }
            case Entry.Spoke(long epoch, long millis) -> spoke(entry, epoch, millis);
            case Entry.Unknown _ -> {
            }
        }
    }

    private void said(Entry entry, long id, String text, boolean history) {
        line("said", json -> {
            json.writeNumberProperty("seq", entry.seq());
            json.writeStringProperty("from", entry.from());
            json.writeNumberProperty("id", id);
            json.writeStringProperty("text", text);
            json.writeStringProperty("at", entry.at().toString());
            if (history) {
                json.writeBooleanProperty("history", true);
            }
        });
    }

    private void member(String event, Entry entry) {
        line(event, json -> json.writeStringProperty("member", entry.from()));
    }

    private void left(Entry entry, LeaveReason reason) {
        line("left", json -> {
            json.writeStringProperty("member", entry.from());
            json.writeStringProperty("reason", reason.wire());
        });
    }

    private void spoke(Entry entry, long epoch, long millis) {
        line("spoke", json -> {
            json.writeStringProperty("from", entry.from());
            json.writeNumberProperty("epoch", epoch);
            json.writeNumberProperty("millis", millis);
        });
    }

    /// It changes with an entry, or was so when one came in.
    private void mode(Mode to) {
        if (mode != to) {
            mode = to;
            line("mode", json -> json.writeStringProperty("mode", to.wire()));
        }
    }

    /// That there is none stands in `mode`.
    private void floor(FloorView floor) {
        mode(floor.stand() == Stand.OFF ? Mode.CHAT : Mode.WALKIE_TALKIE);
        boolean between = floor.stand() == Stand.IDLE && floor.holder() != 0;
        JsonWords.of(floor.stand()).filter(_ -> !between).ifPresent(state -> line("floor", json -> {
            json.writeStringProperty("state", state);
            json.writeStringProperty("holder", floor.name());
            json.writeNumberProperty("position", floor.position());
        }));
    }

    private void missed(long fromSeq, long toSeq) {
        line("missed", json -> {
            json.writeNumberProperty("from", fromSeq);
            json.writeNumberProperty("to", toSeq);
        });
    }

    private void delivered(long through) {
        while (delivered < through) {
            delivered++;
            line("delivered", json -> json.writeNumberProperty("id", delivered));
        }
    }

    private void turnedAway(String address, String reason) {
        line("turned-away", json -> {
            json.writeStringProperty("address", address);
            json.writeStringProperty("reason", reason);
        });
    }

    private void line(String event, Consumer<JsonGenerator> fields) {
        out.accept(lines.write(event, fields));
    }
}
