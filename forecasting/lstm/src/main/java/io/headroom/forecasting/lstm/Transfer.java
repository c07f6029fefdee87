package io.headroom.forecasting.lstm;

import io.headroom.forecasting.lstm.internal.network.Network;
import io.headroom.forecasting.lstm.internal.network.Shape;
import java.util.List;

/** Carries what was learned over to a network for other names: all but the name table as it is, the table by name. */
final class Transfer {
    private Transfer() {}

    static Network into(Network untrained, Names names, Network learned, Names known) {
        Shape shape = untrained.shape();
        Shape before = learned.shape();
        float[] from = learned.weights();
        float[] to = new float[shape.size()];
        int table = shape.names() * shape.embedding();
        int tableBefore = before.names() * before.embedding();
        System.arraycopy(from, tableBefore, to, table, from.length - tableBefore);
        List<String> old = known.all();
        List<String> now = names.all();
        for (int i = 0; i < now.size(); i++) {
            int place = old.indexOf(now.get(i));
            if (place >= 0) {
                int e = shape.embedding();
                System.arraycopy(from, (place + 1) * e, to, (i + 1) * e, e);
            }
        }
        return Network.of(shape, to);
    }
}
