using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NewsMonitor.LanguageDetection.FastText;

/// <summary>
/// Reads the quantized models that fastText's <c>quantize</c> writes (<c>.ftz</c>, format version 12: <c>fasttext.cc</c>, <c>args.cc</c>,
/// <c>dictionary.cc</c>, <c>quantmatrix.cc</c>, <c>productquantizer.cc</c>, <c>densematrix.cc</c>). Little-endian.
/// </summary>
internal ref struct FtzFile(ReadOnlySpan<byte> file)
{
    private const int Magic = 793712314;
    private const int Version = 12;

    private ReadOnlySpan<byte> _rest = file;

    /// <summary>Reads a model.</summary>
    /// <param name="file">The whole file.</param>
    /// <exception cref="InvalidDataException">The file is cut, of another format or version, or of a kind that is not read here: not quantized, a quantized output, another loss than softmax, word n-grams.</exception>
    public static FastTextModel Read(ReadOnlySpan<byte> file)
    {
        try
        {
            return new FtzFile(file).ReadModel();
        }
        catch (ArgumentOutOfRangeException exception)
        {
            throw new InvalidDataException("The model is cut.", exception);
        }
    }

    private FastTextModel ReadModel()
    {
        Expect(ReadInt() == Magic && ReadInt() == Version, "not a fastText model of version 12");
        var arguments = ReadInts(12);
        _rest = _rest[sizeof(double)..];
        var (dimension, wordGrams, loss, buckets) = (arguments[0], arguments[5], arguments[6], arguments[8]);
        Expect(wordGrams == 1 && loss == 3, "only models without word n-grams, with softmax, are read");
        Expect(BitOperations.IsPow2(buckets), "the number of its buckets is no power of two");
        var (words, wordRows, labels, pairs) = ReadDictionary();
        var kept = new KeptBuckets(buckets, Buckets(pairs, buckets));
        Expect(ReadByte() == 1, "not quantized");
        var input = ReadQuantizedMatrix(dimension, RowsInOrder(pairs, kept, wordRows));
        Expect(ReadByte() == 0, "its output is quantized");
        Expect(ReadLong() == labels.Length && ReadLong() == dimension, "its output has another shape");
        var output = new Matrix(labels.Length, dimension);
        for (var label = 0; label < labels.Length; label++)
            ReadFloats(dimension).CopyTo(output.Row(label));
        var rows = new NgramRows(words, wordRows, kept, new NgramLengths(arguments[9], arguments[10]));
        return new FastTextModel(rows, labels, input, output);
    }

    // All that runs once for each row is optimized at once: a program that starts would run most of it in code that is compiled in haste.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (WordTable Words, int WordRows, string[] Labels, int[] Pairs) ReadDictionary()
    {
        var entries = ReadInt();
        var wordCount = ReadInt();
        var labelCount = ReadInt();
        _rest = _rest[sizeof(long)..];
        var keptCount = ReadLong();
        Expect(entries == wordCount + labelCount && keptCount >= 0, "its dictionary is not pruned");
        var words = new WordTable(wordCount);
        var labels = new string[labelCount];
        for (var i = 0; i < entries; i++)
        {
            var text = ReadZeroTerminated();
            _rest = _rest[(sizeof(long) + 1)..];
            if (i < wordCount)
                words.Add(text, i);
            else
                labels[i - wordCount] = System.Text.Encoding.UTF8.GetString(text["__label__"u8.Length..]);
        }
        return (words, wordCount, labels, ReadInts(checked(2 * (int)keptCount)));
    }

    // The file has pairs of a bucket and its place among the rows after the words.
    private static int[] Buckets(int[] pairs, int buckets)
    {
        var kept = new int[pairs.Length / 2];
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = pairs[2 * i];
            Expect((uint)kept[i] < (uint)buckets, "it names a bucket that it lacks");
        }
        return kept;
    }

    // Where each row of the file goes: words stay, buckets are put in their own order.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] RowsInOrder(int[] pairs, KeptBuckets kept, int wordRows)
    {
        var rows = new int[wordRows + (pairs.Length / 2)];
        for (var word = 0; word < wordRows; word++)
            rows[word] = word;
        for (var i = 0; i < pairs.Length; i += 2)
        {
            Expect((uint)pairs[i + 1] < (uint)(pairs.Length / 2), "it names a row that it lacks");
            rows[wordRows + pairs[i + 1]] = wordRows + kept.RankOf((uint)pairs[i], out _);
        }
        return rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Matrix ReadQuantizedMatrix(int dimension, int[] order)
    {
        var hasNorms = ReadByte() == 1;
        var rows = checked((int)ReadLong());
        Expect(ReadLong() == dimension && rows == order.Length, "its matrix has another shape");
        var codes = ReadBytes(ReadInt());
        var vectors = ReadQuantizer();
        var normCodes = hasNorms ? ReadBytes(rows) : [];
        var norms = hasNorms ? ReadQuantizer() : default;
        var matrix = new Matrix(rows, dimension);
        for (var row = 0; row < rows; row++)
        {
            var norm = hasNorms ? norms.Centroids[normCodes[row]] : 1;
            vectors.Decode(codes.Slice(row * vectors.Parts, vectors.Parts), norm, matrix.Row(order[row]));
        }
        return matrix;
    }

    private ProductQuantizer ReadQuantizer()
    {
        var header = ReadInts(4);
        return new ProductQuantizer(header[0], header[1], header[2], header[3], ReadFloats(header[0] * ProductQuantizer.Levels));
    }

    private byte ReadByte() => ReadBytes(1)[0];

    private int ReadInt() => BinaryPrimitives.ReadInt32LittleEndian(ReadBytes(sizeof(int)));

    private long ReadLong() => BinaryPrimitives.ReadInt64LittleEndian(ReadBytes(sizeof(long)));

    private int[] ReadInts(int count) => MemoryMarshal.Cast<byte, int>(ReadBytes(count * sizeof(int))).ToArray();

    private float[] ReadFloats(int count) => MemoryMarshal.Cast<byte, float>(ReadBytes(count * sizeof(float))).ToArray();

    private ReadOnlySpan<byte> ReadZeroTerminated()
    {
        var text = ReadBytes(_rest.IndexOf((byte)0));
        _rest = _rest[1..];
        return text;
    }

    private ReadOnlySpan<byte> ReadBytes(int count)
    {
        var bytes = _rest[..count];
        _rest = _rest[count..];
        return bytes;
    }

    private static void Expect(bool condition, string fault)
    {
        if (!condition)
            throw new InvalidDataException($"The model cannot be used: {fault}.");
    }
}
