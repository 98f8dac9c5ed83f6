package scot.fort.local;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Whether a part answers; asked again and again until it does. Any exception means not yet. */
@FunctionalInterface
public interface Readiness {
    int TIMEOUT_MILLIS = 2_000;

    boolean isReady() throws Exception;

    /** Ready when a GET answers 200. */
    static Readiness http(String url) {
        return () -> {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        };
    }

    /** Ready when a connection is greeted, as mail servers do. */
    static Readiness greeting(int port) {
        return () -> {
            try (Socket socket = connect(port);
                    InputStream greeting = socket.getInputStream()) {
                return greeting.read() >= 0;
            }
        };
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket();
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        return socket;
    }
}
