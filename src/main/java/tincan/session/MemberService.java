package tincan.session;

/// What a host has for those who are in, beside the log. Any thread.
///
/// @param onAcknowledged called when a member has acknowledged entries
record MemberService(HostFloor floor, HostVoice voice, ShownEnds farEnds, Dispatcher events, Runnable onAcknowledged) {}
