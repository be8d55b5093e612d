package tincan.session;

/// An address of this computer.
///
/// @param address the number, such as `192.168.1.7` or `fd00::12`
/// @param networkInterface the system's name of the interface, such as `wlan0`; on Windows its description
/// @param kind what sort of interface it is
public record LocalAddress(String address, String networkInterface, Kind kind) {

    /// Sorts of interfaces, the likeliest to reach another computer first.
    public enum Kind {
        /// A network card or radio.
        PHYSICAL,
        /// A VPN's, a container's or a virtual machine's.
        VIRTUAL,
        /// Only this computer reaches it.
        LOOPBACK
    }
}
