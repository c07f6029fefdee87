package io.headroom.json;

import io.headroom.core.Dependence;
import java.io.IOException;
import java.util.List;

/** The dependence of a flow's shocks on others. */
final class DependenceCodec extends ObjectCodec<Dependence> {
    private static final Field<Long> SEED = new Field<>("seed", WholeCodec.LONG);
    private static final Field<String> OWN = new Field<>("own", Names.TEXT);
    private static final Field<List<String>> FACTORS =
            new Field<>("factors", new ListCodec<>(String.class, Names.TEXT));
    private static final Field<List<Double>> LOADINGS =
            new Field<>("loadings", new ListCodec<>(double.class, DoubleCodec.FINITE));

    static final Codec<Dependence> INSTANCE = new DependenceCodec();

    private DependenceCodec() {
        super(Dependence.class, List.of(SEED, OWN, FACTORS, LOADINGS));
    }

    @Override
    void put(Dependence dependence, FieldWriter out) throws IOException {
        out.put(SEED, dependence.seed());
        out.put(OWN, dependence.own());
        out.put(FACTORS, dependence.factors());
        out.put(LOADINGS, dependence.loadings());
    }

    @Override
    Dependence make(FieldReader in) throws IOException {
        return new Dependence(in.get(SEED), in.get(OWN), in.get(FACTORS), in.get(LOADINGS));
    }
}
