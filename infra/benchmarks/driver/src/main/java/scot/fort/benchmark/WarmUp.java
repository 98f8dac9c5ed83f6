package scot.fort.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rates of one service, round by round, until the compiler has come to everything and they rise no more. */
final class WarmUp {

    /** Rounds that have to bring nothing new. */
    private static final int LATEST = 4;

    private static final double RISE = 1.03;

    private final List<Double> rates = new ArrayList<>();

    void add(double perSecond) {
        rates.add(perSecond);
    }

    int rounds() {
        return rates.size();
    }

    /** Whether the best of the latest rounds is hardly better than the best before them. */
    boolean isSteady() {
        int before = rates.size() - LATEST;
        return before > 0 && best(rates.subList(before, rates.size())) <= RISE * best(rates.subList(0, before));
    }

    private static double best(List<Double> some) {
        return some.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    @Override
    public String toString() {
        return rates.stream()
                .map(rate -> String.format(Locale.ROOT, "%.0f", rate))
                .collect(Collectors.joining(", "));
    }
}
