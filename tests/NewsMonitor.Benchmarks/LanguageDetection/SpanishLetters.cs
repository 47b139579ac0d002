namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary>Puts back the letters that the Spanish corpus lost, by the rules in <c>Model/spanish-letters.txt</c>.</summary>
internal sealed class SpanishLetters
{
    private readonly Dictionary<string, string> _words = [];
    private readonly List<(string From, string To)> _stems = [];
    private readonly List<(string From, string To)> _endings = [];

    /// <summary>Reads the rules: words; stems, which end in "-"; endings, which start with "-".</summary>
    public static SpanishLetters Read(string path)
    {
        var result = new SpanishLetters();
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var fields = line.Split(' ');
            if (fields[0][0] == '-')
                result._endings.Add((fields[0][1..], fields[1]));
            else if (fields[0][^1] == '-')
                result._stems.Add((fields[0][..^1], fields[1][..^1]));
            else
                result._words[fields[0]] = fields[1];
        }
        return result;
    }

    /// <summary>The word with its letters, or the word itself.</summary>
    public string Repair(string word)
    {
        if (_words.TryGetValue(word, out var whole))
            return whole;
        if (_stems.FirstOrDefault(stem => word.StartsWith(stem.From, StringComparison.Ordinal)) is { From: { } stem, To: var full })
            word = full + word[stem.Length..];
        if (_endings.FirstOrDefault(ending => word.Length > ending.From.Length + 1 && word.EndsWith(ending.From, StringComparison.Ordinal)) is { From: { } end, To: var whole2 })
            word = word[..^end.Length] + whole2;
        return word;
    }
}
