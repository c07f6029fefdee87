package io.headroom.json;

import io.headroom.core.Resources;
import java.io.IOException;
import java.util.List;

/** An amount of each resource. */
final class ResourcesCodec extends ObjectCodec<Resources> {
    private static final Field<Double> COMPUTE = new Field<>("compute", DoubleCodec.NOT_NEGATIVE);
    private static final Field<Double> STORAGE = new Field<>("storage", DoubleCodec.NOT_NEGATIVE);
    private static final Field<Double> BANDWIDTH = new Field<>("bandwidth", DoubleCodec.NOT_NEGATIVE);

    static final Codec<Resources> INSTANCE = new ResourcesCodec();

    private ResourcesCodec() {
        super(Resources.class, List.of(COMPUTE, STORAGE, BANDWIDTH));
    }

    @Override
    void put(Resources resources, FieldWriter out) throws IOException {
        out.put(COMPUTE, resources.compute());
        out.put(STORAGE, resources.storage());
        out.put(BANDWIDTH, resources.bandwidth());
    }

    @Override
    Resources make(FieldReader in) throws IOException {
        return new Resources(in.get(COMPUTE), in.get(STORAGE), in.get(BANDWIDTH));
    }
}
