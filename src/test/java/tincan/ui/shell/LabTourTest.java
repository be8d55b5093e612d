package tincan.ui.shell;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import tincan.home.Language;
import tincan.home.Settings;
import tincan.home.TextScale;
import tincan.home.Theme;
import tincan.home.WindowPlace;
import tincan.lab.ServerOptions.Serving;

/// Each lesson as its page says, until the check has nothing to miss; drawn into `target/screenshots`.
@ExtendWith(ApplicationExtension.class)
final class LabTourTest {
    private static final Settings LIGHT = new Settings("Ada", Theme.LIGHT, Language.ENGLISH, TextScale.PERCENT_100,
            true, false, new WindowPlace(0, 0, 1280, 800, false));
    private static final Settings DARK = LIGHT.withTheme(Theme.DARK).withLanguage(Language.CHINESE);

    @TempDir
    private Path folder;
    private Stage stage;
    private LabHand hand;

    @Start
    void keep(Stage given) {
        stage = given;
    }

    @AfterEach
    void close(FxRobot robot) throws InterruptedException {
        robot.interact(hand.stand().window::close);
        assertTrue(hand.stand().closed.await(20, TimeUnit.SECONDS));
    }

    private interface Exercise {
        void goThrough(LabHand hand) throws Exception;
    }

    private enum Tour {
        TIME_ECHO_THREADS(LIGHT, LabTourTest::timeEchoThreads), UPPER(DARK, LabTourTest::upper), ECHO(LIGHT,
                LabTourTest::echo), UDP_OK(DARK, LabTourTest::udpOk), UDP_ECHO(LIGHT,
                        LabTourTest::udpEcho), COMMAND(DARK, LabTourTest::command), WELCOME(LIGHT,
                                LabTourTest::welcome), UPLOAD(DARK, LabTourTest::upload), PRINTER(LIGHT,
                                        LabTourTest::printer), STICKY(DARK, LabTourTest::sticky), REUSE(LIGHT,
                                                LabTourTest::reuse), BACKLOG(DARK, LabTourTest::backlog), TIMEOUT(
                                                        LIGHT, LabTourTest::timeout), NAGLE(DARK,
                                                                LabTourTest::nagle), LOSS(LIGHT,
                                                                        LabTourTest::loss), TURNS(DARK,
                                                                                LabTourTest::turns), FREE(LIGHT,
                                                                                        LabTourTest::free), HALF_CLOSE(
                                                                                                DARK,
                                                                                                LabTourTest::halfClose);

        private final Settings settings;
        private final Exercise exercise;

        Tour(Settings settings, Exercise exercise) {
            this.settings = settings;
            this.exercise = exercise;
        }

        private String lesson() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    @ParameterizedTest
    @EnumSource
    void theExerciseIsDoneAsItsPageSays(Tour tour, FxRobot robot) throws Exception {
        hand = new LabHand(robot, stage, folder, tour.settings);
        hand.openLesson(tour.lesson());
        tour.exercise.goThrough(hand);
        hand.shoot("lab-" + tour.lesson());
        hand.checkUntilDone();
        hand.shoot("lab-" + tour.lesson() + "-done");
    }

    private static void timeEchoThreads(LabHand hand) throws Exception {
        hand.serve(Serving.THREAD);
        hand.start();
        hand.connect();
        hand.addClient();
        hand.connect();
        hand.addClient();
        hand.connect();
        for (int client = 3; client >= 1; client--) {
            hand.atClient(client);
            hand.say("Hello");
            hand.awaitLines(2);
        }
        for (int client = 1; client <= 3; client++) {
            hand.atClient(client);
            hand.say("");
            hand.awaitLeft();
        }
    }

    private static void upper(LabHand hand) throws Exception {
        hand.startAndConnect();
        hand.say("abc");
        hand.awaitLines(2);
        hand.say("café");
        hand.awaitLines(4);
        hand.fire("#logViewLadder");
        hand.waitFor(() -> !hand.find(Node.class, "#ladder").lookupAll(".ladder-transfer").isEmpty());
        hand.shoot("lab-upper-ladder");
        hand.say("exit");
        hand.awaitLeft();
    }

