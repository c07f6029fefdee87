package io.headroom.forecasting;

import java.io.DataInput;
import java.io.IOException;

/** Reads series states of all kinds. */
final class SeriesStates {
    private SeriesStates() {}

    static SeriesState read(DataInput in) throws IOException {
        String kind = in.readUTF();
        return switch (kind) {
            case LastValueState.KIND -> LastValueState.read(in);
            case SeasonalNaiveState.KIND -> SeasonalNaiveState.read(in);
            case EtsSeriesState.KIND -> EtsSeriesState.read(in);
            case ArimaSeriesState.KIND -> ArimaSeriesState.read(in);
            case MeanState.KIND -> MeanState.read(in);
            case BlendState.KIND -> BlendState.read(in);
            case ThetaSeriesState.KIND -> ThetaSeriesState.read(in);
            case DemandSeriesState.KIND -> DemandSeriesState.read(in);
            case AdditiveState.KIND -> AdditiveState.read(in);
            case MstlState.KIND -> MstlState.read(in);
            case DirectState.KIND -> DirectState.read(in);
            case HarmonicState.KIND -> HarmonicState.read(in);
            default -> throw new IOException("state of kind '" + kind + "' is not known here");
        };
    }
}
