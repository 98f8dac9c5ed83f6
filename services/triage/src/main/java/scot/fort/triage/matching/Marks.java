package scot.fort.triage.matching;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The marks of one child while they are taken. */
final class Marks {

    /** Those under which names can be compared: who shares one may be the same child. */
    static final Set<MarkKind> ANCHORS =
            EnumSet.of(MarkKind.BIRTH, MarkKind.HOME, MarkKind.PHONE, MarkKind.CHI, MarkKind.SCN);

    private final MatchingKey.Hasher hasher;
    private final Map<MarkKind, Set<String>> marks = new EnumMap<>(MarkKind.class);

    Marks(MatchingKey.Hasher hasher) {
        this.hasher = hasher;
    }

    /** Nothing for an empty text. */
    void add(MarkKind kind, String text) {
        if (!text.isEmpty()) {
            marks.computeIfAbsent(kind, none -> new HashSet<>()).add(hasher.hash(kind, text));
        }
    }

    /** A text together with what it belongs to. */
    void add(MarkKind kind, String anchor, String text) {
        if (!text.isEmpty()) {
            add(kind, anchor + "|" + text);
        }
    }

    void addAll(MarkKind kind, String anchor, Set<String> texts) {
        texts.forEach(text -> add(kind, anchor, text));
    }

    /** The marks that names are bound to. */
    List<String> anchors() {
        return marks.entrySet().stream()
                .filter(entry -> ANCHORS.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    Fingerprint fingerprint() {
        return new Fingerprint(marks);
    }
}
