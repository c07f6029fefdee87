package io.headroom.json;

import com.fasterxml.jackson.databind.module.SimpleModule;
import io.headroom.core.ConfidenceInterval;
import io.headroom.core.Dependence;
import io.headroom.core.Flow;
import io.headroom.core.Location;
import io.headroom.core.MarginalForecast;
import io.headroom.core.Measure;
import io.headroom.core.NodeGroup;
import io.headroom.core.PredictionData;
import io.headroom.core.RateForecast;
import io.headroom.core.RateSeries;
import io.headroom.core.Region;
import io.headroom.core.RegionPair;
import io.headroom.core.Resource;
import io.headroom.core.ResourceDelta;
import io.headroom.core.ResourcePool;
import io.headroom.core.Resources;
import io.headroom.core.Rung;
import io.headroom.core.ScenarioForecast;
import io.headroom.core.SeriesKey;
import io.headroom.core.Stock;
import io.headroom.core.SumForecast;
import io.headroom.core.TimeGrid;
import io.headroom.core.TransactionRecord;
import io.headroom.core.TransactionType;
import io.headroom.core.Window;

/**
 * Teaches a Jackson mapper the values of the core, in the layout that {@link HeadroomJson} shows. Regions, pairs,
 * locations, transaction types, flows and series keys may also be the keys of maps.
 *
 * <p>The values are read strictly whatever the settings of the mapper: each field once, none unknown, none missing, no
 * null and no value of another type. What lies around them, such as a host's own objects or tokens after the document,
 * follows the mapper's settings. Found by {@code ObjectMapper.findAndRegisterModules()}. Thread-safe as long as nothing
 * is added to it.
 */
public final class HeadroomJsonModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    /** A module with all values of the core. */
    public HeadroomJsonModule() {
        super("headroom-json");
        addNames();
        addRates();
        addForecasts();
        addResources();
    }

    private void addNames() {
        value(Region.class, Names.REGION);
        value(RegionPair.class, Names.REGION_PAIR);
        value(Location.class, Names.LOCATION);
        value(TransactionType.class, Names.TRANSACTION_TYPE);
        value(Flow.class, Names.FLOW_KEY);
        value(SeriesKey.class, SeriesKeyCodec.INSTANCE);
        key(Region.class, Names.REGION);
        key(RegionPair.class, Names.REGION_PAIR);
        key(Location.class, Names.LOCATION);
        key(TransactionType.class, Names.TRANSACTION_TYPE);
        key(Flow.class, Names.FLOW_KEY);
        key(SeriesKey.class, Names.SERIES_KEY);
    }

    private void addRates() {
        value(TransactionRecord.class, TransactionRecordCodec.INSTANCE);
        value(Measure.class, Names.MEASURE);
        value(TimeGrid.class, TimeGridCodec.INSTANCE);
        value(RateSeries.class, RateSeriesCodec.INSTANCE);
    }

    private void addForecasts() {
        value(Window.class, WindowCodec.INSTANCE);
        value(ConfidenceInterval.class, ConfidenceIntervalCodec.INSTANCE);
        value(Dependence.class, DependenceCodec.INSTANCE);
        value(RateForecast.class, ForecastCodec.INSTANCE);
        value(MarginalForecast.class, new KindCodec<>(MarginalForecast.class));
        value(ScenarioForecast.class, new KindCodec<>(ScenarioForecast.class));
        value(SumForecast.class, new KindCodec<>(SumForecast.class));
        value(Rung.class, Names.RUNG);
        value(PredictionData.class, PredictionDataCodec.INSTANCE);
    }

    private void addResources() {
        value(Resource.class, Names.RESOURCE);
        value(Resources.class, ResourcesCodec.INSTANCE);
        value(NodeGroup.Kind.class, Names.NODE_KIND);
        value(NodeGroup.class, NodeGroupCodec.INSTANCE);
        value(Stock.class, StockCodec.INSTANCE);
        value(ResourcePool.class, ResourcePoolCodec.INSTANCE);
        value(ResourceDelta.class, ResourceDeltaCodec.INSTANCE);
    }

    private <T> void value(Class<T> type, Codec<T> codec) {
        addSerializer(type, new CodecSerializer<>(type, codec));
        addDeserializer(type, new CodecDeserializer<>(type, codec));
    }

    private <T> void key(Class<T> type, TextCodec<T> codec) {
        addKeySerializer(type, new KeySerializer<>(codec));
        addKeyDeserializer(type, new KeyReader(codec));
    }
}
