/** Contract kits for the authors of adapters and predictors: abstract JUnit classes to extend. */
module io.headroom.testkit {
    requires transitive io.headroom.spi;
    requires transitive org.junit.jupiter.api;
    requires java.management;
    requires jdk.management;
    requires static org.jspecify;

    exports io.headroom.testkit;

    uses io.headroom.spi.PredictorProvider;

    // The clauses are package-private methods, so that a host can't override one away.
    opens io.headroom.testkit to
            org.junit.platform.commons;
}
