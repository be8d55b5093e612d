package tincan.secure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The three proofs, with whoever lies on either side or in between.
@Timeout(120)
final class ProofsTest {
    private static final Code CODE = new Code(7, "maple", "orbit");
    private static final Code OTHER = new Code(7, "maple", "opera");
    private static final Binding HERE = binding(1, 1);
    private static final UnaryOperator<Map<String, String>> AS_IT_IS = UnaryOperator.identity();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    /// One side of a proof.
    private interface Side {
        List<String> run(Binding binding, Messages peer) throws IOException, ProofFailed;
    }

    /// A proof with both its sides.
    private record Proof(String name, Side guest, Side host) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Stream<Proof> proofs() {
        return Stream.of(
                new Proof("code", (binding, peer) -> CodeProof.asGuest(CODE, binding, peer), host(CODE)),
                new Proof("words", WordsProof::asGuest, ProofsTest::wordsAsHost),
                new Proof("return", (binding, peer) -> ReturnProof.asGuest("secret", binding, peer),
                        (binding, peer) -> ReturnProof.asHost("secret", binding, peer)));
    }

    private static Stream<Proof> secrets() {
        return proofs().filter(proof -> !proof.name().equals("words"));
    }

    private static List<String> wordsAsHost(Binding binding, Messages peer) throws IOException, ProofFailed {
        return WordsProof.asHost(binding, peer, () -> {
            // it takes part
        });
    }

