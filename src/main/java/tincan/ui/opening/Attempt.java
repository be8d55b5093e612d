package tincan.ui.opening;

import tincan.session.SessionFailure;

/// One try to open something over the network.
///
/// @param <T> what is open then
public interface Attempt<T> {

    /// Opens it. Blocks until that is done or has failed.
    T open() throws SessionFailure;

    /// Ends the attempt, or what came of it. May be called while [#open] runs, which then ends soon.
    void abandon();
}
