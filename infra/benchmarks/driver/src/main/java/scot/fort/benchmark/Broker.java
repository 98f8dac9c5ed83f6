package scot.fort.benchmark;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How much the broker holds, and how far its consumers are behind. */
final class Broker implements AutoCloseable {

    private static final int LOOKS = 4;

    private final Admin admin;

    Broker(String bootstrap) {
        admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
    }

    /** Records that were ever written to a topic. */
    long written(String topic) {
        return offsets(partitions(Set.of(topic)), OffsetSpec.latest()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Removes all records of all topics, so that consumers who come later find none. */
    void forgetAll() {
        Set<String> topics = get(admin.listTopics().names());
        Map<TopicPartition, RecordsToDelete> all = new HashMap<>();
        offsets(partitions(topics), OffsetSpec.latest())
                .forEach((partition, end) -> all.put(partition, RecordsToDelete.beforeOffset(end)));
        get(admin.deleteRecords(all).all());
    }

    /** Records that each consumer group still has before it. */
    Map<String, Long> lags() {
        List<String> groups = get(
                        admin.listGroups(ListGroupsOptions.forConsumerGroups()).all())
                .stream()
                .map(GroupListing::groupId)
                .toList();
        Map<String, Long> lags = new TreeMap<>();
        get(admin.describeConsumerGroups(groups).all())
                .forEach((group, members) -> lags.put(group, lag(group, members)));
        return lags;
    }

    private long lag(String group, ConsumerGroupDescription members) {
        Set<TopicPartition> assigned = members.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .collect(Collectors.toSet());
        Map<TopicPartition, OffsetAndMetadata> committed = get(admin.listConsumerGroupOffsets(
                        Map.of(group, new ListConsumerGroupOffsetsSpec().topicPartitions(assigned)))
                .partitionsToOffsetAndMetadata(group));
        Map<TopicPartition, Long> first = offsets(assigned, OffsetSpec.earliest());
        return offsets(assigned, OffsetSpec.latest()).entrySet().stream()
                .mapToLong(end ->
                        end.getValue() - reached(committed.get(end.getKey()), first.getOrDefault(end.getKey(), 0L)))
                .sum();
    }

    private static long reached(@Nullable OffsetAndMetadata committed, long first) {
        return committed == null ? first : Math.max(first, committed.offset());
    }

    /** Waits until nobody is behind, and stays so: what one consumer is done with may be news to another. */
    boolean awaitDrained(Duration bound) {
        long deadline = System.nanoTime() + bound.toNanos();
        int quiet = 0;
        while (quiet < LOOKS) {
            quiet = lags().values().stream().anyMatch(lag -> lag > 0) ? 0 : quiet + 1;
            if (System.nanoTime() > deadline) {
                return false;
            }
            Threads.pause(Duration.ofMillis(100));
        }
        return true;
    }

    private Set<TopicPartition> partitions(Set<String> topics) {
        return get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        get(admin.listOffsets(partitions.stream().collect(Collectors.toMap(Function.identity(), _ -> which)))
                        .all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The broker does not tell", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
