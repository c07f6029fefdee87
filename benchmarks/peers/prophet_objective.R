# Where R prophet (Stan) stops: the objective of its end point, evaluated with the formula below, and the time of its fit.
#
#   Rscript benchmarks/peers/prophet_objective.R --in ../shared/data/m4_hourly/m4_hourly_train.csv.gz --every 8 --out OUT.csv
#   Rscript benchmarks/peers/prophet_objective.R --in ../shared/data/prophet/wp_log_R.csv.gz --cap 8.5 --out OUT.csv
#
# -log posterior, constants dropped, y over max|y|, t in [0, 1]:
#   n log s + SSE/(2 s^2) + k^2/50 + m^2/50 + sum|delta|/0.05 + sum beta^2/200 + 2 s^2
# Inputs: series,t,value (hourly from 2015-07-01) or timestamp,y (one daily series). With --cap growth is logistic.
Sys.setenv(TZ = "GMT"); suppressMessages(library(prophet)); options(warn = -1)
a <- commandArgs(TRUE)
opt <- function(k, d = NULL) { i <- match(paste0("--", k), a); if (is.na(i)) d else a[i + 1] }
cap <- as.numeric(opt("cap", "NA")); every <- as.integer(opt("every", "1"))
quiet <- function(e) { v <- NULL; invisible(capture.output(v <- suppressMessages(suppressWarnings(e)))); v }
d <- read.csv(opt("in"))
if ("timestamp" %in% names(d)) {
  d <- d[!is.na(d$y), ]; S <- list(list(ds = as.POSIXct(substr(d$timestamp, 1, 10), tz = "GMT"), y = d$y)); names(S) <- sub("\\.csv.*", "", basename(opt("in")))
} else {
  Y <- split(d$value, factor(d$series, levels = unique(d$series))); Y <- Y[seq(1, length(Y), by = every)]
  S <- lapply(Y, function(y) list(ds = as.POSIXct("2015-07-01", tz = "GMT") + 3600 * (seq_along(y) - 1), y = y))
}
objective <- function(m) {
  h <- m$history; p <- m$params; t <- h$t; n <- nrow(h); cp <- m$changepoints.t; delta <- as.numeric(p$delta); k <- p$k; off <- p$m
  X <- do.call(cbind, lapply(names(m$seasonalities), function(s) prophet:::fourier_series(h$ds, m$seasonalities[[s]]$period, m$seasonalities[[s]]$fourier.order)))
  if (is.na(cap)) trend <- k * t + off + as.numeric(outer(t, cp, function(t, c) pmax(t - c, 0)) %*% delta) else {
    z <- k * (t - off) + as.numeric(outer(t, cp, function(t, c) pmax(t - c, 0)) %*% delta); trend <- h$cap_scaled / (1 + exp(-z)) }
  beta <- as.numeric(p$beta); fit <- trend + as.numeric(X %*% beta); s <- p$sigma_obs
  sse <- sum((h$y_scaled - fit)^2)
  n * log(s) + sse / (2 * s^2) + k^2 / 50 + off^2 / 50 + sum(abs(delta)) / 0.05 + sum(beta^2) / 200 + 2 * s^2
}
rows <- list()
for (s in names(S)) {
  x <- data.frame(ds = S[[s]]$ds, y = S[[s]]$y); if (!is.na(cap)) x$cap <- cap
  set.seed(1); time <- system.time(m <- quiet(prophet(x, growth = if (is.na(cap)) "linear" else "logistic")), gcFirst = FALSE)[["elapsed"]]
  orders <- paste(sapply(names(m$seasonalities), function(q) sprintf("%s:%g:%d", q, m$seasonalities[[q]]$period, m$seasonalities[[q]]$fourier.order)), collapse = " ")
  rows[[s]] <- data.frame(series = s, n = nrow(x), objective = sprintf("%.10f", objective(m)), fit_ms = sprintf("%.1f", 1000 * time), seasons = orders)
}
res <- do.call(rbind, rows); write.csv(res, opt("out"), row.names = FALSE, quote = FALSE)
cat(sprintf("series=%d fit_ms_mean=%.1f fit_ms_median=%.1f tool=R-%s/prophet-%s\n", nrow(res), mean(as.numeric(res$fit_ms)), median(as.numeric(res$fit_ms)), paste(R.version$major, R.version$minor, sep = "."), as.character(packageVersion("prophet"))))
