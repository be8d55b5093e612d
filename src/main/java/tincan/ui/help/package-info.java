/// The keys of the window, listed over the screen in front.
///
/// Read first: [HelpController].
package tincan.ui.help;
