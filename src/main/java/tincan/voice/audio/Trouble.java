package tincan.voice.audio;

/// What keeps sound from coming in or going out. None of it ends anything else: who has it goes on trying.
public enum Trouble {
    /// There is no such device.
    NO_DEVICE,
    /// The one that was chosen is not there, and others are.
    CHOSEN_GONE,
    /// It is there and does not open: another program has it, or it does not take this form of sound.
    BUSY,
    /// It gave or took no more sound while it was open.
    LOST,
    /// There were devices, and now there is none at all: what serves sound on this computer has ended.
    SERVER_GONE,
    /// The microphone gives nothing but exact zeros: it is muted, or the system keeps it from this program without
    /// a word.
    SILENT
}
