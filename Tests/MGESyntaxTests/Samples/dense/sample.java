/* A licence. */
package app.sample;

import java.util.*;
import static app.other.Tools.help;

/**
 * Documented.
 */
@Entity(name = "a", value = {1, 2})
public abstract class Sample<T extends Comparable<? super T> & Shape> extends Base<T> implements Runnable, Shape {
    private static final int A = 1, B[] = {1, 2};
    protected List<Map<String, T[]>> items = new ArrayList<>() {{ add(null); }};
    static { System.out.println("ñ 日本"); }
    { A++; }

    public Sample(int... a) throws Exception { super(a); this.items = null; }

    @Override
    public <R> R run(Function<? super T, ? extends R> f, final int b) {
        label:
        for (int i = 0, j = 1; i < b; i++, j--) { if (i == j) continue label; else break; }
        for (var item : items) synchronized (this) { item.get("a")[0].compareTo(null); }
        try (var r = open(); s) { throw new E(); } catch (X | Y e) { } finally { }
        switch (b) { case 1: help(); case 2: case 3: break; default: }
        int x = switch (b) { case 1 -> 2; default -> { yield 3; } };
        Runnable l = () -> Sample.this.run(String::valueOf, (int) 'c');
        return o instanceof Box<?> box ? box.x : (R) """
            text block "quoted" \
            """;
    }

    interface Inner { default int f() { return 1; } int C = 2; }
    enum Kind implements Inner { ONE(1) { int g() { return 2; } }, TWO; Kind() {} Kind(int a) {} }
    record Point(int x, @A int y) { Point { assert x > 0 : "no"; } }
    @interface Mark { String value() default "a"; }
    class Deep { class Deeper { int z = Sample.A; } }
}
