using YamlDotNet.Core;

namespace NewsMonitor.TopicTagging.Lexicon;

/// <summary>Reads one file of the lexicon: a concept, a list of concepts, or the compounds of a language.</summary>
internal sealed class LexiconFile
{
    private readonly YamlCursor _yaml;
    private readonly string _name;

    private LexiconFile(string name, TextReader reader) => (_name, _yaml) = (name, new YamlCursor(reader, name));

    public List<Concept> Concepts { get; } = [];

    public List<Compound> Compounds { get; } = [];

    /// <summary>Reads a file.</summary>
    /// <param name="name">Its path, for messages; compounds take their language from it.</param>
    /// <param name="reader">Its text.</param>
    public static LexiconFile Read(string name, TextReader reader)
    {
        try
        {
            var file = new LexiconFile(name, reader);
            while (file._yaml.NextDocument())
            {
                Action read = name.Contains("compounds/", StringComparison.Ordinal) ? file.ReadCompound : file.ReadConcept;
                if (file._yaml.AtSequence) file._yaml.Sequence(read);
                else read();
            }

            return file;
        }
        catch (YamlException exception)
        {
            throw new LexiconFormatException($"{name}:{exception.Start.Line}", exception.Message, exception);
        }
    }

    private void ReadConcept()
    {
        string? id = null;
        var labels = new Dictionary<string, string>();
        var wider = new List<string>();
        var members = new List<Member>();
        var (full, after, not) = (new Dictionary<string, List<string>>(), new Dictionary<string, List<string>>(), new Dictionary<string, List<string>>());
        _yaml.Mapping(key =>
        {
            switch (key)
            {
                case "id": id = _yaml.Scalar(); break;
                case "labels": _yaml.Mapping(language => labels[language] = _yaml.Scalar()); break;
                case "members": members.AddRange(_yaml.Strings().Select(ReadMember)); break;
                case "implies" or "broader": wider.AddRange(_yaml.Strings()); break;
                case "patterns": ReadByLanguage(full); break;
                case "after": ReadByLanguage(after); break;
                case "not": ReadByLanguage(not); break;
                // Forms that nobody vouches for yet wait in the file.
                case "review" or "kind": _yaml.Skip(); break;
                default: throw _yaml.Wrong($"a key of a concept, found '{key}'");
            }
        });
        if (id?.Contains(':', StringComparison.Ordinal) != true) throw new LexiconFormatException(_name, "a concept needs an id such as country:KP");
        Concepts.Add(new Concept(id, labels, wider, Combine(full, after, not)) { Members = members });
    }

    private Member ReadMember(string written)
    {
        var words = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var (since, until) = ((DateOnly?)null, (DateOnly?)null);
        for (var i = 1; i + 1 < words.Length; i += 2)
        {
            if (!DateOnly.TryParseExact(words[i + 1], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date)) throw _yaml.Wrong($"a date after '{words[i]}'");
            if (words[i] == "since") since = date;
            else if (words[i] == "until") until = date;
            else throw _yaml.Wrong($"since or until, found '{words[i]}'");
        }

        return words.Length % 2 == 1 ? new Member(words[0], since, until) : throw _yaml.Wrong("a date at the end of a member");
    }

    private void ReadByLanguage(Dictionary<string, List<string>> target) => _yaml.Mapping(language => target[language] = _yaml.Strings());

    private static Dictionary<string, ConceptPatterns> Combine(Dictionary<string, List<string>> full, Dictionary<string, List<string>> after, Dictionary<string, List<string>> not)
    {
        var languages = full.Keys.Concat(after.Keys).Concat(not.Keys).Distinct();
        return languages.ToDictionary(l => l, l => new ConceptPatterns(full.GetValueOrDefault(l) ?? [], after.GetValueOrDefault(l) ?? [], not.GetValueOrDefault(l) ?? []));
    }

    private void ReadCompound()
    {
        var (yields, full, not) = (new List<string>(), new List<string>(), new List<string>());
        _yaml.Mapping(key =>
        {
            switch (key)
            {
                case "yields": yields = _yaml.Strings(); break;
                case "patterns": full = _yaml.Strings(); break;
                case "not": not = _yaml.Strings(); break;
                case "review": _yaml.Skip(); break;
                default: throw _yaml.Wrong($"a key of a compound, found '{key}'");
            }
        });
        Compounds.Add(new Compound(Path.GetFileNameWithoutExtension(_name), yields, new ConceptPatterns(full, [], not)));
    }
}
