using System.Text.RegularExpressions;

namespace NewsMonitor.Benchmarks.Lexicon;

/// <summary>
/// Says which countries an English sentence names, by a list of its own: what is measured must not be measured with itself.
/// </summary>
internal sealed class EnglishCountries
{
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);
    private readonly Regex _names;

    private EnglishCountries(IEnumerable<string> lines)
    {
        foreach (var cells in lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')))
        {
            foreach (var name in cells.Skip(1)) _codes[name] = cells[0];
        }

        // The longest alternative first, so that it wins.
        var names = _codes.Keys.OrderByDescending(name => name.Length).Select(Regex.Escape);
        _names = new Regex($@"(?<![\p{{L}}\p{{N}}])({string.Join('|', names)})(?![\p{{L}}\p{{N}}])", RegexOptions.CultureInvariant);
    }

    /// <summary>Reads the list that is built into this program.</summary>
    public static EnglishCountries Load()
    {
        using var reader = new StreamReader(typeof(EnglishCountries).Assembly.GetManifestResourceStream("english-countries.tsv")!);
        return new EnglishCountries(reader.ReadToEnd().Split('\n'));
    }

    /// <summary>The ISO 3166 codes of the countries that the sentence names.</summary>
    public HashSet<string> In(string sentence) =>
        [.. _names.Matches(sentence.Replace('’', '\'')).Select(match => _codes[match.Value]).Where(code => code != "-")];
}
