using System.Runtime.CompilerServices;

namespace NewsMonitor.LanguageDetection.FastText;

/// <summary>
/// A vector cut into parts, each replaced by the number of its nearest centroid (Jégou et al., "Product quantization for nearest neighbor
/// search", 2011; layout as in fastText's <c>productquantizer.cc</c>).
/// </summary>
/// <param name="Dimension">Length of the vector.</param>
/// <param name="Parts">Codes a vector.</param>
/// <param name="PartLength">Values a part.</param>
/// <param name="LastPartLength">Values of the last part, which may be shorter.</param>
/// <param name="Centroids">Part after part, <see cref="Levels"/> centroids each.</param>
internal readonly record struct ProductQuantizer(int Dimension, int Parts, int PartLength, int LastPartLength, float[] Centroids)
{
    /// <summary>Centroids a part: a code is a byte.</summary>
    public const int Levels = 256;

    /// <summary>Writes the vector that the codes stand for, multiplied by its norm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Decode(ReadOnlySpan<byte> codes, float norm, Span<float> vector)
    {
        for (var part = 0; part < Parts; part++)
        {
            var length = part == Parts - 1 ? LastPartLength : PartLength;
            var start = (part * Levels * PartLength) + (codes[part] * length);
            for (var i = 0; i < length; i++)
                vector[(part * PartLength) + i] = norm * Centroids[start + i];
        }
    }
}
