using System.Runtime.InteropServices;

namespace NewsMonitor.LanguageDetection.FastText;

/// <summary>A matrix of floats, row after row, each at the start of a cache line where the width allows: a row is fetched once, not twice.</summary>
internal sealed class Matrix
{
    private const int CacheLine = 64;

    private readonly float[] _values;
    private readonly int _start;

    /// <summary>A matrix of zeros.</summary>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="width">Values a row.</param>
    public Matrix(int rows, int width)
    {
        Width = width;
        // Pinned: an array that moves would not stay where it was aligned.
        _values = GC.AllocateArray<float>(checked((rows * width) + (CacheLine / sizeof(float))), pinned: true);
        _start = (int)((CacheLine - (Marshal.UnsafeAddrOfPinnedArrayElement(_values, 0) % CacheLine)) % CacheLine) / sizeof(float);
    }

    /// <summary>Values a row.</summary>
    public int Width { get; }

    /// <summary>One row.</summary>
    public Span<float> Row(int row) => _values.AsSpan(_start + (row * Width), Width);
}
