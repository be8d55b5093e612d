/// A recording from a file in the window: looked at as a whole, or played again as it happened.
///
/// Read first: [ReplayViewModel], [ReplayScreen].
package tincan.ui.replay;
