package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({"192.168.1.7, 192.168.1.7, 8462, ''", "' ada-laptop:9000 ', ada-laptop, 9000, ''",
            "[fd00::12]:9000, fd00::12, 9000, ''", "[fd00::12], fd00::12, 8462, ''", "fd00::12, fd00::12, 8462, ''",
            "::1, ::1, 8462, ''", "fe80::1%eth0, fe80::1%eth0, 8462, ''",
            "tincan://ada:9000/#7-maple-orbit, ada, 9000, 7-maple-orbit", "TINCAN://10.0.0.1, 10.0.0.1, 8462, ''",
            "tincan://[fd00::12]:9000/, fd00::12, 9000, ''"})
    void readsWhatPeopleWrite(String typed, String host, int port, String code) {
        assertEquals(new PeerAddress(host, port, code), PeerAddress.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a b", "host:", "host:0", "host:65536", "host:999999", "host:-1", "ho/st",
            "[fd00::12",
            "tincan://", "tincan://:9", "http://host", "a:b:c", "host:80:90"})
    void refusesWhatIsNoAddress(String typed) {
        assertThrows(IllegalArgumentException.class, () -> PeerAddress.parse(typed));
    }

    @ParameterizedTest
    @CsvSource({"192.168.1.7, 8462, 192.168.1.7", "Ada-Laptop, 9000, ada-laptop:9000", "fd00::12, 8462, [fd00::12]",
            "fd00::12, 1, [fd00::12]:1"})
    void showsAnAddressAsItWouldBeTyped(String host, int port, String shown) {
        assertEquals(shown, new PeerAddress(host, port, "").shown());
    }

    @ParameterizedTest
    @CsvSource({"0:0:0:0:0:0:0:1, ::1", "fd00:0:0:0:0:0:0:2, fd00::2", "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
            "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1", "fd00:1:0:0:0:0:0:0, fd00:1::", "0:0:0:0:0:0:0:0, ::",
            "10.0.0.1, 10.0.0.1", "fd00:10:0:0:0:0:0:20, fd00:10::20"})
    void writesIpv6NumbersShort(String number, String shortest) {
        assertEquals(shortest, LocalAddresses.shortest(number));
    }

    @ParameterizedTest
    @CsvSource({"eth7, VirtualBox Host-Only Ethernet Adapter", "eth8, VMware Virtual Ethernet Adapter for VMnet8",
            "eth9, Hyper-V Virtual Ethernet Adapter #2", "net3, WireGuard Tunnel", "eth10, TAP-Windows Adapter V9",
            "net4, Wintun Userspace Tunnel", "eth11, ZeroTier One Virtual Port", "eth12, Npcap Loopback Adapter",
            "eth13, Cisco AnyConnect Secure Mobility Client Connection", "eth14, SoftEther VPN Client Adapter",
            "tun0, tun0", "wg0, wg0", "docker0, docker0", "br-5f2a, br-5f2a", "veth12ab, veth12ab",
            "nordvpn, nordvpn"})
    void marksWhatIsNoCableAndNoRadio(String name, String description) {
        assertTrue(LocalAddresses.isVirtual(name, description));
    }

    @ParameterizedTest
    @CsvSource({"eth0, Intel(R) Ethernet Connection (7) I219-V", "wlan2, Intel(R) Wi-Fi 6 AX201 160MHz",
            "eth1, Realtek PCIe GbE Family Controller", "eth2, Remote NDIS based Internet Sharing Device",
            "eth3, Bluetooth Device (Personal Area Network)", "eth4, Red Hat VirtIO Ethernet Adapter",
            "eth5, Microsoft Hyper-V Network Adapter", "eth6, VMware PCI Ethernet Adapter",
            "wlan3, Microsoft Wi-Fi Direct Virtual Adapter #2", "wlan4, Microsoft Hosted Network Virtual Adapter",
            "enp0s31f6, enp0s31f6", "wlp2s0, wlp2s0", "eth0, eth0", "en0, en0", "br0, br0", "usb0, usb0"})
    void marksNoCableAndNoRadio(String name, String description) {
        assertFalse(LocalAddresses.isVirtual(name, description));
    }

    @Test
    void anInterfaceIsCalledWhatPeopleKnowItBy() {
        assertEquals("Intel(R) Wi-Fi 6 AX201 160MHz",
                LocalAddresses.shown("eth7", "Intel(R) Wi-Fi 6 AX201 160MHz", true));
        assertEquals("eth7", LocalAddresses.shown("eth7", " ", true));
        assertEquals("wlan0", LocalAddresses.shown("wlan0", "wlan0", false));
    }

    @Test
    void theLikeliestAddressComesFirst() {
        LocalAddress loopback = new LocalAddress("127.0.0.1", "lo", LocalAddress.Kind.LOOPBACK);
        LocalAddress taken = new LocalAddress("169.254.12.3", "eth0", LocalAddress.Kind.PHYSICAL);
        LocalAddress vpn = new LocalAddress("10.8.0.6", "tun0", LocalAddress.Kind.VIRTUAL);
        LocalAddress six = new LocalAddress("fd00::12", "wlan0", LocalAddress.Kind.PHYSICAL);
        LocalAddress four = new LocalAddress("192.168.1.7", "wlan0", LocalAddress.Kind.PHYSICAL);
        assertEquals(List.of(four, six, vpn, taken, loopback),
                LocalAddresses.likeliestFirst(List.of(loopback, taken, vpn, six, four)));
    }

    @Test
    void thisComputerHasALoopbackAddressAndItComesLast() {
        assertEquals(LocalAddress.Kind.LOOPBACK, LocalAddresses.all().getLast().kind());
        assertTrue(LocalAddresses.all().stream().noneMatch(address -> address.address().contains("%")));
    }
}