    private static Side host(Code code) {
        return (binding, peer) -> CodeProof.asHost(code, binding, peer, proof -> {
            if (!proof.holds()) {
                throw new ProofFailed(ProofFailed.Why.WRONG_SECRET);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void bothSidesGetTheSameWords(Proof proof) throws Exception {
        Wire[] wire = Wire.pair(AS_IT_IS, AS_IT_IS);
        Future<List<String>> host = start(proof.host(), HERE, wire[1]);
        List<String> words = proof.guest().run(HERE, wire[0]);
        assertEquals(3, words.size());
        assertEquals(words, host.get());
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void anotherTimeTheWordsAreOthers(Proof proof) throws Exception {
        Wire[] once = Wire.pair(AS_IT_IS, AS_IT_IS);
        start(proof.host(), HERE, once[1]);
        Wire[] again = Wire.pair(AS_IT_IS, AS_IT_IS);
        start(proof.host(), HERE, again[1]);
        assertNotEquals(proof.guest().run(HERE, once[0]), proof.guest().run(HERE, again[0]));
    }

    @Test
    void anotherCodeIsNoticedOnBothSidesAndRevealsNothingElse() throws Exception {
        Wire[] wire = Wire.pair(AS_IT_IS, AS_IT_IS);
        Future<List<String>> host = start(host(OTHER), HERE, wire[1]);
        assertThrows(IOException.class, () -> CodeProof.asGuest(CODE, HERE, wire[0])); // the host says nothing more
        assertEquals(ProofFailed.Why.WRONG_SECRET, failure(host).why());
        assertTrue(wire[1].sent.stream().noneMatch(message -> message.containsKey("mac")),
                "the host has proven nothing to a guest that proved nothing");
    }

    @Test
    void anotherSecretIsNoticedByTheGuestFirst() throws Exception {
        Wire[] wire = Wire.pair(AS_IT_IS, AS_IT_IS);
        start((binding, peer) -> ReturnProof.asHost("another", binding, peer), HERE, wire[1]);
        ProofFailed failed = assertThrows(ProofFailed.class, () -> ReturnProof.asGuest("secret", HERE, wire[0]));
        assertEquals(ProofFailed.Why.WRONG_SECRET, failed.why());
        assertEquals(1, wire[0].sent.size());
    }

    @Test
    void anotherSecretIsNoticedByTheHost() throws Exception {
        Wire[] wire = Wire.pair(AS_IT_IS, AS_IT_IS);
        Future<List<String>> host = start((binding, peer) -> ReturnProof.asHost("secret", binding, peer), HERE,
                wire[1]);
        wire[0].send(Map.of("nonce", "00".repeat(32)));
        wire[0].receive();
        wire[0].send(Map.of("mac", "00".repeat(32)));
        assertEquals(ProofFailed.Why.WRONG_SECRET, failure(host).why());
    }

    /// Somebody who ends TLS on both sides and passes all messages on: the exporters differ.
    @ParameterizedTest
    @MethodSource("proofs")
    void aRelayBetweenTwoConnectionsIsFoundOut(Proof proof) throws Exception {
        isFoundOut(proof, binding(1, 1), binding(2, 1));
    }

    /// Somebody who changed a word of the opening on the way: the hashes of it differ.
    @ParameterizedTest
    @MethodSource("proofs")
    void aChangedOpeningIsFoundOut(Proof proof) throws Exception {
        isFoundOut(proof, binding(1, 1), binding(1, 2));
    }

    /// At least one side fails, and none has words in common with the other.
    private void isFoundOut(Proof proof, Binding atGuest, Binding atHost) throws Exception {
        Wire[] wire = Wire.pair(AS_IT_IS, AS_IT_IS);
        Future<List<String>> host = start(proof.host(), atHost, wire[1]);
        Future<List<String>> guest = start(proof.guest(), atGuest, wire[0]);
        assertTrue(failed(host), "the host noticed nothing");
        if (!proof.name().equals("words")) { // there people look at the words, which never came
            assertTrue(failed(guest), "the guest noticed nothing");
        }
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void whatWasHeardOnceIsWorthNothingLater(Proof proof) throws Exception {
        Wire[] wire = Wire.pair(AS_IT_IS, AS_IT_IS);
        Future<List<String>> host = start(proof.host(), HERE, wire[1]);
        proof.guest().run(HERE, wire[0]);
        host.get();
        assertThrows(ProofFailed.class, () -> proof.host().run(HERE, Wire.playing(wire[0].sent)));
        assertThrows(ProofFailed.class, () -> proof.guest().run(HERE, Wire.playing(wire[1].sent)));
    }

    @ParameterizedTest
    @MethodSource("secrets")
    void whoOnlySendsBackWhatItGetsProvesNothing(Proof proof) throws Exception {
        assertThrows(ProofFailed.class, () -> proof.guest().run(HERE, new Mirror()));
        Future<List<String>> host = start(proof.host(), HERE, new Mirror());
        assertInstanceOf(Exception.class, assertThrows(ExecutionException.class, host::get).getCause());
    }

    /// Sends back what was sent, with whatever a message of the other side has besides.
    private static final class Mirror implements Messages {
        private final Map<String, String> last = new HashMap<>(
                Map.of("nonce", "00".repeat(32), "mac", "11".repeat(32)));

        @Override
        public void send(Map<String, String> values) {
            last.putAll(values);
        }

        @Override
        public Map<String, String> receive() {
            return Map.copyOf(last);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gx1", "gx2", "gv1", "r1", "gv2", "r2", "a", "gv", "r", "mac"})
    void aChangedValueOfTheCodeProofIsFoundOut(String name) throws Exception {
        UnaryOperator<Map<String, String>> change = message -> {
            Map<String, String> changed = new HashMap<>(message);
            changed.computeIfPresent(name, (_, value) -> (value.charAt(0) == '1' ? "2" : "1") + value.substring(1));
            return changed;
        };
        for (boolean fromGuest : new boolean[]{true, false}) {
            Wire[] wire = Wire.pair(fromGuest ? change : AS_IT_IS, fromGuest ? AS_IT_IS : change);
            Future<List<String>> host = start(host(CODE), HERE, wire[1]);
            Future<List<String>> guest = start((binding, peer) -> CodeProof.asGuest(CODE, binding, peer), HERE,
                    wire[0]);
            assertTrue(failed(guest), name + " changed, and the guest noticed nothing");
            assertTrue(failed(host) != (name.equals("mac") && !fromGuest), name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1", "xyz", "-1", "００", "f"})
    void aValueThatIsNoneIsFoundOut(String value) {
        Map<String, String> bad = new HashMap<>();
        Stream.of("gx1", "gx2", "gv1", "r1", "gv2", "r2", "a", "gv", "r", "mac", "nonce", "commit")
                .forEach(name -> bad.put(name, value));
        List<Map<String, String>> all = List.of(bad, bad, bad);
        proofs().forEach(proof -> {
            assertThrows(ProofFailed.class, () -> proof.host().run(HERE, Wire.playing(all)), proof.name());
            assertThrows(ProofFailed.class, () -> proof.guest().run(HERE, Wire.playing(all)), proof.name());
        });
        List<Map<String, String>> empty = List.of(Map.of(), Map.of());
        proofs().forEach(proof -> assertThrows(ProofFailed.class, () -> proof.host().run(HERE, Wire.playing(empty))));
    }

    @Test
    void aValueMayNotBeLongerThanItsGroup() {
        Map<String, String> bad = new HashMap<>();
        Stream.of("gx1", "gx2", "gv1", "r1", "gv2", "r2").forEach(name -> bad.put(name, "f".repeat(100_000)));
        assertThrows(ProofFailed.class, () -> host(CODE).run(HERE, Wire.playing(List.of(bad))));
    }

    /// A host that would choose its nonce after it knows the guest's could choose the words; a guest the same.
    @Test
    void aGuestThatOpensAnotherNonceThanItCommittedToIsFoundOut() throws Exception {
        Wire[] wire = Wire.pair(AS_IT_IS, AS_IT_IS);
        Future<List<String>> host = start(ProofsTest::wordsAsHost, HERE, wire[1]);
        wire[0].send(Map.of("commit", "00".repeat(32)));
        wire[0].receive();
        wire[0].send(Map.of("nonce", "00".repeat(32)));
        assertEquals(ProofFailed.Why.TAMPERED, failure(host).why());
    }

    @Test
    void theHostGetsTheGuestsNonceOnlyAfterItGaveItsOwn() throws Exception {
        Wire[] wire = Wire.pair(AS_IT_IS, AS_IT_IS);
        start(ProofsTest::wordsAsHost, HERE, wire[1]);
        WordsProof.asGuest(HERE, wire[0]);
        assertEquals(List.of("commit"), List.copyOf(wire[0].sent.getFirst().keySet()));
        assertEquals(List.of("nonce"), List.copyOf(wire[1].sent.getFirst().keySet()));
        assertNotEquals(wire[0].sent.getFirst().get("commit"), wire[0].sent.get(1).get("nonce"));
    }

    @Test
    void aHostThatTakesNoPartRevealsNothing() throws Exception {
        Wire[] wire = Wire.pair(AS_IT_IS, AS_IT_IS);
        Future<List<String>> host = start((binding, peer) -> WordsProof.asHost(binding, peer, () -> {
            throw new ProofFailed(ProofFailed.Why.TOO_MANY);
        }), HERE, wire[1]);
        wire[0].send(Map.of("commit", "00".repeat(32)));
        assertEquals(ProofFailed.Why.TOO_MANY, failure(host).why());
        assertEquals(List.of(), wire[1].sent);
    }

    private Future<List<String>> start(Side side, Binding binding, Messages peer) {
        Callable<List<String>> run = () -> {
            try {
                return side.run(binding, peer);
            } finally {
                if (peer instanceof Wire wire) {
                    wire.end();
                }
            }
        };
        return threads.submit(run);
    }

    private static boolean failed(Future<List<String>> side) throws InterruptedException {
        try {
            side.get();
            return false;
        } catch (ExecutionException e) {
            assertTrue(e.getCause() instanceof ProofFailed || e.getCause() instanceof IOException,
                    () -> String.valueOf(e.getCause()));
            return true;
        }
    }

    private static ProofFailed failure(Future<List<String>> side) {
        return assertInstanceOf(ProofFailed.class, assertThrows(ExecutionException.class, side::get).getCause());
    }

    private static Binding binding(int exporter, int opening) {
        byte[] first = new byte[32];
        byte[] second = new byte[32];
        Arrays.fill(first, (byte) exporter);
        Arrays.fill(second, (byte) opening);
        return new Binding(first, second);
    }
}
