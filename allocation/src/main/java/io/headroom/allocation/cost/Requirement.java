package io.headroom.allocation.cost;

import io.headroom.core.Location;
import io.headroom.core.Resource;
import io.headroom.core.Resources;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A requirement of one location as a covering problem. Two rows a resource: what all units count for has to reach the requirement, what
 * those that are not spot count for has to reach the share of it that must not rest on spot units. A row asks for no more than all units
 * together bring, so that there is a solution; what is missing is a {@link Shortfall}. Not thread-safe.
 */
final class Requirement {
    private static final Resource[] RESOURCES = Resource.values();

    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();

    Requirement(List<Column> columns, Resources required, double spotShare) {
        this.columns = columns;
        boolean spot = columns.stream().anyMatch(Column::isSpot);
        BigDecimal firmShare = BigDecimal.ONE.subtract(BigDecimal.valueOf(spotShare));
        for (Resource resource : RESOURCES) {
            double wanted = required.get(resource);
            if (wanted > 0) {
                BigDecimal exact = BigDecimal.valueOf(wanted);
                rows.add(new Row(columns, resource, false, exact, exact));
                if (spot && firmShare.signum() > 0) {
                    rows.add(new Row(columns, resource, true, exact.multiply(firmShare), exact));
                }
            }
        }
    }

    /** What all units together don't bring; a lack of firm units is told only where spot units make up for it. */
    List<Shortfall> shortfalls(Location location) {
        List<Shortfall> found = new ArrayList<>();
        Set<Resource> missing = EnumSet.noneOf(Resource.class);
        for (Row row : rows) {
            if (row.available < row.required && missing.add(row.resource)) {
                double share = (double) row.available / row.required;
                found.add(new Shortfall(location, row.resource, row.wanted, share * row.wanted, cause(row)));
            }
        }
        return List.copyOf(found);
    }

    private Shortfall.Cause cause(Row row) {
        if (row.firm) {
            return Shortfall.Cause.SPOT_SHARE;
        }
        boolean offered = columns.stream()
                .anyMatch(c -> !c.isHeld() && c.counted(row.resource).signum() > 0);
        return offered ? Shortfall.Cause.QUOTA : Shortfall.Cause.NO_OFFER;
    }

    /** The cheapest units that bring what can be brought. Sunk ones all count. */
    Mix solve(int boxes) {
        int n = columns.size();
        int[] units = new int[n];
        int[] limit = new int[n];
        long[] required = rows.stream().mapToLong(row -> row.available).toArray();
        for (int j = 0; j < n; j++) {
            Column column = columns.get(j);
            if (column.isSunk()) {
                units[j] = column.limit();
                for (int i = 0; i < required.length; i++) {
                    required[i] = Covering.after(required[i], rows.get(i).amount[j], units[j]);
                }
            } else {
                limit[j] = column.limit();
            }
        }
        return solve(new Covering(new long[n], limit, amounts(), required), units, boxes);
    }

    private long[][] amounts() {
        long[][] amounts = new long[columns.size()][rows.size()];
        for (int j = 0; j < amounts.length; j++) {
            for (int i = 0; i < amounts[j].length; i++) {
                amounts[j][i] = rows.get(i).amount[j];
            }
        }
        return amounts;
    }

    /** With costs as whole numbers, fine enough for the cheapest; what costs more than the greedy covering is out of the question. */
    private Mix solve(Covering p, int[] units, int boxes) {
        int n = columns.size();
        double[] cost =
                columns.stream().mapToDouble(c -> c.cost().doubleValue()).toArray();
        double most = Greedy.cost(cost, p) * (1 + 1e-9);
        Quanta quanta = Quanta.upTo(BigDecimal.valueOf(Math.max(Double.MIN_NORMAL, most * n)));
        for (int j = 0; j < n; j++) {
            if (cost[j] > 0) {
                p.limit[j] = (int) Math.min(p.limit[j], most / cost[j]);
                p.cost[j] = p.limit[j] > 0 ? quanta.cost(columns.get(j).cost()) : 0;
            }
        }
        CoveringSolver.Solution solution = CoveringSolver.solve(p, boxes);
        add(units, solution.units());
        return new Mix(units, UnitCost.money(quanta.value(solution.cost() - solution.bound())));
    }

    private static void add(int[] units, int[] more) {
        for (int j = 0; j < units.length; j++) {
            units[j] += more[j];
        }
    }
}
