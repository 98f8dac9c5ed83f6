package scot.fort.platform.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many who do something at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** @return what came of each, in their order */
    public static <T> List<T> all(List<Callable<T>> many) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> started = new ArrayList<>();
            for (Callable<T> one : many) {
                started.add(threads.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> result : started) {
                results.add(result.get());
            }
            return results;
        }
    }

    /** @param each what the first, the second and so on of them does */
    public static <T> List<T> all(int count, IntFunction<Callable<T>> each) throws Exception {
        return all(IntStream.range(0, count).mapToObj(each).toList());
    }
}
