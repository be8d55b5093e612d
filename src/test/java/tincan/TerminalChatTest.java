package tincan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tincan.room.Entry;
import tincan.session.Privacy;
import tincan.session.EndReason;
import tincan.session.SessionEvent;
import tincan.session.SessionFailure;
import tincan.ui.FakeControls;

@Timeout(30)
final class TerminalChatTest {
    private final FakeSession session = new FakeSession();

    @Test
    void everyLineIsSaidAndTheEndOfTheInputLeaves() {
        FakeTerminal terminal = FakeTerminal.typed("one\n\ntwo\n");
        assertEquals(Exit.OK, run(terminal, false));
        assertEquals(List.of("one", "two"), session.said);
        assertEquals(List.of(), terminal.err());
    }

    @Test
    void nothingIsLostWhenMoreIsPipedInThanTheSessionTakes() {
        session.room = 3;
        List<String> lines = IntStream.rangeClosed(1, 1_000).mapToObj(Integer::toString).toList();
        assertEquals(Exit.OK, run(FakeTerminal.typed(lines.stream().collect(Collectors.joining("\n"))), false));
        assertEquals(lines, session.said);
    }

    @Test
    void aProgramSpeaksAndLeavesInJson() {
        FakeTerminal terminal = FakeTerminal.typed("""
                {"say":"a\\nb"}
                rubbish
                {"floor":"request"}
                {"say":""}
                {"leave":true}
                {"say":"never"}
                """);
        assertEquals(Exit.OK, run(terminal, true));
        assertEquals(List.of("a\nb"), session.said);
        assertEquals(List.of("request"), session.pressed);
        assertEquals(List.of("{\"event\":\"refused\",\"reason\":\"not a JSON object\"}",
                "{\"event\":\"refused\",\"reason\":\"empty text\"}", "{\"event\":\"delivered\",\"id\":1}",
                "{\"event\":\"state\",\"state\":\"closed\",\"reason\":\"left\"}"), terminal.out());
    }

    @Test
    void aLineWaitsForTheTurnThatWasAskedForBeforeIt() throws Exception {
        session.turns = true;
        FakeTerminal terminal = FakeTerminal.typed("early\n/talk\nhello\n/over\n");
        CompletableFuture<Exit> exit = CompletableFuture.supplyAsync(() -> run(terminal, false));
        assertTrue(session.refused.await(10, TimeUnit.SECONDS));
        session.grant();
        assertEquals(Exit.OK, exit.join());
        assertEquals(List.of("request", "release"), session.pressed);
        assertEquals(List.of("hello"), session.said);
    }

