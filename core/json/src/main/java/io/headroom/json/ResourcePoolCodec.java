package io.headroom.json;

import io.headroom.core.Checks;
import io.headroom.core.Location;
import io.headroom.core.NodeGroup;
import io.headroom.core.ResourcePool;
import io.headroom.core.Stock;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A resource pool; its stocks are a list of group and stock, because an object cannot be the key of another. */
final class ResourcePoolCodec extends ObjectCodec<ResourcePool> {
    private static final Field<Location> LOCATION = new Field<>("location", Names.LOCATION);
    private static final Field<List<Map.Entry<NodeGroup, Stock>>> STOCKS =
            new Field<>("stocks", new ListCodec<>(Map.Entry.class, new EntryCodec()));

    static final Codec<ResourcePool> INSTANCE = new ResourcePoolCodec();

    private ResourcePoolCodec() {
        super(ResourcePool.class, List.of(LOCATION, STOCKS));
    }

    @Override
    void put(ResourcePool pool, FieldWriter out) throws IOException {
        out.put(LOCATION, pool.location());
        out.put(STOCKS, List.copyOf(pool.stocks().entrySet()));
    }

    @Override
    ResourcePool make(FieldReader in) throws IOException {
        Location location = in.get(LOCATION);
        Map<NodeGroup, Stock> stocks = new TreeMap<>();
        for (Map.Entry<NodeGroup, Stock> e : in.get(STOCKS)) {
            Checks.require(
                    stocks.put(e.getKey(), e.getValue()) == null,
                    "node group " + e.getKey() + " of " + location.key(),
                    "must not be listed twice",
                    "two pools were merged by hand");
        }
        return new ResourcePool(location, stocks);
    }

    private static final class EntryCodec extends ObjectCodec<Map.Entry<NodeGroup, Stock>> {
        private static final Field<NodeGroup> GROUP = new Field<>("group", NodeGroupCodec.INSTANCE);
        private static final Field<Stock> STOCK = new Field<>("stock", StockCodec.INSTANCE);

        EntryCodec() {
            super(Map.Entry.class, List.of(GROUP, STOCK));
        }

        @Override
        void put(Map.Entry<NodeGroup, Stock> entry, FieldWriter out) throws IOException {
            out.put(GROUP, entry.getKey());
            out.put(STOCK, entry.getValue());
        }

        @Override
        Map.Entry<NodeGroup, Stock> make(FieldReader in) throws IOException {
            return Map.entry(in.get(GROUP), in.get(STOCK));
        }
    }
}
