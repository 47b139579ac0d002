namespace NewsMonitor.TopicTagging.Lexicon;

/// <summary>
/// The generated file of all countries (generated/README.md): a table, because it holds twenty thousand patterns and is read at every start.
/// </summary>
internal sealed class CountryTable
{
    private const string Name = "generated/countries.tsv";
    private const string LabelRow = "label";
    private const char FalseFriend = '~';

    private readonly SortedDictionary<string, (string Label, Dictionary<string, ConceptPatterns> Patterns)> _countries = new(StringComparer.Ordinal);

    private CountryTable(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var cells = line.Split('\t');
            if (cells.Length < 3) throw new LexiconFormatException(Name, $"a row needs a country, a language and patterns: {line}");
            if (!_countries.TryGetValue(cells[0], out var country)) _countries[cells[0]] = country = ("", []);
            if (cells[1] == LabelRow) _countries[cells[0]] = country with { Label = cells[2] };
            else country.Patterns[cells[1]] = ReadPatterns(cells.AsSpan(2));
        }
    }

    /// <summary>True when an embedded file is the table.</summary>
    public static bool Is(string resource) => resource.Replace('\\', '/').EndsWith(Name, StringComparison.Ordinal);

    public static CountryTable Read(TextReader reader) => new(reader);

    /// <summary>The concepts that people wrote, with the table's patterns for the countries and languages that they left out, and the table's other countries.</summary>
    public IEnumerable<Concept> Under(IEnumerable<Concept> written)
    {
        var left = new SortedSet<string>(_countries.Keys, StringComparer.Ordinal);
        foreach (var concept in written)
        {
            var code = concept.Kind == Concept.CountryKind ? concept.Id[(Concept.CountryKind.Length + 1)..] : "";
            yield return left.Remove(code) ? concept with { Patterns = Merge(concept.Patterns, _countries[code].Patterns) } : concept;
        }

        foreach (var code in left)
            yield return new Concept($"{Concept.CountryKind}:{code}", new Dictionary<string, string> { ["en"] = _countries[code].Label }, [], _countries[code].Patterns);
    }

    private static Dictionary<string, ConceptPatterns> Merge(IReadOnlyDictionary<string, ConceptPatterns> written, Dictionary<string, ConceptPatterns> generated)
    {
        var merged = new Dictionary<string, ConceptPatterns>(written);
        foreach (var (language, patterns) in generated) merged.TryAdd(language, patterns);
        return merged;
    }

    private static ConceptPatterns ReadPatterns(ReadOnlySpan<string> cells)
    {
        var (full, not) = (new List<string>(), new List<string>());
        foreach (var cell in cells)
        {
            if (cell[0] == FalseFriend) not.Add(cell[1..]);
            else full.Add(cell);
        }

        return new ConceptPatterns(full, [], not);
    }
}
