/// A host and a guest beside each other in one window, for a demonstration.
///
/// Read first: [BothEndsScreen].
package tincan.ui.bothends;
