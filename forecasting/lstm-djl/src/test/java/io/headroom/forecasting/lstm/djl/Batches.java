package io.headroom.forecasting.lstm.djl;

import io.headroom.forecasting.lstm.internal.network.Batch;
import io.headroom.forecasting.lstm.internal.network.QuantileHead;
import io.headroom.forecasting.lstm.internal.network.Shape;
import java.util.Arrays;
import java.util.Random;

/** Random weights and batches: names, targets and weights of losses too, and lanes that begin anew on the way. */
final class Batches {
    /** Every part has a size of its own, so that no two can be taken for each other. */
    static final Shape SHAPE = new Shape(5, 2, 3, 7, 4, 6, 3, QuantileHead.size());

    private Batches() {}

    private static void fill(float[] values, double size, Random random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (size * random.nextGaussian());
        }
    }

    static float[] weights(Shape shape, long seed) {
        float[] weights = new float[shape.size()];
        fill(weights, 0.3, new Random(seed));
        Arrays.fill(weights, 0, shape.embedding(), 0);
        return weights;
    }

    static Batch batch(Shape shape, int lanes, int steps, int targets, double anew, long seed) {
        Random random = new Random(seed);
        Batch batch = new Batch(shape, lanes, steps, targets);
        fill(batch.inputs, 1, random);
        fill(batch.hidden, 0.3, random);
        fill(batch.cells, 0.5, random);
        fill(batch.targets, 1, random);
        fill(batch.anchors, 1, random);
        for (int i = 0; i < batch.names.length; i++) {
            batch.names[i] = random.nextInt(shape.names());
        }
        for (int row = 0; row < batch.fresh.length; row++) {
            batch.fresh[row] = random.nextDouble() < anew;
        }
        for (int n = 0; n < targets; n++) {
            float scale = 0.2f + random.nextFloat();
            batch.add(random.nextInt(lanes * steps), scale, (float) random.nextGaussian(), 0.5f + random.nextFloat());
        }
        return batch;
    }
}
