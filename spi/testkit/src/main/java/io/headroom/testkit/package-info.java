/**
 * Contract kits for implementers of {@link io.headroom.spi}: abstract JUnit Jupiter classes that hold the numbered
 * clauses of each interface's contract.
 *
 * <p>An author extends the kit of the interface and supplies what it asks for, usually in about 15 lines:
 *
 * <pre>
 * class FileStateStoreTest extends StateStoreContract {
 *     &#64;TempDir
 *     Path folder;
 *
 *     &#64;Override
 *     protected StateStore create() {
 *         return new FileStateStore(folder);
 *     }
 *
 *     &#64;Override
 *     protected StateStore reopen() {
 *         return new FileStateStore(folder);
 *     }
 *
 *     &#64;Override
 *     protected Map&lt;Capability, String&gt; absent() {
 *         return Map.of(
 *                 Capability.DAMAGE, "the file system is trusted",
 *                 Capability.CRASH, "a move within a folder is atomic");
 *     }
 * }
 * </pre>
 *
 * <p>The kits: {@link io.headroom.testkit.PredictorContract} (and {@link io.headroom.testkit.GlobalPredictorContract},
 * {@link io.headroom.testkit.PredictorProviderContract}) for forecasting methods;
 * {@link io.headroom.testkit.TelemetrySourceContract} or {@link io.headroom.testkit.RecordSourceContract},
 * {@link io.headroom.testkit.ProvisionerContract} and {@link io.headroom.testkit.StateStoreContract} for the adapters
 * that every host needs; {@link io.headroom.testkit.PredictionServiceContract},
 * {@link io.headroom.testkit.EventCalendarContract}, {@link io.headroom.testkit.DemandModelContract} and
 * {@link io.headroom.testkit.CostModelContract} for the rest.
 *
 * <p>A clause that fails says which it is, what was expected, what came and how it may be mended. A clause is skipped
 * only if the host declares a {@link io.headroom.testkit.Capability} absent, with its reason.
 * {@link io.headroom.testkit.Contract} holds what all kits share.
 */
@NullMarked
package io.headroom.testkit;

import org.jspecify.annotations.NullMarked;
