using System.Reflection;

namespace NewsMonitor.Ingest.Cleaning;

/// <summary>
/// Removes what a web page leaves around an article: cookie notices, share buttons, "most read" lists, comment forms. Works on whole
/// lines that a list of phrases names (<c>leftovers.txt</c>), so that a sentence that merely contains such words stays.
/// </summary>
internal static class Leftovers
{
    // A leftover is a label, not a sentence: longer lines stay whatever they contain.
    private const int MaxLabelLength = 160;

    // Titles in a "most read" list are headlines; a paragraph of the article is longer or ends as a sentence does.
    private const int MaxListItemLength = 140;

    private static readonly Dictionary<string, string[]> Phrases = Load();

    /// <summary>Returns the paragraphs without leftovers.</summary>
    public static List<string> Remove(IReadOnlyList<string> paragraphs)
    {
        var kept = new List<string>();
        var inList = false;
        foreach (var paragraph in paragraphs)
        {
            var lines = new List<string>();
            foreach (var line in paragraph.Split('\n'))
            {
                if (Starts(line, "tail") && kept.Count + lines.Count > 0)
                    return Close(kept, lines);
                if (Starts(line, "list"))
                    inList = true;
                else if (inList && IsListItem(line))
                    continue;
                else if (Starts(line, "line") || Contains(line, "anywhere") || IsMenu(line))
                    inList = false;
                else
                {
                    inList = false;
                    lines.Add(line);
                }
            }
            if (lines.Count > 0)
                kept.Add(string.Join('\n', lines));
        }
        return kept;
    }

    private static List<string> Close(List<string> kept, List<string> lines)
    {
        if (lines.Count > 0)
            kept.Add(string.Join('\n', lines));
        return kept;
    }

    private static bool Starts(string line, string kind)
    {
        if (line.Length > MaxLabelLength)
            return false;
        var label = line.AsSpan().TrimStart("-–—•*·>»#▶■【[( ");
        foreach (var phrase in Phrases[kind])
        {
            if (label.StartsWith(phrase, StringComparison.OrdinalIgnoreCase) && !ContinuesWord(label, phrase.Length) && !(kind != "line" && IsSentence(label)))
                return true;
        }
        return false;
    }

    private static bool Contains(string line, string kind) =>
        line.Length <= MaxLabelLength && Phrases[kind].Any(phrase => line.Contains(phrase, StringComparison.OrdinalIgnoreCase));

    // "Comments" is a label, "Commentators say" is not. Scripts without spaces have no such boundary.
    private static bool ContinuesWord(ReadOnlySpan<char> label, int length) =>
        length < label.Length && char.IsLetter(label[length]) && char.IsLetter(label[length - 1]) && label[length] < '\u0E00';

    private static bool IsSentence(ReadOnlySpan<char> line) =>
        line.Length > 60 && line[^1] is '.' or '!' or '?' or '。' or '।' or '؟' or '۔';

    private static bool IsListItem(string line) => line.Length <= MaxListItemLength && !IsSentence(line) && line[^1] is not ('.' or '。' or '।' or '۔');

    // "World | Asia | Reading time: 3 minutes"
    private static bool IsMenu(string line) => line.Length <= MaxLabelLength && !IsSentence(line) && (line.Count(character => character == '|') >= 2 || line.Count(character => character is '›' or '»' or '>') >= 2);

    private static Dictionary<string, string[]> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("leftovers.txt")!;
        using var reader = new StreamReader(stream);
        var phrases = new Dictionary<string, List<string>>();
        List<string>? section = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('[') && line.EndsWith(']'))
                phrases[line[1..^1]] = section = [];
            else if (line.Length > 0 && !line.StartsWith('#'))
                section!.Add(line.Trim());
        }
        return phrases.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());
    }
}
