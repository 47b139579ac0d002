using System.Reflection;
using System.Security.Cryptography;
using NewsMonitor.TopicTagging.Query;

namespace NewsMonitor.TopicTagging.Lexicon;

/// <summary>All concepts at one moment. Immutable; a change makes another snapshot.</summary>
internal sealed class LexiconSnapshot
{
    /// <summary>Before a language: its patterns without those of countries, for articles whose own language names the countries itself.</summary>
    public const char WithoutCountries = '~';

    private const string ResourcePrefix = "lexicon/";

    // A language with fewer than this share of the richest one's concepts has names of countries and perhaps some words of a user's.
    private const double WholeShare = 0.5;

    private readonly Concept[] _concepts;
    private readonly Dictionary<string, int> _ordinals;
    private readonly int[][] _narrower;
    private readonly int[][] _wider;

    /// <summary>Makes a snapshot of concepts given in code.</summary>
    /// <param name="concepts">The concepts; ids are unique.</param>
    /// <param name="compounds">Forms that name several of them.</param>
    /// <param name="version">Names the content.</param>
    public LexiconSnapshot(IEnumerable<Concept> concepts, IReadOnlyList<Compound> compounds, string version)
    {
        _concepts = [.. concepts.OrderBy(c => c.Id, StringComparer.Ordinal)];
        _ordinals = new Dictionary<string, int>(_concepts.Length, StringComparer.Ordinal);
        for (var i = 0; i < _concepts.Length; i++)
        {
            if (!_ordinals.TryAdd(_concepts[i].Id, i)) throw new LexiconFormatException(_concepts[i].Id, "defined twice");
        }

        (Compounds, Version) = (compounds, version);
        _narrower = FindNarrower();
        _wider = Inverted(_narrower);
    }

    /// <summary>A short hash of the content, stored with every match.</summary>
    public string Version { get; }

    public IReadOnlyCollection<Concept> Concepts => _concepts;

    public IReadOnlyList<Compound> Compounds { get; }

    /// <summary>The languages that any concept has patterns for, <c>*</c> excluded.</summary>
    public IReadOnlySet<string> Languages => field ??= _concepts.SelectMany(c => c.Patterns.Keys).Concat(Compounds.Select(c => c.Language)).Where(l => l != "*").ToHashSet();

    /// <summary>The languages that most concepts have patterns for.</summary>
    public IReadOnlySet<string> WholeLanguages => field ??= FindWholeLanguages();

    /// <summary>Reads the lexicon that ships with the program.</summary>
    public static LexiconSnapshot LoadEmbedded()
    {
        var assembly = typeof(LexiconSnapshot).Assembly;
        var names = assembly.GetManifestResourceNames().Where(n => n.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToArray();
        var contents = names.AsParallel().AsOrdered().Select(n => ReadBytes(assembly, n)).ToArray();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var content in contents) hash.AppendData(content);
        var files = names.Zip(contents).AsParallel().AsOrdered().Where(f => !CountryTable.Is(f.First))
            .Select(f => LexiconFile.Read(f.First.Replace('\\', '/'), new StreamReader(new MemoryStream(f.Second)))).ToArray();
        var countries = CountryTable.Read(new StreamReader(new MemoryStream(contents[Array.FindIndex(names, CountryTable.Is)])));
        return new LexiconSnapshot(countries.Under(files.SelectMany(f => f.Concepts)), [.. files.SelectMany(f => f.Compounds)], Convert.ToHexStringLower(hash.GetHashAndReset())[..12]);
    }

    /// <summary>The patterns of a concept in a language, which may be marked <see cref="WithoutCountries"/>.</summary>
    public bool TryGetPatterns(int ordinal, string language, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ConceptPatterns? patterns)
    {
        patterns = null;
        if (language[0] != WithoutCountries) return _concepts[ordinal].Patterns.TryGetValue(language, out patterns);
        return _concepts[ordinal].Kind != Concept.CountryKind && _concepts[ordinal].Patterns.TryGetValue(language[1..], out patterns);
    }

    public bool TryGet(string id, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Concept? concept)
    {
        concept = _ordinals.TryGetValue(id, out var ordinal) ? _concepts[ordinal] : null;
        return concept is not null;
    }

    /// <summary>The id most like <paramref name="id"/>, or null.</summary>
    public string? Nearest(string id) => Spelling.Nearest(id, _ordinals.Keys);

    public int OrdinalOf(string id) => _ordinals.TryGetValue(id, out var ordinal) ? ordinal : -1;

    public Concept this[int ordinal] => _concepts[ordinal];

    /// <summary>The concept itself and all that count for it.</summary>
    public IReadOnlyList<int> SelfAndNarrower(int ordinal) => _narrower[ordinal];

    /// <summary>The concept itself and all that it counts for.</summary>
    public IReadOnlyList<int> SelfAndWider(int ordinal) => _wider[ordinal];

    private static byte[] ReadBytes(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private HashSet<string> FindWholeLanguages()
    {
        var counts = _concepts.Where(c => c.Kind != Concept.CountryKind).SelectMany(c => c.Patterns.Keys).Where(l => l != LanguageChoice.Any).CountBy(l => l).ToArray();
        var most = counts.Select(c => c.Value).DefaultIfEmpty(0).Max();
        return [.. counts.Where(c => c.Value >= most * WholeShare).Select(c => c.Key)];
    }

    private int[][] FindNarrower()
    {
        var narrower = new SortedSet<int>[_concepts.Length];
        for (var i = 0; i < narrower.Length; i++) narrower[i] = [i];
        var groups = _concepts.SelectMany(c => c.Members.Where(m => m.Until is null).Select(m => (Group: c.Id, Member: m.Id))).ToLookup(m => m.Member, m => m.Group);
        foreach (var (member, group) in groups.Where(g => !_ordinals.ContainsKey(g.Key)).Select(g => (g.Key, g.First()))) throw new LexiconFormatException(group, $"has the unknown member {member}");
        for (var i = 0; i < _concepts.Length; i++) CountFor(i, i, groups, narrower, []);
        return [.. narrower.Select(s => s.ToArray())];
    }

    private static int[][] Inverted(int[][] narrower)
    {
        var wider = new List<int>[narrower.Length];
        for (var i = 0; i < wider.Length; i++) wider[i] = [];
        for (var i = 0; i < narrower.Length; i++)
        {
            foreach (var source in narrower[i]) wider[source].Add(i);
        }

        return [.. wider.Select(w => w.ToArray())];
    }

    private void CountFor(int source, int current, ILookup<string, string> groups, SortedSet<int>[] narrower, HashSet<int> seen)
    {
        if (!seen.Add(current)) return;
        foreach (var id in _concepts[current].Wider.Concat(groups[_concepts[current].Id]))
        {
            if (!_ordinals.TryGetValue(id, out var wider)) throw new LexiconFormatException(_concepts[current].Id, $"refers to the unknown concept {id}");
            narrower[wider].Add(source);
            CountFor(source, wider, groups, narrower, seen);
        }
    }
}
