using System.Globalization;
using System.Text;
using NewsMonitor.LanguageDetection.FastText;
using NewsMonitor.LanguageDetection.Text;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>
/// Languages that even a good model takes for one another, in groups; and words that only one of a group writes so, which decide inside
/// the group, together with the model and with what the source declares.
/// </summary>
/// <param name="languages">The numbers of the languages.</param>
internal sealed class ConfusableLanguages(LanguageTable languages)
{
    /// <summary>The group of a language that is in none.</summary>
    public const int None = -1;

    private readonly List<int[]> _groups = [];
    private readonly int[] _groupOf = NewGroupOf(languages.ModelLabels);
    private readonly float[] _priors = new float[languages.ModelLabels];
    private readonly Dictionary<long, WordVote> _votes = [];
    private readonly List<List<WordPart>> _parts = [];

    /// <summary>Reads the word lists: a line "[hr bs sr-Latn]" begins a group, "hr weight: words" lists words and parts of words of one of its languages, "bs weight: any" speaks for it whatever the words.</summary>
    /// <exception cref="InvalidDataException">A line is neither.</exception>
    public static ConfusableLanguages Read(TextReader file, LanguageTable languages)
    {
        var result = new ConfusableLanguages(languages);
        while (file.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[')
                result.AddGroup(line.Trim('[', ']').Split(' '));
            else
                result.AddWords(line);
        }
        return result;
    }

    /// <summary>The group of a language, or <see cref="None"/>.</summary>
    public int GroupOf(int modelLabel) => _groupOf[modelLabel];

    /// <summary>The languages of a group.</summary>
    public ReadOnlySpan<int> Members(int group) => _groups[group];

    /// <summary>What speaks for a language whatever the words are, in natural logarithms.</summary>
    public float PriorOf(int modelLabel) => _priors[modelLabel];

    /// <summary>True when both languages belong to one group.</summary>
    public bool Are(string first, string second) =>
        languages.Find(first) is >= 0 and var a && languages.Find(second) is >= 0 and var b && a < languages.ModelLabels && b < languages.ModelLabels && _groupOf[a] != None && _groupOf[a] == _groupOf[b];

    /// <summary>Adds what a word says for the languages of a group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="word">The word.</param>
    /// <param name="evidence">For each label what was found so far, in natural logarithms.</param>
    /// <param name="text">The word in UTF-8, without brackets.</param>
    public void Collect(int group, Word word, ReadOnlySpan<byte> text, Span<float> evidence)
    {
        if (_votes.TryGetValue(KeyOf(group, word.Hash), out var vote))
        {
            Add(group, vote, evidence);
            return;
        }
        foreach (var part in _parts[group])
        {
            if (part.IsIn(text))
                Add(group, part.Vote, evidence);
        }
    }

    // Not a pair: the hash of a pair allocates until its code is optimized.
    private static long KeyOf(int group, uint hash) => ((long)group << 32) | hash;

    private void Add(int group, WordVote vote, Span<float> evidence)
    {
        foreach (var member in _groups[group])
            evidence[member] += vote.For(member);
    }

    private void AddGroup(string[] labels)
    {
        // Models trained without some language leave it out of its group too.
        int[] members = [.. labels.Select(languages.Find).Where(label => label >= 0 && label < languages.ModelLabels)];
        foreach (var member in members)
            _groupOf[member] = _groups.Count;
        _groups.Add(members);
        _parts.Add([]);
    }

    // "hr 2: tjedan tisuća": each word makes Croatian e² times as likely. The same word in several lines speaks for several languages.
    private void AddWords(string line)
    {
        if (line.Split(": ") is not [var head, var words] || head.Split(' ') is not [var label, var weight] || !float.TryParse(weight, CultureInfo.InvariantCulture, out var strength))
            throw new InvalidDataException($"Not a line of word lists: {line}");
        var language = languages.Find(label);
        if (language < 0 || language >= languages.ModelLabels)
            return;
        if (words == "any")
            _priors[language] = strength;
        foreach (var word in words.Split(' '))
        {
            if (word.Contains('*', StringComparison.Ordinal))
            {
                AddPart(word, language, strength);
                continue;
            }
            var key = KeyOf(_groups.Count - 1, SubwordHash.Of(Encoding.UTF8.GetBytes(word)));
            _votes[key] = _votes.GetValueOrDefault(key).With(language, strength);
        }
    }

    private void AddPart(string pattern, int language, float strength)
    {
        var parts = _parts[^1];
        var part = WordPart.Parse(pattern);
        var known = parts.FindIndex(other => other.IsSameAs(part));
        if (known < 0)
            parts.Add(part with { Vote = part.Vote.With(language, strength) });
        else
            parts[known] = parts[known] with { Vote = parts[known].Vote.With(language, strength) };
    }

    private static int[] NewGroupOf(int labels)
    {
        var groups = new int[labels];
        groups.AsSpan().Fill(None);
        return groups;
    }
}
