package tincan;

import java.util.Locale;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import tincan.room.Mode;
import tincan.session.HostControls;
import tincan.session.Person;
import tincan.session.Session;

/// What a host may ask for about who comes in, who stays and who speaks. The names stand in both dialects, in small
/// letters: `/admit 3` and `{"admit":"3"}`.
enum HostOrder {
    /// Lets in who knocks as that number.
    ADMIT,
    /// Does not.
    REFUSE,
    /// Ends the stay of the member of that name.
    REMOVE,
    /// The same, and lets nobody in from its address.
    BAR,
    /// Lets people in from that address again.
    UNBAR,
    /// Lets nobody new in.
    LOCK,
    /// Lets people in again.
    UNLOCK,
    /// Takes another code.
    CODE,
    /// Decides who may speak: `chat` or `walkie-talkie`.
    MODE,
    /// Takes the floor from whoever has it.
    TAKE;

    private static final int LONGEST_NUMBER = 18;

    /// As it is written.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether something must be said with it.
    boolean wantsArgument() {
        return switch (this) {
            case ADMIT, REFUSE, REMOVE, BAR, UNBAR, MODE -> true;
            case LOCK, UNLOCK, CODE, TAKE -> false;
        };
    }

    static Optional<HostOrder> of(String word) {
        return Stream.of(values()).filter(order -> order.word().equals(word)).findFirst();
    }

    /// Does it.
    ///
    /// @return false if there is nobody of that name, or no such number
    boolean obey(Session session, HostControls controls, String argument) {
        return switch (this) {
            case ADMIT -> number(argument).map(controls::admit).orElse(false);
            case REFUSE -> number(argument).map(controls::turnAway).orElse(false);
            case REMOVE -> toMember(session, controls, argument, HostControls::remove);
            case BAR -> toMember(session, controls, argument, HostControls::bar);
            case UNBAR -> controls.barred().contains(argument) && done(() -> controls.unbar(argument));
            case LOCK -> done(() -> controls.lock(true));
            case UNLOCK -> done(() -> controls.lock(false));
            case MODE -> Mode.of(argument).map(mode -> done(() -> controls.mode(mode))).orElse(false);
            case TAKE -> done(controls::takeFloor);
            case CODE -> controls.code().isPresent() && done(controls::changeCode);
        };
    }

    private static boolean toMember(Session session, HostControls controls, String name,
            ObjIntConsumer<HostControls> order) {
        Optional<Person> member = session.members().stream()
                .filter(person -> person.name().equals(name) && person.member() != session.self().member()).findFirst();
        member.ifPresent(person -> order.accept(controls, person.member()));
        return member.isPresent();
    }

    private static boolean done(Runnable order) {
        order.run();
        return true;
    }

    private static Optional<Long> number(String written) {
        return written.length() <= LONGEST_NUMBER && written.chars().allMatch(c -> c >= '0' && c <= '9')
                && !written.isEmpty() ? Optional.of(Long.valueOf(written)) : Optional.empty();
    }
}
