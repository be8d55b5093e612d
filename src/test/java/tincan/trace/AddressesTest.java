package tincan.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "192.168.1.7|•••",
            "192.168.1.7:8462|•••",
            "/127.0.0.1:8462|/•••",
            "line-3 192.168.1.7:50412|line-3 •••",
            "line-3:10.0.0.1|line-3:•••",
            "from 10.0.0.1 to 10.0.0.2.|from ••• to •••.",
            "10.0.0.1: refused|•••: refused",
            "fe80::1|•••",
            "fe80::1: refused|•••: refused",
            "at fe80::1.|at •••.",
            "peer:fe80::1|peer:•••",
            "fe80:0:0:0:a:b:c:d%eth0|•••",
            "[fd00::12]:8462|•••",
            "[fe80::1%wlp2s0]:8462|•••",
            "[::]:8462|•••",
            "::1|•••",
            "::ffff:192.168.1.7|•••",
            "[::ffff:192.168.1.7]:1|•••",
            "2001:DB8:0:0:8:800:200C:417A|•••",
            "{\"text\":\"call 10.1.2.3\\n10.1.2.4\"}|{\"text\":\"call •••\\n•••\"}",
            "port 36615, backlog 256|port •••, backlog 256",
            "<td>127.0.0.1:1</td>|<td>•••</td>",
            "大家好10.0.0.1，你好|大家好•••，你好"})
    void anAddressIsHiddenWithItsPort(String text, String shown) {
        assertEquals(shown, Addresses.hidden(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "09:41:00.123", "2026-11-21T10:00:00.123456Z", "1.5 ms", "300.1.1.1", "1.2.3",
            "1.2.3.4.5", "de:ad:be:ef:00:01", "::", "Foo::bar", "a, b: c.", "td::before { top: 0.5em }", "12:30",
            "SO_REUSEADDR=true", "1:2:3:4:5:6:7", "::1::2", "backlog 50", "export 12"})
    void whatIsNoAddressStays(String text) {
        assertEquals(text, Addresses.hidden(text));
    }

    @Test
    void aTextMadeToBeSlowIsNot() {
        String hostile = "a:".repeat(500_000) + "z" + "1.".repeat(500_000) + "[".repeat(100_000);
        assertEquals(hostile, assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Addresses.hidden(hostile)));
    }
}
