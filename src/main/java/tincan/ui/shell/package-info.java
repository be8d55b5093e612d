/// The one window: which screen is in front, how it looks, where it stands, and the keys that hold everywhere.
///
/// Read first: [MainWindow].
package tincan.ui.shell;
