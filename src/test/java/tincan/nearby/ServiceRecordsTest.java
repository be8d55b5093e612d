package tincan.nearby;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

final class ServiceRecordsTest {
    private static final ServiceRecords RECORDS = ServiceRecords.multicast(Samples.ADA,
            List.of(Samples.FOUR, Samples.SIX));

    @Test
    void theInstanceIsNamedAfterTheTitleAndTheIdAndTheHostAfterTheIdAlone() {
        assertEquals("Ada's session (01234567)", label(RECORDS.instance()));
        assertEquals("tincan-0123456789abcdef.local.", RECORDS.hostTypes().getName().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ééééééééééééééééééééééééééééééééééééééé", "会话会话会话会话会话会话会话会话会话",
            "a☎☎☎☎☎☎☎☎☎☎☎☎☎☎☎☎☎☎☎☎☎☎", "😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀", "...\\.\\000", "\uD800"})
    void anyTitleMakesALabelOfWholeCodePoints(String title) {
        Announcement announcement = new Announcement(Samples.ID, title, "Ada", true, 1, 1);
        String label = label(ServiceRecords.multicast(announcement, List.of()).instance());
        String tag = " (01234567)";
        assertTrue(label.endsWith(tag), label);
        String readable = title.replace('\uD800', '?');
        assertTrue(readable.startsWith(label.substring(0, label.length() - tag.length())), label);
        assertTrue(readable.length() < 10 || label.getBytes(StandardCharsets.UTF_8).length > 59, label);
    }

    private static String label(Record instance) {
        byte[] label = ((org.xbill.DNS.PTRRecord) instance).getTarget().getLabel(0);
        return new String(label, 1, label.length - 1, StandardCharsets.UTF_8);
    }

    @Test
    void whatASessionSaysOfItselfIsReadAsItWasWritten() {
        assertEquals(Optional.of(new Description(Samples.ID, "Ada's session", "Ada", false, 1)),
                Description.of((TXTRecord) RECORDS.text()));
    }

    @Test
    void aTitleThatIsTooLongIsCutOff() {
        Announcement announcement = new Announcement(Samples.ID, "会".repeat(200), "h".repeat(1000), true, 1, 1);
        TXTRecord text = (TXTRecord) ServiceRecords.multicast(announcement, List.of()).text();
        assertEquals(Optional.of(new Description(Samples.ID, "会".repeat(83), "h".repeat(250), true, 1)),
                Description.of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v=1", "id=0123456789abcdef", "v=x;id=0123456789abcdef", "v=123456;id=0123456789abcdef",
            "v=1;id=../../etc", "v=1;id=0123456789ABCDEF", "v=1;id=", "=1;id", ""})
    void whatIsNoSessionOfOursIsNotRead(String strings) {
        assertEquals(Optional.empty(), Description.of(text(strings)));
    }

    @Test
    void keysHaveNoCaseAndTheFirstOfTwoCounts() {
        assertEquals(Optional.of(new Description(Samples.ID, "a=b", "", true, 7)),
                Description.of(text("V=7;ID=0123456789abcdef;Title=a=b;title=c;AUTH=open;unknown;v=8")));
    }

    private static TXTRecord text(String strings) {
        return new TXTRecord(RECORDS.text().getName(), DClass.IN, 120, List.of(strings.split(";")));
    }

    @Test
    void everyQuestionAboutItHasItsAnswer() {
        Name instance = RECORDS.location().getName();
        Name host = RECORDS.hostTypes().getName();
        assertEquals(List.of(RECORDS.instance()), answers(ServiceRecords.TYPE, Type.PTR));
        assertEquals(List.of(RECORDS.instance()), answers(ServiceRecords.TYPE, Type.ANY));
        assertEquals(List.of(RECORDS.service()), answers(ServiceRecords.TYPES, Type.PTR));
        assertEquals(List.of(RECORDS.location()), answers(instance, Type.SRV));
        assertEquals(List.of(RECORDS.text()), answers(instance, Type.TXT));
        assertEquals(List.of(RECORDS.location(), RECORDS.text()), answers(instance, Type.ANY));
        assertEquals(List.of(RECORDS.addresses().getFirst()), answers(host, Type.A));
        assertEquals(List.of(RECORDS.addresses().getLast()), answers(host, Type.AAAA));
        assertEquals(RECORDS.addresses(), answers(host, Type.ANY));
        assertEquals(List.of(), answers(ServiceRecords.TYPE, Type.SRV));
        assertEquals(List.of(), answers(Name.fromConstantString("_http._tcp.local."), Type.PTR));
    }

    @Test
    void whatANameDoesNotHaveIsDenied() {
        assertEquals(List.of(RECORDS.instanceTypes()), answers(RECORDS.location().getName(), Type.A));
        ServiceRecords fourOnly = ServiceRecords.multicast(Samples.ADA, List.of(Samples.FOUR));
        List<Record> denial = fourOnly.answers(question(fourOnly.hostTypes().getName(), Type.AAAA));
        assertTrue(((NSECRecord) denial.getFirst()).hasType(Type.A));
        assertEquals(List.of(fourOnly.hostTypes()), denial);
    }

    private static List<Record> answers(Name name, int type) {
        return RECORDS.answers(question(name, type));
    }

    private static Record question(Name name, int type) {
        return Record.newRecord(name, type, DClass.IN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456", "0123456789abcdeF", "01234567 ",
            "0123456789abcdef0123456789abcdef0123456789abcdef"
                    + "0123456789abcdef0"})
    void anIdIsHexadecimal(String id) {
        assertThrows(IllegalArgumentException.class, () -> new Announcement(id, "", "", true, 1, 1));
    }

    @Test
    void theLongestIdMakesNames() {
        Announcement longest = new Announcement(Samples.ID.repeat(4), "", "", true, 1, 1);
        assertTrue(ServiceRecords.multicast(longest, List.of()).hostTypes().getName().getLabel(0).length <= 64);
    }
}
