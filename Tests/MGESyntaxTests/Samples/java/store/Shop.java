package store;

import static store.tools.Money.*;
import static store.tools.Money.ZERO;

import java.util.List;
import store.model.Item;
import store.model.Item.Kind;
import store.tools.*;

/** Sells items. */
@Audited(by = Shop.NAME)
public class Shop<T extends Item> extends Base implements Runnable {
    static final String NAME = "shop" + format(ZERO);
    private int count = 1, total = add(count, 2);
    private final Item first = new Item("first");
    private T chosen;

    Shop() {
        this(0);
    }

    Shop(int count) {
        super(NAME);
        this.count = count;
    }

    @Override
    public void run() {
        Item item = new Item("a");
        item.rename("b").print();
        first.print();
        chosen.print();
        var made = new Item("c");
        made.print();
        log("started");
        super.describe();
        int total = 3;
        Runnable task = () -> log("later" + total);
        Runnable other = this::close;
        Kind kind = Kind.SMALL;
        switch (kind) {
            case LARGE:
                close();
                break;
            default:
                store.tools.Money.format(total);
        }
        for (Item each : List.of(item)) {
            each.print();
        }
        Object found = item;
        if (found instanceof Item known) {
            known.print();
        }
    }

    void close() {
        Visitor visitor = new Visitor() {
            int visits;

            @Override
            public void visit() {
                visits++;
                leave();
                log("visited");
                Shop.this.count++;
            }
        };
        visitor.visit();
    }

    static int add(int left, int right) {
        return left + right;
    }

    interface Visitor {
        void visit();

        default void leave() {
            visit();
        }
    }

    class Receipt {
        int number = count;

        void print() {
            log(NAME + number);
            new Line(1, 2).sum();
        }
    }

    record Line(int price, int amount) {
        int sum() {
            return price * amount();
        }
    }
}
