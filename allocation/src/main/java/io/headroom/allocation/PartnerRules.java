package io.headroom.allocation;

/** The rules that keep both ends of a pair and its link in step: nothing is asked for that the others can't use. Pure functions. */
final class PartnerRules {
    private PartnerRules() {}

    /** Cuts a recommendation down to what can be used. */
    static void cap(Proposal p, PoolCase c) {
        c.need()
                .partners()
                .ifPresent(limit ->
                        p.set(Reason.Rule.PARTNER, limit.most(p.amount()), "what the other end or the link can use"));
    }

    /**
     * Gives up at once, whatever holds a shrinking back, what has been added in the last cycles and can't be used. What was there before goes by
     * the ordinary rules.
     */
    static void release(Proposal p, PoolCase c, double recommended) {
        boolean capped = c.need().partners().isPresent()
                && p.reasons().stream().anyMatch(reason -> reason.rule() == Reason.Rule.PARTNER);
        if (capped && c.mayShrink()) {
            double before = c.need().partners().get().releaseTo();
            if (p.amount() > Math.max(recommended, before)) {
                p.set(Reason.Rule.UNUSABLE, Math.max(recommended, before), "before the last increment " + before);
            }
        }
    }
}
