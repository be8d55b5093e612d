/// Opening sessions from the window: it blocks, can fail and can be given up, and none of that may show as a frozen
/// window.
///
/// Read first: [Opening], [Attempt].
package tincan.ui.opening;
