package io.headroom.json;

import io.headroom.core.Location;
import io.headroom.core.ResourceDelta;
import io.headroom.core.Resources;
import java.io.IOException;
import java.util.List;

/** What a location lacks or has too much of. */
final class ResourceDeltaCodec extends ObjectCodec<ResourceDelta> {
    private static final Field<Location> LOCATION = new Field<>("location", Names.LOCATION);
    private static final Field<Resources> REQUIRED = new Field<>("required", ResourcesCodec.INSTANCE);
    private static final Field<Resources> COMMITTED = new Field<>("committed", ResourcesCodec.INSTANCE);

    static final Codec<ResourceDelta> INSTANCE = new ResourceDeltaCodec();

    private ResourceDeltaCodec() {
        super(ResourceDelta.class, List.of(LOCATION, REQUIRED, COMMITTED));
    }

    @Override
    void put(ResourceDelta delta, FieldWriter out) throws IOException {
        out.put(LOCATION, delta.location());
        out.put(REQUIRED, delta.required());
        out.put(COMMITTED, delta.committed());
    }

    @Override
    ResourceDelta make(FieldReader in) throws IOException {
        return new ResourceDelta(in.get(LOCATION), in.get(REQUIRED), in.get(COMMITTED));
    }
}
