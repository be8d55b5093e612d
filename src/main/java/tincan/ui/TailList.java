package tincan.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableListBase;

/// A long list that grows at its end and is cut at its beginning, in blocks: each block is one change, however many
/// elements it has. Owner: the thread of the window.
///
/// @param <E> what it lists
public final class TailList<E> extends ObservableListBase<E> {
    private final ArrayList<E> elements = new ArrayList<>();

    @Override
    public E get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }

    /// Adds a block at the end.
    public void append(List<? extends E> block) {
        replaceFrom(elements.size(), block);
    }

    /// Puts a block in the place of everything from index `from` on.
    public void replaceFrom(int from, List<? extends E> block) {
        if (from == elements.size() && block.isEmpty()) {
            return;
        }
        List<E> old = elements.subList(from, elements.size());
        List<E> removed = List.copyOf(old);
        old.clear();
        elements.addAll(block);
        beginChange();
        nextReplace(from, from + block.size(), removed);
        endChange();
    }

    /// Cuts off the first `count` elements.
    public void dropFirst(int count) {
        if (count == 0) {
            return;
        }
        List<E> old = elements.subList(0, count);
        List<E> removed = List.copyOf(old);
        old.clear();
        beginChange();
        nextRemove(0, removed);
        endChange();
    }

    /// Puts `element` in the place of the one at `index`.
    public E replace(int index, E element) {
        E old = elements.set(index, element);
        beginChange();
        nextSet(index, old);
        endChange();
        return old;
    }
}
