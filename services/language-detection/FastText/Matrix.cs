namespace NewsMonitor.LanguageDetection.FastText;

/// <summary>A matrix of floats, row after row.</summary>
/// <param name="Values">All rows.</param>
/// <param name="Width">Values a row.</param>
internal readonly record struct Matrix(float[] Values, int Width)
{
    /// <summary>Number of rows.</summary>
    public int Rows => Values.Length / Width;

    /// <summary>One row.</summary>
    public ReadOnlySpan<float> Row(int row) => Values.AsSpan(row * Width, Width);
}
