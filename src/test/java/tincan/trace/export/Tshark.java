package tincan.trace.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// Reads a pcapng file as Wireshark does, with our dissector. Without tshark the test is skipped.
final class Tshark {
    private final Path file;

    Tshark(Path file) {
        Assumptions.assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark"))), "no tshark here to read with");
        this.file = file;
    }

    /// The fields of each packet that a filter lets through.
    List<List<String>> fields(String filter, String... fields) {
        List<String> arguments = new ArrayList<>(List.of("-Y", filter, "-T", "fields", "-E", "occurrence=a"));
        for (String field : fields) {
            arguments.add("-e");
            arguments.add(field);
        }
        return run(arguments).stream().map(line -> Stream.of(line.split("\t", -1)).map(Tshark::bit).toList()).toList();
    }

    /// Later versions write bits as words.
    private static String bit(String field) {
        return switch (field) {
            case "True" -> "1";
            case "False" -> "0";
            default -> field;
        };
    }

    /// What the client and the server of a connection sent, put together again.
    List<byte[]> stream(String protocol, int number) {
        List<StringBuilder> sides = List.of(new StringBuilder(), new StringBuilder());
        boolean begun = false;
        for (String line : run(List.of("-q", "-z", "follow," + protocol + ",raw," + number))) {
            if (line.startsWith("Node 1")) {
                begun = true;
            } else if (begun && !line.startsWith("=")) {
                sides.get(line.startsWith("\t") ? 1 : 0).append(line.strip());
            }
        }
        return sides.stream().map(side -> HexFormat.of().parseHex(side)).toList();
    }

    /// With all checksums looked at.
    private List<String> run(List<String> more) {
        List<String> arguments = new ArrayList<>(List.of("tshark", "-n", "-r", file.toString(), "-X",
                "lua_script:" + Path.of("assets", "tincan.lua").toAbsolutePath(), "-o", "ip.check_checksum:TRUE", "-o",
                "tcp.check_checksum:TRUE", "-o", "udp.check_checksum:TRUE"));
        arguments.addAll(more);
        try {
            Path errors = Files.createTempFile("tshark", ".err");
            Process process = new ProcessBuilder(arguments).redirectError(errors.toFile()).start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), Files.readString(errors));
            Files.delete(errors);
            return out.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
