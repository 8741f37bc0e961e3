package store.model;

public class Item {
    private String name;

    public Item(String name) {
        this.name = name;
    }

    public Item rename(String name) {
        this.name = name;
        return this;
    }

    public void print() {
        Kind kind = Kind.of(name);
        kind.show();
    }

    public enum Kind {
        SMALL,
        LARGE {
            @Override
            public void show() {
                tell("large");
            }
        };

        public static Kind of(String name) {
            return name.isEmpty() ? SMALL : LARGE;
        }

        public void show() {
            tell("small");
        }

        static void tell(String text) {}
    }
}
