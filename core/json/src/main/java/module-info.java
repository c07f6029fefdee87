/** JSON for the values of the core: a Jackson module and a strict mapper. */
module io.headroom.json {
    requires transitive io.headroom.core;
    requires transitive com.fasterxml.jackson.databind;
    requires static org.jspecify;

    exports io.headroom.json;

    provides com.fasterxml.jackson.databind.Module with
            io.headroom.json.HeadroomJsonModule;
}
