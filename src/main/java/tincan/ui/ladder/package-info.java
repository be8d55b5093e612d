/// One connection as a ladder: what each end did, and which bytes went between them.
///
/// Read first: [LadderViewModel], [LadderControl].
package tincan.ui.ladder;
