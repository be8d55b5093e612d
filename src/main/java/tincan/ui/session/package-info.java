/// The session's screen: the line at the top, members at the left, the conversation with its composer in the centre,
/// the connection log at the bottom.
///
/// Read first: [SessionView], [SessionViewModel], [ConversationViewModel].
package tincan.ui.session;
