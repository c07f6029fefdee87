package io.headroom.json;

import io.headroom.core.Window;
import java.io.IOException;
import java.util.List;

/** A window of future steps. */
final class WindowCodec extends ObjectCodec<Window> {
    private static final Field<Integer> AFTER = new Field<>("after", WholeCodec.COUNT);
    private static final Field<Integer> LENGTH = new Field<>("length", WholeCodec.COUNT);

    static final Codec<Window> INSTANCE = new WindowCodec();

    private WindowCodec() {
        super(Window.class, List.of(AFTER, LENGTH));
    }

    @Override
    void put(Window window, FieldWriter out) throws IOException {
        out.put(AFTER, window.after());
        out.put(LENGTH, window.length());
    }

    @Override
    Window make(FieldReader in) throws IOException {
        return new Window(in.get(AFTER), in.get(LENGTH));
    }
}
