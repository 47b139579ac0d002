namespace NewsMonitor.TopicTagging.Matching;

/// <summary>Arrays that grow under one writer while others read: a reader keeps the old array, which stays right for all it knows of.</summary>
internal static class Storage
{
    // Doubling would leave up to half of the memory unused; a quarter costs a few more copies.
    private const int GrowthShare = 4;

    // What is left free after loading, for the first changes.
    private const int SpareShare = 64;

    public static void Reserve<T>(ref T[] items, int count)
    {
        if (count <= items.Length) return;
        Resize(ref items, Math.Max(count, items.Length + (items.Length / GrowthShare) + 16));
    }

    /// <summary>Gives back nearly all that is not used.</summary>
    public static void Trim<T>(ref T[] items, int count)
    {
        var length = count + (count / SpareShare) + 4;
        if (length < items.Length) Resize(ref items, length);
    }

    private static void Resize<T>(ref T[] items, int length)
    {
        var larger = new T[length];
        Array.Copy(items, larger, Math.Min(items.Length, length));
        Volatile.Write(ref items, larger);
    }
}
