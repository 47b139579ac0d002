using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsMonitor.LanguageDetection.FastText;

/// <summary>
/// A linear text classifier over words and character n-grams (Joulin et al., "Bag of tricks for efficient text classification", 2016;
/// compression: "FastText.zip", 2016). Rows are de-quantized once, when the model is read. Thread-safe; allocates nothing per text.
/// </summary>
/// <param name="rows">Which rows a word has.</param>
/// <param name="labels">The classes.</param>
/// <param name="input">One vector a word or n-gram.</param>
/// <param name="output">One vector a class.</param>
internal sealed class FastTextModel(NgramRows rows, string[] labels, Matrix input, Matrix output)
{
    /// <summary>Longest word that is looked at, brackets included, in bytes; what follows says nothing about a language.</summary>
    public const int MaxWordBytes = 128;

    /// <summary>The classes, in the order of all scores.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>Length of the vector that stands for a text.</summary>
    public int Dimension => input.Width;

    /// <summary>Adds a word's rows to the sum of a text.</summary>
    /// <param name="bracketed">The word between "&lt;" and "&gt;", UTF-8, at most <see cref="MaxWordBytes"/> long.</param>
    /// <param name="hash">The hash of the word without its brackets.</param>
    /// <param name="sum">The sum so far, <see cref="Dimension"/> long.</param>
    /// <returns>How many rows were added.</returns>
    public int Add(ReadOnlySpan<byte> bracketed, uint hash, Span<float> sum)
    {
        Span<int> found = stackalloc int[rows.MostRows(bracketed.Length)];
        var count = rows.Collect(bracketed, hash, found);
        AddRows(found[..count], sum);
        return count;
    }

    /// <summary>Adds what ends each line in training; a text without it is scored a little otherwise than by the reference program.</summary>
    /// <returns>How many rows were added.</returns>
    public int AddEndOfLine(Span<float> sum)
    {
        if (rows.EndOfLine < 0)
            return 0;
        AddRows([rows.EndOfLine], sum);
        return 1;
    }

    /// <summary>A class's score before softmax, times the number of rows in the sum.</summary>
    /// <param name="label">Number of the class.</param>
    /// <param name="sum">The text's rows, summed.</param>
    public float ScoreOf(int label, ReadOnlySpan<float> sum) => Dot(output.Row(label), sum);

    /// <summary>A class's score of a word's own row alone; 0 for a word without one.</summary>
    /// <param name="label">Number of the class.</param>
    /// <param name="word">The word, UTF-8, without brackets.</param>
    /// <param name="hash">Its hash.</param>
    public float ScoreOfWord(int label, ReadOnlySpan<byte> word, uint hash) =>
        rows.Find(word, hash) is >= 0 and var row ? ScoreOf(label, input.Row(row)) : 0;

    /// <summary>How many n-grams a word has, whether the model knows them or not.</summary>
    /// <param name="characters">Characters of the word, brackets included.</param>
    public int NgramsOf(int characters) => rows.NgramsOf(characters);

    // Part by part, so that the sum of a part stays in a register over all rows.
    private void AddRows(ReadOnlySpan<int> added, Span<float> sum)
    {
        var width = Vector<float>.Count;
        var start = 0;
        for (; start + (2 * width) <= sum.Length; start += 2 * width)
        {
            var first = new Vector<float>(sum[start..]);
            var second = new Vector<float>(sum[(start + width)..]);
            foreach (var row in added)
            {
                var part = input.Row(row).Slice(start, 2 * width);
                first += new Vector<float>(part);
                second += new Vector<float>(part[width..]);
            }
            first.CopyTo(sum[start..]);
            second.CopyTo(sum[(start + width)..]);
        }
        for (; start < sum.Length; start++)
        {
            foreach (var row in added)
                sum[start] += input.Row(row)[start];
        }
    }

    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var a = MemoryMarshal.Cast<float, Vector<float>>(left);
        var b = MemoryMarshal.Cast<float, Vector<float>>(right);
        var total = Vector<float>.Zero;
        for (var i = 0; i < a.Length; i++)
            total += a[i] * b[i];
        var dot = Vector.Sum(total);
        for (var i = a.Length * Vector<float>.Count; i < left.Length; i++)
            dot += left[i] * right[i];
        return dot;
    }
}
