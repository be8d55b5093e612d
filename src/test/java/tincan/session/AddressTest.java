package tincan.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    @Test
    void thisComputerHasALoopbackAddressAndItComesLast() {
        assertEquals(LocalAddress.Kind.LOOPBACK, LocalAddresses.all().getLast().kind());
        assertTrue(LocalAddresses.all().stream().noneMatch(address -> address.address().contains("%")));
    }
}