    private static void echo(LabHand hand) throws Exception {
        hand.start();
        hand.type("#clientBuffer", "4");
        hand.connect();
        hand.say("hello, world");
        hand.awaitLines(4);
        hand.say("bye");
        hand.awaitLines(6);
        hand.press("#clientClose");
        hand.awaitLeft();
    }

    private static void udpOk(LabHand hand) throws Exception {
        hand.startAndConnect();
        hand.say("Hello");
        hand.awaitLines(2);
        hand.addClient();
        hand.connect();
        hand.say("Hello");
        hand.awaitLines(2);
        hand.fire("#serverStop");
        hand.awaitStopped();
        hand.atClient(1);
        hand.type("#clientTimeout", "1");
        hand.say("Hello");
        hand.awaitLines(4);
    }

    private static void udpEcho(LabHand hand) throws Exception {
        hand.startAndConnect();
        hand.say("one");
        hand.awaitLines(2);
        hand.say("two");
        hand.awaitLines(4);
        hand.type("#clientBuffer", "4");
        hand.say("hello, world");
        hand.awaitLines(6);
        hand.say("bye");
        hand.awaitLeft();
        hand.awaitStopped();
    }

    private static void command(LabHand hand) throws Exception {
        hand.start();
        hand.type("#clientBuffer", "10");
        hand.connect();
        for (String line : new String[]{"date", "Start", "foo", "Start", "date", "hello"}) {
            int before = hand.lines();
            hand.say(line);
            hand.awaitLines(before + 2);
        }
        hand.say("exit");
        hand.awaitLeft();
    }

    private static void welcome(LabHand hand) throws Exception {
        hand.serve(Serving.THREAD);
        hand.startAndConnect();
        hand.awaitLines(1);
        hand.addClient();
        hand.connect();
        hand.awaitLines(1);
        hand.say("0");
        hand.awaitLines(3);
        hand.atClient(1);
        hand.say("date");
        hand.awaitLines(3);
        hand.say("exit");
        hand.awaitLeft();
        hand.atClient(2);
        hand.say("exit");
        hand.awaitLeft();
    }

    private static void upload(LabHand hand) throws Exception {
        hand.startAndConnect();
        hand.awaitLines(1);
        hand.say("{\"action\": \"put\", \"filename\": \"a.bin\", \"filesize\": 5}");
        hand.awaitLines(3);
        hand.say("Hel");
        hand.awaitRead("server-1", 3);
        hand.say("lo");
        hand.awaitLines(6);
        hand.press("#clientClose");
        hand.awaitLeft();
        for (String size : new String[]{"-5", "1000000000000"}) {
            int before = hand.lines();
            hand.connect();
            hand.awaitLines(before + 1);
            hand.say("{\"action\": \"put\", \"filename\": \"a.bin\", \"filesize\": " + size + "}");
            hand.awaitLines(before + 3);
            hand.press("#clientClose");
            hand.awaitLeft();
        }
    }

    private static void printer(LabHand hand) throws Exception {
        hand.serve(Serving.THREAD);
        hand.startAndConnect();
        for (int job = 1; job <= 6; job++) {
            hand.say("print hi");
            hand.awaitLines(2 * job);
        }
        hand.addClient();
        hand.connect();
        hand.say("status");
        hand.awaitLines(2);
        hand.say("paper");
        hand.awaitLines(4);
        hand.say("exit");
        hand.atClient(1);
        for (String line : new String[]{"print this line is longer than what is left", "ink",
                "print this line is longer than what is left"}) {
            int before = hand.lines();
            hand.say(line);
            hand.awaitLines(before + 2);
        }
        hand.say("exit");
        hand.awaitLeft();
    }

