package com.example.host;

import java.util.HashMap;
import java.util.Map;

/** Stands for a host's own cloud client: named groups of machines that take a while to start. */
public final class Cloud {
    private final Map<String, Integer> running = new HashMap<>();
    private final Map<String, Integer> starting = new HashMap<>();

    public Cloud(String... groups) {
        for (String group : groups) {
            running.put(group, 0);
            starting.put(group, 0);
        }
    }

    public synchronized boolean has(String group) {
        return running.containsKey(group);
    }

    public synchronized int running(String group) {
        return running.get(group);
    }

    public synchronized int starting(String group) {
        return starting.get(group);
    }

    /** Starts machines, or cancels starting ones first and then stops running ones. */
    public synchronized void resize(String group, int size) {
        int run = running.get(group);
        running.put(group, Math.min(run, size));
        starting.put(group, Math.max(0, size - run));
    }

    /** Time passes: what was starting is running. */
    public synchronized void finishStarting() {
        starting.replaceAll((group, count) -> {
            running.merge(group, count, Integer::sum);
            return 0;
        });
    }
}
