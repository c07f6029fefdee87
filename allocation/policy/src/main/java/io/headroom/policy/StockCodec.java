package io.headroom.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.headroom.allocation.rules.ReadyStock;
import io.headroom.allocation.rules.SpikeRule;
import io.headroom.allocation.rules.Watch;
import java.util.List;

/** Reads and writes ready stocks, and what is said of spikes. What is left out has its default. */
final class StockCodec {
    static final List<String> READY_STOCK = List.of(
            "quantile", "violationCost", "violationRatio", "handOut", "maximum", "maximumPrepared", "reuseOnScaleIn");
    static final List<String> SPIKE = List.of("margin", "growthLimit", "hold");
    static final List<String> WATCH = List.of("poll", "cooldown");

    private StockCodec() {}

    static ReadyStock readyStock(Value value) {
        if (value.isNone()) {
            return ReadyStock.NONE;
        }
        ReadyStock usual = ReadyStock.covering(ReadyStock.NONE.quantile());
        Fields in = value.fields(READY_STOCK);
        return new ReadyStock(
                in.find("quantile").map(Value::probability).orElse(usual.quantile()),
                in.find("violationCost").map(Value::notNegative).orElse(usual.violationCost()),
                in.find("violationRatio").map(Value::notNegative).orElse(usual.violationRatio()),
                in.find("handOut").map(Value::duration).orElse(usual.handOut()),
                in.find("maximum").map(Value::limit).orElse(usual.maximum()),
                in.find("maximumPrepared").map(Value::limit).orElse(usual.prepared()),
                in.find("reuseOnScaleIn").map(StockCodec::flag).orElse(usual.reuse()));
    }

    private static boolean flag(Value value) {
        if (!value.json().isBoolean()) {
            throw value.refused("must be true or false", "it was quoted");
        }
        return value.json().booleanValue();
    }

    private static double factor(Value value) {
        double factor = value.positive();
        if (factor < 1) {
            throw value.refused("must be a number of 1 or more", "an increase was meant: 1.5 is half as much again");
        }
        return factor;
    }

    static JsonNode write(ReadyStock stock) {
        if (stock.equals(ReadyStock.NONE)) {
            return RuleWriter.none();
        }
        ReadyStock usual = ReadyStock.covering(ReadyStock.NONE.quantile());
        ObjectNode out = JsonNodeFactory.instance.objectNode().put("quantile", stock.quantile());
        if (stock.violationCost() != 0) {
            out.put("violationCost", stock.violationCost());
        }
        if (stock.violationRatio() != 0) {
            out.put("violationRatio", stock.violationRatio());
        }
        if (!stock.handOut().isZero()) {
            out.put("handOut", stock.handOut().toString());
        }
        if (stock.maximum() != usual.maximum()) {
            out.put("maximum", stock.maximum());
        }
        if (stock.prepared() != usual.prepared()) {
            out.put("maximumPrepared", stock.prepared());
        }
        if (!stock.reuse()) {
            out.put("reuseOnScaleIn", false);
        }
        return out;
    }

    static SpikeRule spike(Value value) {
        if (value.isNone()) {
            return SpikeRule.NONE;
        }
        Fields in = value.fields(SPIKE);
        SpikeRule rule = SpikeRule.of(in.get("margin").notNegative())
                .withGrowthLimit(in.find("growthLimit").map(StockCodec::factor).orElse(SpikeRule.GROWTH_LIMIT));
        return in.find("hold").map(v -> rule.withHold(v.duration())).orElse(rule);
    }

    static JsonNode write(SpikeRule rule) {
        if (rule.isNone()) {
            return RuleWriter.none();
        }
        ObjectNode out = JsonNodeFactory.instance.objectNode().put("margin", rule.margin());
        if (rule.growthLimit() != SpikeRule.GROWTH_LIMIT) {
            out.put("growthLimit", rule.growthLimit());
        }
        rule.hold().ifPresent(hold -> out.put("hold", hold.toString()));
        return out;
    }

    static Watch watch(Value value) {
        Fields in = value.fields(WATCH);
        return new Watch(
                in.find("poll").map(Value::duration).orElse(Watch.HOST.poll()),
                in.find("cooldown").map(Value::duration).orElse(Watch.HOST.cooldown()));
    }

    static ObjectNode write(Watch watch) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("poll", watch.poll().toString())
                .put("cooldown", watch.cooldown().toString());
    }
}
