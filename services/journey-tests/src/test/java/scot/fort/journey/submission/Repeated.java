package scot.fort.journey.submission;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * How often and with what a property is tried: {@code -Dfort.property.times=25} tries each so many times as often as it
 * says itself, and {@code -Dfort.property.seed} repeats a run with the seed that it printed.
 */
final class Repeated implements AroundPropertyHook {

    private static final int TIMES = Integer.getInteger("fort.property.times", 1);
    private static final String SEED = System.getProperty("fort.property.seed", "");

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        context.attributes().setTries(context.attributes().tries().orElseThrow() * TIMES);
        if (!SEED.isEmpty()) {
            context.attributes().setSeed(SEED);
        }
        return property.execute();
    }
}
