package io.headroom.json;

import io.headroom.core.Stock;
import java.io.IOException;
import java.util.List;

/** The units of a node group, by state. */
final class StockCodec extends ObjectCodec<Stock> {
    private static final Field<Integer> ALLOCATED = new Field<>("allocated", WholeCodec.COUNT);
    private static final Field<Integer> BOOTING = new Field<>("booting", WholeCodec.COUNT);
    private static final Field<Integer> WARM = new Field<>("warm", WholeCodec.COUNT);
    private static final Field<Integer> WARMING = new Field<>("warming", WholeCodec.COUNT);

    static final Codec<Stock> INSTANCE = new StockCodec();

    private StockCodec() {
        super(Stock.class, List.of(ALLOCATED, BOOTING, WARM, WARMING));
    }

    @Override
    void put(Stock stock, FieldWriter out) throws IOException {
        out.put(ALLOCATED, stock.allocated());
        out.put(BOOTING, stock.booting());
        out.put(WARM, stock.warm());
        out.put(WARMING, stock.warming());
    }

    @Override
    Stock make(FieldReader in) throws IOException {
        return new Stock(in.get(ALLOCATED), in.get(BOOTING), in.get(WARM), in.get(WARMING));
    }
}