    private static void sticky(LabHand hand) throws Exception {
        hand.startAndConnect();
        for (String choice : new String[]{"three", "pieces", "newline", "fixed", "length", "json"}) {
            int before = hand.lines();
            hand.say(choice);
            hand.awaitLines(before + 2);
        }
        hand.say("exit");
        hand.awaitLeft();
    }

    private static void reuse(LabHand hand) throws Exception {
        hand.startAndConnect();
        hand.awaitLeft();
        String port = hand.portOfClient();
        hand.fire("#serverStop");
        hand.awaitStopped();
        hand.type("#serverPort", port);
        hand.tick("#serverReuse", false);
        hand.fire("#serverStart");
        hand.waitFor(() -> hand.find(Node.class, "#serverTrouble").isVisible());
        hand.shoot("lab-reuse-refused");
        hand.tick("#serverReuse", true);
        hand.start();
    }

    private static void backlog(LabHand hand) throws Exception {
        hand.serve(Serving.THREAD);
        hand.type("#serverBacklog", "1");
        hand.start();
        hand.type("#clientTimeout", "60");
        hand.connect();
        hand.addClient();
        hand.type("#clientTimeout", "60");
        hand.connect();
        hand.addClient();
        hand.type("#clientTimeout", "60");
        hand.press("#clientConnect");
        hand.atClient(1);
        hand.say("early");
        hand.shoot("lab-backlog-waiting");
        for (int accepted = 1; accepted <= 3; accepted++) {
            hand.waitFor(() -> !hand.find(ButtonBase.class, "#step").isDisabled());
            hand.robot().type(KeyCode.F10);
            int now = accepted;
            hand.waitFor(() -> hand.find(VBox.class, "#serverClients").getChildren().size() == now);
        }
    }

    private static void timeout(LabHand hand) throws Exception {
        hand.startAndConnect();
        hand.say("5");
        hand.awaitLines(2);
        hand.type("#clientTimeout", "10");
        hand.say("1");
        hand.awaitLines(5);
        hand.press("#clientClose");
        hand.awaitLeft();
    }

    private static void nagle(LabHand hand) throws Exception {
        hand.startAndConnect();
        hand.awaitLines(10);
        hand.press("#clientClose");
        hand.awaitLeft();
        hand.robot().interact(() -> hand.ofClient(CheckBox.class, "#clientNagle").setSelected(false));
        int before = hand.lines();
        hand.connect();
        hand.awaitLines(before + 10);
        hand.press("#clientClose");
        hand.awaitLeft();
    }

    private static void loss(LabHand hand) throws Exception {
        hand.startAndConnect();
        hand.awaitLeft();
        hand.fault("#faultLoss", 60);
        hand.fault("#faultDuplicates", 100);
        hand.fire("#faults");
        hand.shoot("lab-loss-faults");
        hand.fire("#faults");
        for (int run = 0; run < 3; run++) {
            hand.connect();
            hand.awaitLeft();
        }
    }

    private static void turns(LabHand hand) throws Exception {
        hand.startAndConnect();
        for (String line : new String[]{"hello", "how are you?"}) {
            int before = hand.lines();
            hand.say(line);
            hand.awaitServerLines(before + 1);
            hand.sayAtServer("good morning");
            hand.awaitLines(before + 2);
        }
        hand.say("bye");
        hand.awaitLeft();
    }

    private static void free(LabHand hand) throws Exception {
        hand.startAndConnect();
        hand.say("one");
        hand.say("two");
        hand.say("three");
        hand.awaitServerLines(3);
        hand.sayAtServer("four");
        hand.sayAtServer("five");
        hand.awaitLines(5);
        hand.say("bye");
        hand.awaitLeft();
    }

    private static void halfClose(LabHand hand) throws Exception {
        hand.startAndConnect();
        hand.say("one");
        hand.say("two");
        hand.say("three");
        hand.awaitLines(3);
        hand.awaitRead("server-1", 14);
        hand.press("#clientHalfClose");
        hand.awaitLines(4);
        if (!hand.left()) {
            hand.press("#clientClose");
        }
        hand.awaitLeft();
    }
}
