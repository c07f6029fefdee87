package io.headroom.forecasting.internal.intermittent;

/** How the rate of an intermittent series is followed: z is the smoothed size of a demand, the steps above zero. */
public enum DemandMethod {
    /** Rate z / p, p the smoothed interval between demands: Croston (1972). Too high by about beta / 2 of itself. */
    CROSTON,
    /** Rate (1 - beta / 2) z / p: Syntetos and Boylan (2005). */
    SYNTETOS_BOYLAN,
    /** Rate z q, q the probability of a demand, smoothed at every step, so that it fades: Teunter et al. (2011). */
    TEUNTER_SYNTETOS_BABAI,
    /** Simple exponential smoothing of all steps, for series that are not intermittent. */
    SMOOTHING
}
