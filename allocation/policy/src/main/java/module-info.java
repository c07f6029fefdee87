/** Policies as documents: JSON and YAML. */
module io.headroom.policy {
    requires transitive io.headroom.allocation;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.yaml;
    requires static org.jspecify;

    exports io.headroom.policy;
}
