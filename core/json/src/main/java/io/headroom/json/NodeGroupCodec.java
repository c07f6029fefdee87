package io.headroom.json;

import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.Resources;
import java.io.IOException;
import java.util.List;

/** A node group. */
final class NodeGroupCodec extends ObjectCodec<NodeGroup> {
    private static final Field<String> NAME = new Field<>("name", Names.NODE_GROUP);
    private static final Field<Location> LOCATION = new Field<>("location", Names.LOCATION);
    private static final Field<NodeGroup.Kind> KIND = new Field<>("kind", Names.NODE_KIND);
    private static final Field<Resources> PER_UNIT = new Field<>("perUnit", ResourcesCodec.INSTANCE);

    static final Codec<NodeGroup> INSTANCE = new NodeGroupCodec();

    private NodeGroupCodec() {
        super(NodeGroup.class, List.of(NAME, LOCATION, KIND, PER_UNIT));
    }

    @Override
    void put(NodeGroup group, FieldWriter out) throws IOException {
        out.put(NAME, group.name());
        out.put(LOCATION, group.location());
        out.put(KIND, group.kind());
        out.put(PER_UNIT, group.perUnit());
    }

    @Override
    NodeGroup make(FieldReader in) throws IOException {
        return new NodeGroup(in.get(NAME), in.get(LOCATION), in.get(KIND), in.get(PER_UNIT));
    }
}
