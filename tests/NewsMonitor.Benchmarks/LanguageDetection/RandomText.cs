using System.Text;

namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary>Text that no one wrote: any UTF-16 units, bytes read as UTF-8 or Latin-1, letters of one block, one character repeated.</summary>
internal static class RandomText
{
    /// <summary>The next text, up to 200 characters, one in a thousand up to 100,000.</summary>
    public static string Next(Random random)
    {
        var length = random.Next(1000) == 0 ? random.Next(100_000) : random.Next(200);
        switch (random.Next(5))
        {
            case 0:
                return string.Create(length, random, (span, source) => { for (var i = 0; i < span.Length; i++) span[i] = (char)source.Next(char.MaxValue + 1); });
            case 1 or 2:
                var bytes = new byte[length];
                random.NextBytes(bytes);
                return (length % 2 == 0 ? Encoding.UTF8 : Encoding.Latin1).GetString(bytes);
            case 3:
                var block = random.Next(0x30) * 0x100;
                return string.Create(length, (random, block), (span, source) => { for (var i = 0; i < span.Length; i++) span[i] = source.random.Next(6) == 0 ? ' ' : (char)(source.block + source.random.Next(0x100)); });
            default:
                return new string((char)random.Next(char.MaxValue + 1), length);
        }
    }
}
