package tincan.trace.export;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tincan.trace.SocketCall;
import tincan.trace.ladder.Ladder;
import tincan.trace.ladder.Lane;
import tincan.trace.ladder.Rung;

/// What a stranger should know of a connection before looking at its ladder, in sentences.
final class Facts {
    private final PageWords words;
    private final Captions captions;

    /// A read or a write. The numbers of the two ends have nothing to do with each other.
    private record Call(Lane from, long number) {}

    Facts(PageWords words, Captions captions) {
        this.words = words;
        this.captions = captions;
    }

    List<String> of(Ladder ladder) {
        List<String> facts = new ArrayList<>();
        facts.add(transfers(ladder).min(Comparator.comparing(Rung.Transfer::at))
                .map(first -> words.of("page.fact.first", captions.lane(first.from()), captions.transfer(first)))
                .orElseGet(() -> words.of("page.fact.nothing")));
        facts.add(words.of("page.fact.amounts", amount(ladder, Lane.CLIENT), amount(ladder, Lane.SERVER)));
        cuts(facts, ladder);
        longest(ladder).ifPresent(wait -> facts
                .add(words.of("page.fact.waited", captions.lane(wait.lane()), captions.blocked(wait))));
        facts.add(ladder.far() ? words.of("page.fact.both-ends") : words.of("page.fact.one-end"));
        return facts;
    }

    /// Without both ends nobody knows how anything was cut.
    private void cuts(List<String> facts, Ladder ladder) {
        if (ladder.far()) {
            Set<Call> split = new HashSet<>();
            Set<Call> joined = new HashSet<>();
            transfers(ladder).forEach(transfer -> {
                if (transfer.split()) {
                    split.add(new Call(transfer.from(), transfer.write().orElseThrow().number()));
                }
                if (transfer.joined()) {
                    joined.add(new Call(transfer.from(), transfer.read().orElseThrow().number()));
                }
            });
            facts.add(words.of("page.fact.cuts", split.size(), joined.size()));
        }
    }

    private static long amount(Ladder ladder, Lane from) {
        return transfers(ladder).filter(transfer -> transfer.from() == from)
                .mapToLong(transfer -> transfer.span().bytes()).sum();
    }

    private static Stream<Rung.Transfer> transfers(Ladder ladder) {
        return ladder.rungs().stream().filter(Rung.Transfer.class::isInstance).map(Rung.Transfer.class::cast);
    }

    private static Optional<Rung.Blocked> longest(Ladder ladder) {
        return ladder.rungs().stream().filter(Rung.Blocked.class::isInstance).map(Rung.Blocked.class::cast)
                .filter(blocked -> blocked.call() == SocketCall.READ && blocked.until().isPresent())
                .max(Comparator.comparing(Facts::time));
    }

    static Duration time(Rung.Blocked blocked) {
        return blocked.until().map(until -> Duration.between(blocked.at(), until))
                .orElse(Duration.ofSeconds(Long.MAX_VALUE));
    }
}
