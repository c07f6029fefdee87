/**
 * The comparison side of the simulation: allocation strategies that others use, a replay that treats
 * all strategies alike, and the scores of a run.
 *
 * <p>A tour:
 *
 * <ol>
 *   <li>{@link io.headroom.simulation.strategy.EvaluationPlan} turns one demand series into a task: what is
 *       training, what is evaluated, how large a unit is. {@link io.headroom.simulation.strategy.FrontierProtocol}
 *       holds the constants and the sweep.
 *   <li>{@link io.headroom.simulation.strategy.ScalingStrategy} starts a
 *       {@link io.headroom.simulation.strategy.ScalingController}, which names the wanted total at every step.
 *       Baselines: {@link io.headroom.simulation.strategy.HpaStrategy},
 *       {@link io.headroom.simulation.strategy.TargetTrackingStrategy},
 *       {@link io.headroom.simulation.strategy.PredictiveTrackingStrategy},
 *       {@link io.headroom.simulation.strategy.StaticPeakStrategy}; the unattainable optimum:
 *       {@link io.headroom.simulation.strategy.OracleStrategy}.
 *   <li>{@link io.headroom.simulation.strategy.FleetReplay} plays the demand against the controller and yields a
 *       {@link io.headroom.simulation.strategy.ReplayRun}.
 *   <li>{@link io.headroom.simulation.strategy.RunScore} scores it against the exact
 *       {@link io.headroom.simulation.strategy.OraclePlan}.
 * </ol>
 *
 * <p>{@link io.headroom.simulation.strategy.HpaAlgorithm} is the whole algorithm of the Kubernetes horizontal
 * autoscaler over units with readiness, missing samples, scaling rules and stabilisation, as a pure function;
 * {@code HpaStrategy} is its reduction to one aggregate metric and one decision per step.
 */
@NullMarked
package io.headroom.simulation.strategy;

import org.jspecify.annotations.NullMarked;
