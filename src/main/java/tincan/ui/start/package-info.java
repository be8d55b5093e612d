/// The first screen: host or join, nothing asked.
///
/// Read first: [StartViewModel], [HostViewModel], [JoinViewModel].
package tincan.ui.start;
