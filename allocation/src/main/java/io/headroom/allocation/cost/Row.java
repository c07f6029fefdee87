package io.headroom.allocation.cost;

import io.headroom.core.Resource;
import java.math.BigDecimal;
import java.util.List;

/** What is required of one resource, of all units or of firm ones, in whole numbers. Not to be changed once made. */
final class Row {
    final Resource resource;
    /** Whether spot units don't count. */
    final boolean firm;

    final double wanted;
    final long required;
    /** What all units up to their limits bring, the requirement at most. */
    final long available;
    /** By column. */
    final long[] amount;

    /** A row in quanta of the whole requirement, so that both rows of a resource have the same. */
    Row(List<Column> columns, Resource resource, boolean firm, BigDecimal wanted, BigDecimal whole) {
        this.resource = resource;
        this.firm = firm;
        this.wanted = wanted.doubleValue();
        Quanta quanta = Quanta.upTo(whole);
        required = quanta.required(wanted);
        amount = new long[columns.size()];
        long left = required;
        for (int j = 0; j < amount.length; j++) {
            Column column = columns.get(j);
            amount[j] = firm && column.isSpot() ? 0 : quanta.amount(column.counted(resource));
            left = Covering.after(left, amount[j], column.limit());
        }
        available = required - left;
    }
}
