package tincan.ui.lab;

/// A line of a console.
record ConsoleLine(From from, String words) {

    /// Who said it.
    enum From {
        /// The person at this console.
        PERSON,
        /// The other end, over the network.
        NETWORK,
        /// The lesson itself.
        LESSON
    }
}
