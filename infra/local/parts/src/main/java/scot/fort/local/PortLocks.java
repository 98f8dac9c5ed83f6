package scot.fort.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Between the choice of a port and the moment at which a server listens there, another stack that starts at the same time
 * could choose it too, and each would take the other's servers for its own. So a chosen port is locked, in a file that all
 * processes of this user share, until the process that chose it ends.
 */
final class PortLocks {

    private static final Path FOLDER =
            Path.of(System.getProperty("java.io.tmpdir"), "fort-ports-" + System.getProperty("user.name"));
    private static final Map<Integer, FileLock> HELD = new ConcurrentHashMap<>();

    private PortLocks() {}

    /** False when it is another's; true also where locks cannot be had, since they only make a rare mishap rarer. */
    static boolean hold(int port) {
        if (HELD.containsKey(port)) {
            return false;
        }
        try {
            Files.createDirectories(FOLDER);
            FileChannel file = FileChannel.open(
                    FOLDER.resolve(Integer.toString(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = file.tryLock();
            if (lock == null) {
                file.close();
                return false;
            }
            HELD.put(port, lock);
            return true;
        } catch (OverlappingFileLockException ours) {
            return false;
        } catch (IOException noLocks) {
            return true;
        }
    }
}