    @Test
    void inAChatThereIsNoTurnToEnd() {
        FakeTerminal terminal = FakeTerminal.typed("/over\n");
        assertEquals(Exit.OK, run(terminal, false));
        assertEquals(List.of(), session.pressed);
        assertEquals(List.of("There are no turns in a chat: just speak."), terminal.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mute", "/unmute"})
    void withoutAVoiceThereIsNothingToTurnOff(String line) {
        FakeTerminal terminal = FakeTerminal.typed(line + "\n");
        assertEquals(Exit.OK, run(terminal, false));
        assertEquals(List.of("This needs a voice, and none was joined: start with --voice."), terminal.err());
    }

    @Test
    void aProgramWithoutAVoiceIsToldSo() {
        FakeTerminal terminal = FakeTerminal.typed("{\"mute\":true}\n");
        assertEquals(Exit.OK, run(terminal, true));
        assertEquals("{\"event\":\"refused\",\"reason\":\"no voice\"}", terminal.out().getFirst());
    }

    @Test
    void inAChatThereIsNoTurnToTake() {
        FakeControls controls = new FakeControls(Privacy.OPEN);
        session.controls = Optional.of(controls);
        FakeTerminal terminal = FakeTerminal.typed("/take\n");
        assertEquals(Exit.OK, run(terminal, false));
        assertEquals(List.of("There are no turns in a chat: just speak."), terminal.err());
        assertEquals(List.of(), controls.done());
    }

    @Test
    void aMistypedCommandIsRefusedAndNotSaid() {
        FakeTerminal terminal = FakeTerminal.typedByAPerson("/wrod\n//wrod\n");
        assertEquals(Exit.OK, run(terminal, false));
        assertEquals(List.of("/wrod"), session.said);
        assertEquals(1, terminal.err().size(), terminal.err()::toString);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoIsAskedToShowItsEndSaysNoByItself(boolean json) {
        FakeTerminal terminal = FakeTerminal.silent();
        CompletableFuture<Exit> exit = CompletableFuture.supplyAsync(() -> run(terminal, json));
        session.tell(new SessionEvent.EndAsked());
        assertEquals(List.of(false), session.shows);
        session.end(EndReason.HOST_ENDED);
        assertEquals(Exit.OK, exit.join());
    }

    @Test
    void aHostThatEndsTheSessionIsNoFault() {
        FakeTerminal terminal = FakeTerminal.silent();
        CompletableFuture<Exit> exit = CompletableFuture.supplyAsync(() -> run(terminal, false));
        session.tell(said("Ada", "goodbye"));
        session.end(EndReason.HOST_ENDED);
        assertEquals(Exit.OK, exit.join());
        assertEquals(List.of("Ada: goodbye", "* The host ended the session."), terminal.out());
        assertEquals(List.of(), terminal.err());
    }

    @Test
    void aLostConnectionIsASentenceOnStandardErrorAndANumber() {
        FakeTerminal terminal = FakeTerminal.silent();
        CompletableFuture<Exit> exit = CompletableFuture.supplyAsync(() -> run(terminal, true));
        session.end(EndReason.CONNECTION_BROKEN);
        assertEquals(Exit.CONNECTION_LOST, exit.join());
        assertEquals(List.of("{\"event\":\"state\",\"state\":\"closed\",\"reason\":\"connection-broken\"}"),
                terminal.out());
        assertEquals(List.of("The connection broke."), terminal.err());
    }

    @Test
    void whatWasSaidAndNotDeliveredIsNotPassedOver() {
        session.delivers = false;
        FakeTerminal terminal = FakeTerminal.typed("one\ntwo\n");
        assertEquals(Exit.CONNECTION_LOST, run(terminal, false));
        assertEquals(List.of("2 messages were not delivered."), terminal.err());
    }

    @Test
    void aClosedPipeEndsTheSessionQuietly() {
        FakeTerminal silent = FakeTerminal.silent();
        Terminal closed = new Terminal(silent.terminal().in(), new ClosedPipe(), silent.terminal().err(),
                silent.terminal().charset(), silent.terminal().text(), false);
        CompletableFuture<Exit> exit = CompletableFuture
                .supplyAsync(() -> new TerminalChat(session, closed, false).run());
        session.tell(said("Ada", "hello"));
        assertEquals(Exit.OK, exit.join());
        assertEquals(List.of(), silent.err());
    }

    @ParameterizedTest
    @EnumSource(SessionFailure.Kind.class)
    void aSessionThatCannotBeOpenedIsOneSentenceAndANumber(SessionFailure.Kind kind) {
        FakeTerminal terminal = FakeTerminal.silent();
        session.failure = Optional.of(new SessionFailure(kind, "192.168.1.7"));
        Exit exit = run(terminal, false);
        assertTrue(exit.code() >= 3, exit.name());
        assertEquals(List.of(), terminal.out());
        assertEquals(1, terminal.err().size());
    }

    private Exit run(FakeTerminal terminal, boolean json) {
        return new TerminalChat(session, terminal.terminal(), json).run();
    }

    private static SessionEvent said(String from, String text) {
        return new SessionEvent.Arrived(new Entry(1, Instant.EPOCH, 1, from, new Entry.Said(1, text)), false, false);
    }
}
