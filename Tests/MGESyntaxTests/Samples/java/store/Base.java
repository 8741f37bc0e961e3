package store;

abstract class Base {
    protected final String title;

    Base(String title) {
        this.title = title;
    }

    void log(String text) {
        System.out.println(title + text);
    }

    void describe() {
        log(Audited.class.getName());
    }
}

@interface Audited {
    String by() default "nobody";
}
