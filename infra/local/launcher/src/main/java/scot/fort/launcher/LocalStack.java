package scot.fort.launcher;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import scot.fort.local.Addresses;
import scot.fort.local.MongoStorage;
import scot.fort.local.Part;
import scot.fort.local.PartDefinition;
import scot.fort.local.PartFailure;
import scot.fort.local.Stack;

/**
 * The whole of FORT on this machine: the backing parts, the local issuer and the five services, known by their data folder.
 *
 * <pre>{@code
 * try (LocalStack fort = LocalStack.start(folder, StackPorts.free(), MongoStorage.MEMORY)) {
 *     fort.awaitReady(Duration.ofMinutes(3));
 *     String url = fort.url(Service.REFERRAL_INTAKE) + "/v1/referrals";
 *     String token = fort.token("school-rosebank");
 *     fort.service(Service.TRIAGE).kill();   // a Part, as are fort.stack().kafka() and its other backing parts
 *     fort.service(Service.TRIAGE).restart(Duration.ofMinutes(1));
 * }
 * }</pre>
 *
 * <p>It ends with the process that started it, unless that process calls {@link #detach()}.
 */
public final class LocalStack implements AutoCloseable {
    private static final String STARTED = "services";

    private final Stack stack;
    private final StackPorts ports;
    private final Map<Service, Part> services = new EnumMap<>(Service.class);
    private final Tokens tokens;

    private LocalStack(Stack stack, StackPorts ports, Set<Service> started) {
        this.stack = stack;
        this.ports = ports;
        QuickStart quick = QuickStart.ofThisBuild();
        started.stream()
                .sorted()
                .forEach(
                        service -> services.put(service, stack.add(Services.definition(service, stack, ports, quick))));
        tokens = new Tokens(url(Service.IDENTITY));
    }

    /** Starts everything and returns without waiting; what stands in the way is a {@link PartFailure}, and then nothing runs. */
    public static LocalStack start(Path folder, StackPorts ports, MongoStorage storage) {
        return start(folder, ports, storage, Service.all());
    }

    /** The same with some of the services only. */
    public static LocalStack start(Path folder, StackPorts ports, MongoStorage storage, Set<Service> services) {
        services.forEach(Service::requireBuilt);
        DataFolder.prepare(folder);
        if (Stack.runsIn(folder)) {
            throw new PartFailure("A stack is running in " + folder + " already; ./fort down stops it.");
        }
        services.forEach(ports::requireFree);
        Stack stack = Stack.start(folder, ports.parts(), storage);
        try {
            ports.writeTo(stack);
            stack.note(STARTED, services.stream().map(Service::name).collect(Collectors.joining(",")));
            LocalStack fort = new LocalStack(stack, ports, services);
            fort.services.values().forEach(Part::start);
            return fort;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** The stack that was started in this folder, whether it runs or not; none at all is a {@link PartFailure}. */
    public static LocalStack attach(Path folder) {
        Optional<Stack> stack = Stack.existsIn(folder) ? Optional.of(Stack.attach(folder)) : Optional.empty();
        return stack.flatMap(found -> found.note(STARTED)
                        .map(started -> new LocalStack(found, StackPorts.read(found), services(started))))
                .orElseThrow(() -> new PartFailure("There is no stack in " + folder + "; ./fort up starts one."));
    }

    /** Returns when the topics are there and every part answers; the bound is for all of them together. */
    public LocalStack awaitReady(Duration bound) {
        return awaitReady(bound, _ -> {});
    }

    /** The same, telling of each part when it answers. */
    public LocalStack awaitReady(Duration bound, ReadyListener listener) {
        new Start(stack, bound, listener).await();
        return this;
    }

    /** The backing parts, and all parts together. */
    public Stack stack() {
        return stack;
    }

    public Addresses addresses() {
        return stack.addresses();
    }

    /** A service as a part that can be killed, paused and restarted. */
    public Part service(Service service) {
        return Optional.ofNullable(services.get(service))
                .orElseThrow(() -> new PartFailure(service.part() + " does not belong to this stack."));
    }

    /** How a service is run as a part of this stack, for whoever wants to run it in another way. */
    public PartDefinition definition(Service service) {
        return Services.definition(service, stack, ports, QuickStart.ofThisBuild());
    }

    /** Where a service takes calls, without a slash at its end. */
    public String url(Service service) {
        return Services.url(ports.of(service));
    }

    /** Where a service shows its health and its figures. */
    public String managementUrl(Service service) {
        return Services.url(StackPorts.management(ports.of(service)));
    }

    /** A token that the services accept, for one of the local issuer's clients; valid for at least some minutes. */
    public String token(String client) {
        return tokens.of(client);
    }

    /** All parts, backing ones first. */
    public List<Part> parts() {
        return stack.parts();
    }

    /** Lets everything live on when this process ends. */
    public void detach() {
        stack.detach();
    }

    /** Stops the services, then what they lean on; returns when all have ended. */
    @Override
    public void close() {
        stack.close();
    }

    private static Set<Service> services(String names) {
        return Arrays.stream(names.split(","))
                .filter(name -> !name.isEmpty())
                .map(Service::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}
