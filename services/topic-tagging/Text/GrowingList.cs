using System.Runtime.CompilerServices;

namespace NewsMonitor.TopicTagging.Text;

/// <summary>A list that is emptied and filled again without giving its memory back, and lends its items by reference.</summary>
internal sealed class GrowingList<T>(int capacity = 16)
{
    private T[] _items = new T[capacity];

    public int Count { get; private set; }

    public T[] Items => _items;

    public ReadOnlySpan<T> Span => _items.AsSpan(0, Count);

    public ref T this[int index] => ref _items[index];

    public ref T Last => ref _items[Count - 1];

    public void Add(in T item)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Math.Max(16, Count * 2));
        _items[Count++] = item;
    }

    /// <summary>Adds an item to be written in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref T Add()
    {
        if (Count == _items.Length) Array.Resize(ref _items, Math.Max(16, Count * 2));
        return ref _items[Count++];
    }

    /// <summary>Makes the list as long as given and lends its items to be written.</summary>
    public Span<T> Take(int count)
    {
        if (count > _items.Length) _items = new T[count + (count / 4)];
        Count = count;
        return _items.AsSpan(0, count);
    }

    public void Clear() => Count = 0;

    public void RemoveFrom(int count) => Count = count;
}
