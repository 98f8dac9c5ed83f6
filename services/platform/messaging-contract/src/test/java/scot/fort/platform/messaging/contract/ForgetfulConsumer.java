package scot.fort.platform.messaging.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchMessageListener;
import scot.fort.platform.messaging.aggregate.Aggregate;
import scot.fort.platform.messaging.aggregate.AggregateStore;
import scot.fort.platform.messaging.aggregate.Change;
import scot.fort.platform.messaging.aggregate.Position;

/** Writes whatever comes straight into the state, and looks at no position. */
final class ForgetfulConsumer implements BatchMessageListener<byte[], byte[]> {

    private final AggregateStore<Diary, String> store;

    ForgetfulConsumer(AggregateStore<Diary, String> store) {
        this.store = store;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> batch) {
        batch.forEach(this::write);
    }

    private void write(ConsumerRecord<byte[], byte[]> record) {
        String id = new String(record.key(), StandardCharsets.UTF_8);
        Aggregate<Diary> loaded = Objects.requireNonNull(store.load(List.of(id)).get(id));
        String source = header(record, "ce_source").substring(1);
        Map<String, Position> positions = new TreeMap<>(loaded.positions());
        positions.put(source, new Position(Long.parseLong(header(record, "ce_sequence")), header(record, "ce_id")));
        store.saveAll(
                List.of(new Change<>(loaded, counted(loaded.state(), source), List.of(), positions, loaded.parked())));
    }

    private static Diary counted(@Nullable Diary diary, String source) {
        Map<String, Integer> told = new TreeMap<>(diary == null ? Map.of() : diary.told());
        told.merge(source, 1, Integer::sum);
        return new Diary(told, "");
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
