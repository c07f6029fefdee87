package io.headroom.testkit;

import io.headroom.spi.PredictorProvider;

class ProfileProviderTest extends PredictorProviderContract {
    @Override
    protected Class<? extends PredictorProvider> provider() {
        return ProfileProvider.class;
    }
}
