using NewsMonitor.LanguageDetection.Detection;
using NewsMonitor.LanguageDetection.Text;

namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary>
/// Makes lines for <c>fasttext supervised</c> from corpora of sentences and word pairs, through the product's own normalisation: whole
/// lines, windows of 3 to 12 words as long as headlines, Serbian also in Latin letters, capitals as a headline may bring them, and text that is
/// no language.
/// </summary>
/// <param name="folder">Has <c>sentences/</c>, <c>word-pairs/</c> and <c>sentences-extra/</c>, one file a language.</param>
/// <param name="spanish">Puts back the accents that the Spanish corpus lost.</param>
/// <param name="holdOut">Which lines are kept for calibration.</param>
internal sealed class TrainingCorpus(string folder, SpanishLetters spanish, HoldOut holdOut)
{
    private const int Windows = 3;
    private const int JunkLines = 6000;

    // Their corpora have 800 lines and no word pairs.
    private const int WindowsOfExtra = 5;

    // Capitals of these languages do not come back from lower case: I is ı in Turkish, SS is ß in German.
    private static readonly string[] Uneven = ["az", "de", "tr"];

    private readonly Random _random = new(1);
    private readonly WordBuffer _words = new();
    private readonly List<string> _lines = [];
    private readonly List<LabelledText> _heldOut = [];

    /// <summary>Lines to train from, in random order that is the same every time.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>What was held out: the label, "line" or "pair" or "unknown" (a language left out altogether) or "junk", and the text.</summary>
    public IReadOnlyList<LabelledText> HeldOut => _heldOut;

    /// <summary>Reads all files.</summary>
    public void Build()
    {
        foreach (var label in LabelsIn("sentences"))
            Add(label, Read("sentences", label), Read("word-pairs", label), Windows);
        foreach (var label in LabelsIn("sentences-extra"))
            Add(label, Read("sentences-extra", label), [], WindowsOfExtra);
        var serbian = SerbianInLatin.Transliterate;
        Add("sr-Latn", [.. Read("sentences", "sr").Select(serbian)], [.. Read("word-pairs", "sr").Select(serbian)], Windows);
        AddJunk();
        _random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_lines));
    }

    private void Add(string label, string[] sentences, string[] pairs, int windows)
    {
        if (!Scripts.NeedsModel(LanguageTable.ScriptOf(label)) || LanguageTable.HasOwnScript(label))
            return;
        for (var i = 0; i < sentences.Length; i++)
        {
            if (holdOut.Takes(label, i, out var kind))
                _heldOut.Add(new LabelledText(label, kind ?? "line", sentences[i]));
            else
                AddSentence(label, sentences[i], windows);
        }
        for (var i = 0; i < pairs.Length; i++)
        {
            if (holdOut.Takes(label, i, out var kind))
                _heldOut.Add(new LabelledText(label, kind ?? "pair", pairs[i]));
            else
                AddLine(label, WordsOf(label, pairs[i]));
        }
    }

    private void AddSentence(string label, string sentence, int windows)
    {
        var words = WordsOf(label, sentence);
        AddLine(label, words);
        for (var i = 0; i < windows && words.Length > 3; i++)
            AddLine(label, Window(words, _random.Next(3, 13)));
        if (windows == WindowsOfExtra && words.Length > 3)
            AddLine(label, Window(words, 2));
        if (Uneven.Contains(label) && _random.Next(3) == 0)
            AddLine(label, WordsOf(label, sentence.ToUpperInvariant()));
    }

    private void AddJunk()
    {
        var junk = new JunkText(_random, [.. LabelsIn("sentences").Select(label => Read("sentences", label))]);
        for (var i = 0; i < JunkLines; i++)
        {
            var text = junk.Next();
            if (holdOut.Takes("und", i, out _))
                _heldOut.Add(new LabelledText("und", "junk", text));
            else
                AddLine("und", WordsOf("und", text));
        }
    }

    private string[] Window(string[] words, int length)
    {
        var start = _random.Next(Math.Max(1, words.Length - length + 1));
        return words[start..Math.Min(words.Length, start + length)];
    }

    private void AddLine(string label, string[] words)
    {
        if (words.Length > 0)
            _lines.Add($"__label__{label} {string.Join(' ', words)}");
    }

    private string[] WordsOf(string label, string text)
    {
        _words.Clear();
        Tokens.Read(Composition.Compose(text, new char[text.Length]), _words);
        var script = LanguageTable.ScriptOf(label);
        var words = new List<string>();
        foreach (var word in _words.Words)
        {
            if (word.Script == script)
                words.Add(System.Text.Encoding.UTF8.GetString(_words.BytesOf(word)[1..^1]));
        }
        return label == "es" ? [.. words.Select(spanish.Repair)] : [.. words];
    }

    private string[] LabelsIn(string kind) =>
        [.. Directory.EnumerateFiles(Path.Combine(folder, kind), "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    private string[] Read(string kind, string label) => File.ReadAllLines(Path.Combine(folder, kind, label + ".txt"));
}
