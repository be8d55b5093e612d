package tincan;

/// The one entry point.
final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.out.println("tincan");
    }
}
