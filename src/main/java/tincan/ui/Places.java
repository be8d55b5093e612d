package tincan.ui;

import java.util.Optional;
import java.util.function.Supplier;
import tincan.home.RecentAddresses;

/// Where one may want to go, beside where one types.
///
/// @param recent the addresses last joined
/// @param nearby what is announced on this network
/// @param resumable one's own session that can go on; asking may block
public record Places(RecentAddresses recent, Nearby nearby, Supplier<Optional<Resumable>> resumable) {}
