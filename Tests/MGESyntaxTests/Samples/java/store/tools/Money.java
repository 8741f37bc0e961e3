package store.tools;

public final class Money {
    public static final int ZERO = 0;

    public static String format(int amount) {
        return "" + amount;
    }
}
