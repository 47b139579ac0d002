namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// The queries of all topics as rows of 8-byte nodes in depth-first order: kind, size of the subtree, value. Grows by one writer at a time, read
/// without locks.
/// </summary>
internal sealed class NodeArena
{
    private ulong[] _nodes = [];

    public int Count { get; private set; }

    /// <summary>All nodes, for whoever reads many of them.</summary>
    public ReadOnlySpan<ulong> Span => _nodes;

    public static NodeKind KindOf(ulong node) => (NodeKind)(byte)(node >> 56);

    public static int SizeOf(ulong node) => (int)((node >> 32) & 0xFFFFFF);

    public static int ValueOf(ulong node) => (int)(uint)node;

    public NodeKind Kind(int node) => KindOf(_nodes[node]);

    /// <summary>The node after this one and all below it.</summary>
    public int After(int node) => node + SizeOf(_nodes[node]);

    /// <summary>The number of NEAR/n and so on; what a term is numbered by.</summary>
    public int Value(int node) => ValueOf(_nodes[node]);

    /// <summary>Begins a node; what is added until <see cref="Close"/> stands below it.</summary>
    public int Open(NodeKind kind, int value)
    {
        Storage.Reserve(ref _nodes, Count + 1);
        _nodes[Count] = ((ulong)kind << 56) | (uint)value;
        return Count++;
    }

    public void Close(int node) => _nodes[node] |= (ulong)(Count - node) << 32;

    public void Trim() => Storage.Trim(ref _nodes, Count);
}
