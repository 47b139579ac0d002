using System.Buffers.Binary;
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
        var (words, labels, kept) = ReadDictionary(buckets);
        Expect(ReadByte() == 1, "not quantized");
        var input = ReadQuantizedMatrix(dimension);
        Expect(ReadByte() == 0, "its output is quantized");
        Expect(ReadLong() == labels.Length && ReadLong() == dimension, "its output has another shape");
        var output = ReadFloats(labels.Length * dimension);
        return new FastTextModel(new NgramRows(words, kept, new NgramLengths(arguments[9], arguments[10])), labels, new Matrix(input, dimension), new Matrix(output, dimension));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (WordTable Words, string[] Labels, int[] Kept) ReadDictionary(int buckets)
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
        return (words, labels, ReadKeptBuckets(buckets, wordCount, (int)keptCount));
    }

    // For each bucket the row of its vector, -1 where pruning dropped it. Optimized at once, as is all that runs once for each row: a
    // program that starts would otherwise run most of it in code that is compiled in haste.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int[] ReadKeptBuckets(int buckets, int wordCount, int keptCount)
    {
        var rows = new int[buckets];
        rows.AsSpan().Fill(-1);
        var kept = ReadInts(2 * keptCount);
        for (var i = 0; i < kept.Length; i += 2)
        {
            if ((uint)kept[i] >= (uint)buckets)
                throw new InvalidDataException("The model cannot be used: it names a bucket that it lacks.");
            rows[kept[i]] = wordCount + kept[i + 1];
        }
        return rows;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private float[] ReadQuantizedMatrix(int dimension)
    {
        var hasNorms = ReadByte() == 1;
        var rows = checked((int)ReadLong());
        Expect(ReadLong() == dimension, "its matrix has another width");
        var codes = ReadBytes(ReadInt());
        var vectors = ReadQuantizer();
        var normCodes = hasNorms ? ReadBytes(rows) : [];
        var norms = hasNorms ? ReadQuantizer() : default;
        var matrix = new float[rows * dimension];
        for (var row = 0; row < rows; row++)
        {
            var norm = hasNorms ? norms.Centroids[normCodes[row]] : 1;
            vectors.Decode(codes.Slice(row * vectors.Parts, vectors.Parts), norm, matrix.AsSpan(row * dimension, dimension));
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
