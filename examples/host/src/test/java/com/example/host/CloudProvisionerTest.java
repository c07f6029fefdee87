package com.example.host;

import io.headroom.core.NodeGroup;
import io.headroom.core.Region;
import io.headroom.core.Resources;
import io.headroom.spi.Provisioner;
import io.headroom.testkit.Capability;
import io.headroom.testkit.ProvisionerContract;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The host's provisioner against Headroom's contract. */
class CloudProvisionerTest extends ProvisionerContract {
    private static final List<NodeGroup> GROUPS = List.of(group("eu-vm", "eu-west"), group("us-vm", "us-east"));

    private final Cloud cloud = new Cloud("eu-vm", "us-vm");

    private static NodeGroup group(String name, String region) {
        return new NodeGroup(name, Region.of(region), NodeGroup.Kind.VM, Resources.compute(4));
    }

    @Override
    protected Provisioner create() {
        return CloudProvisioner.of(cloud, GROUPS, InstantSource.system());
    }

    @Override
    protected List<NodeGroup> groups() {
        return GROUPS;
    }

    @Override
    protected void settle(Provisioner provisioner) {
        cloud.finishStarting();
    }

    @Override
    protected Map<Capability, String> absent() {
        return Map.of(
                Capability.WARM_UNITS, "this cloud has no warm pool",
                Capability.QUOTA, "this cloud has no quota",
                Capability.LOST_ANSWER, "the stand-in always answers",
                Capability.OUTAGE, "the stand-in is always there");
    }
}
