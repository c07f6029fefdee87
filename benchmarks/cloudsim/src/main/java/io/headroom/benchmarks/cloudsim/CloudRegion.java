package io.headroom.benchmarks.cloudsim;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.cloudsimplus.brokers.DatacenterBroker;
import org.cloudsimplus.brokers.DatacenterBrokerSimple;
import org.cloudsimplus.cloudlets.Cloudlet;
import org.cloudsimplus.cloudlets.CloudletSimple;
import org.cloudsimplus.core.CloudSimTag;
import org.cloudsimplus.datacenters.Datacenter;
import org.cloudsimplus.datacenters.DatacenterSimple;
import org.cloudsimplus.hosts.Host;
import org.cloudsimplus.hosts.HostSimple;
import org.cloudsimplus.resources.Pe;
import org.cloudsimplus.resources.PeSimple;
import org.cloudsimplus.vms.Vm;
import org.cloudsimplus.vms.VmCost;
import org.cloudsimplus.vms.VmSimple;

/** One region of the simulated cloud: a data centre, its broker, and all virtual machines that it has ever had. Not thread-safe. */
final class CloudRegion {
    /** Instructions of a core in one second, in millions: so many that whole instructions round nothing. */
    static final long MIPS = 1_000_000;

    /** What a core costs in a second, in the currency of a cloud that charges 0.036 for an hour. */
    static final double CORE_SECOND = 0.036 / 3600;

    private static final int HOSTS = 40;
    private static final int CORES = 32;
    private static final long PLENTY = 1L << 40;

    private final SteppedSimulation simulation;
    private final Datacenter datacenter;
    private final DatacenterBroker broker;
    private final BootTimes boots;
    private final List<Vm> machines = new ArrayList<>();
    private final List<Cloudlet> work = new ArrayList<>();
    private boolean nobodyServed;
    private long moves;

    /** How long machines take to boot, in seconds: uniform between two bounds, from a seed. */
    record BootTimes(double shortest, double longest, SplittableRandom random) {
        double next() {
            return shortest < longest ? random.nextDouble(shortest, longest) : shortest;
        }
    }

    CloudRegion(SteppedSimulation simulation, String name, BootTimes boots) {
        this.simulation = simulation;
        this.boots = boots;
        List<Host> hosts = new ArrayList<>();
        for (int i = 0; i < HOSTS; i++) {
            List<Pe> cores = new ArrayList<>();
            for (int j = 0; j < CORES; j++) {
                cores.add(new PeSimple(MIPS));
            }
            hosts.add(new HostSimple(PLENTY, PLENTY, PLENTY, cores));
        }
        // Without a scheduling interval: with one, each look at a booting machine asks for another look, and looks
        // multiply.
        datacenter = new DatacenterSimple(simulation, hosts);
        datacenter.setName(name);
        datacenter.getCharacteristics().setCostPerSecond(CORE_SECOND);
        broker = new DatacenterBrokerSimple(simulation, name + "-broker");
        broker.setShutdownWhenIdle(false);
        broker.setDatacenterMapper((last, machine) -> datacenter);
        broker.setVmMapper(Cloudlet::getVm);
    }

    /** Cores in all. */
    static int capacity() {
        return HOSTS * CORES;
    }

    /** Asks for machines; they are there at once and boot from now on, except the ones that a day begins with. */
    List<Vm> create(int count, int cores, boolean booted) {
        List<Vm> created = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Vm machine = new VmSimple(MIPS, cores);
            machine.setRam(1).setBw(1).setSize(1);
            machine.setStartupDelay(booted ? 0 : boots.next());
            machine.addOnHostAllocationListener(info -> moves++);
            created.add(machine);
        }
        machines.addAll(created);
        broker.submitVmList(new ArrayList<>(created));
        return created;
    }

    void destroy(List<Vm> gone) {
        moves += gone.size();
        gone.forEach(Vm::shutdown);
    }

    /**
     * Gives the machines the work of one step, to be done by all alike.
     *
     * @param ready machines that take part
     * @param coreSeconds work in seconds of one core
     */
    void submit(List<Vm> ready, double coreSeconds) {
        nobodyServed = ready.isEmpty() && coreSeconds > 0;
        long cores = ready.stream().mapToLong(Vm::getPesNumber).sum();
        long length = (long) Math.ceil(coreSeconds * MIPS / Math.max(1, cores));
        List<Cloudlet> parts = new ArrayList<>();
        for (Vm machine : ready) {
            Cloudlet part = new CloudletSimple(Math.max(1, length), machine.getPesNumber());
            part.setVm(machine);
            parts.add(part);
        }
        work.addAll(parts);
        broker.submitCloudletList(parts);
    }

    /** Looks at the work at the end of its step: whether all is done. What is not is lost. */
    boolean finish(double now) {
        datacenter.schedule(CloudSimTag.VM_UPDATE_CLOUDLET_PROCESSING);
        simulation.advanceTo(now);
        boolean all = !nobodyServed;
        for (Cloudlet part : work) {
            // A millionth covers instructions that are rounded down at each look.
            all &= part.getFinishedLengthSoFar() >= part.getLength() * (1 - 1e-6);
            if (!part.isFinished()) {
                part.getVm().getCloudletScheduler().cloudletCancel(part);
            }
        }
        work.clear();
        return all;
    }

    /** Machines created and destroyed so far. */
    long moves() {
        return moves;
    }

    /** Seconds that all machines have run so far, booting included, as CloudSim Plus counts them. */
    double machineSeconds() {
        return machines.stream().mapToDouble(Vm::getTotalExecutionTime).sum();
    }

    /** What all machines have cost so far, as CloudSim Plus prices them. */
    double cost() {
        return machines.stream()
                .mapToDouble(vm -> new VmCost(vm).getProcessingCost())
                .sum();
    }
}
