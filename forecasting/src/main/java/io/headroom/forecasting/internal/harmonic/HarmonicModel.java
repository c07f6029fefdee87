package io.headroom.forecasting.internal.harmonic;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A fitted harmonic regression. Immutable and thread-safe; running states come from {@link #start}.
 */
public final class HarmonicModel {
    private static final int MOST_WAVES = 10_000;
    private static final int LONGEST = 10_000_000;

    final List<Wave> waves;
    final double[] coefficients;
    final int differences;
    final SeasonalMemory memory;
    final Arma arma;
    final double sigma2;

    HarmonicModel(
            List<Wave> waves, double[] coefficients, int differences, SeasonalMemory memory, Arma arma, double sigma2) {
        this.waves = List.copyOf(waves);
        this.coefficients = coefficients;
        this.differences = differences;
        this.memory = memory;
        this.arma = arma;
        this.sigma2 = sigma2;
    }

    /**
     * A state before the first step.
     *
     * @return a new state
     */
    public HarmonicTrack start() {
        return new HarmonicTrack(this);
    }

    /**
     * Variance of one-step errors.
     *
     * @return in squared units of the series, at least 0
     */
    public double sigma2() {
        return sigma2;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(waves.size())
                .append(" waves, ARIMA(")
                .append(arma.p())
                .append(',')
                .append(differences);
        text.append(',').append(arma.q()).append(')');
        for (int lag : memory.lags) {
            text.append("(1)[").append(lag).append(']');
        }
        return text.toString();
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeInt(waves.size());
        for (Wave wave : waves) {
            out.writeInt(wave.period());
            out.writeShort(wave.order());
        }
        writeAll(out, coefficients);
        out.writeByte(differences);
        out.writeInt(memory.lags.length);
        for (int lag : memory.lags) {
            out.writeInt(lag);
        }
        writeAll(out, memory.weights);
        out.writeByte(arma.p());
        writeAll(out, arma.phi);
        out.writeByte(arma.q());
        writeAll(out, arma.theta);
        out.writeDouble(sigma2);
    }

    static HarmonicModel readFrom(DataInput in) throws IOException {
        int count = bounded(in.readInt(), MOST_WAVES);
        List<Wave> waves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            waves.add(new Wave(Math.max(2, bounded(in.readInt(), LONGEST)), bounded(in.readShort(), MOST_WAVES)));
        }
        double[] coefficients = readAll(in, 2 * count + 1);
        int differences = bounded(in.readByte(), 1);
        int[] lags = new int[bounded(in.readInt(), MOST_WAVES)];
        for (int k = 0; k < lags.length; k++) {
            lags[k] = Math.max(1, bounded(in.readInt(), SeasonalMemory.LONGEST));
        }
        SeasonalMemory memory = new SeasonalMemory(lags, readAll(in, lags.length));
        double[] phi = readAll(in, bounded(in.readByte(), ArmaFitter.MOST));
        double[] theta = readAll(in, bounded(in.readByte(), ArmaFitter.MOST));
        return new HarmonicModel(waves, coefficients, differences, memory, new Arma(phi, theta), in.readDouble());
    }

    private static int bounded(int value, int most) throws IOException {
        if (value < 0 || value > most) {
            throw new IOException("The number " + value + " is not one of 0 to " + most
                    + ".\nMaybe the bytes are of another version.");
        }
        return value;
    }

    static void writeAll(DataOutput out, double[] values) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    static double[] readAll(DataInput in, int count) throws IOException {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }
}
