using NewsMonitor.LanguageDetection.Text;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>
/// Votes of a text's windows for languages, by letters; and, for each language voted for, the sum of its windows' vectors and words, on
/// which the final decision rests: quotations in another language do not blur it. Confusable languages vote together.
/// </summary>
/// <param name="model">The model.</param>
internal sealed class WindowVotes(LanguageModel model)
{
    // Long enough to be sure, short enough that a paragraph in another language shows.
    private const int WindowWords = 24;

    private readonly int _dimension = model.Classifier.Dimension;
    private readonly int[] _letters = new int[model.Languages.Count];
    private readonly float[] _sums = new float[model.Languages.ModelLabels * model.Classifier.Dimension];
    private readonly int[] _counts = new int[model.Languages.ModelLabels];
    private readonly float[] _evidence = new float[model.Languages.ModelLabels];
    private readonly float[] _window = new float[model.Classifier.Dimension];

    // At most one short window a script.
    private readonly Window[] _windows = new Window[(WordBuffer.MaxWords / WindowWords) + Scripts.Count];
    private int _windowCount;

    /// <summary>Letters of all votes.</summary>
    public int Total { get; private set; }

    /// <summary>Letters per language.</summary>
    public ReadOnlySpan<int> Letters => _letters;

    /// <summary>Windows that the model judged.</summary>
    public ReadOnlySpan<Window> Windows => _windows.AsSpan(0, _windowCount);

    /// <summary>What the words of a group's windows say for each label, in natural logarithms.</summary>
    public ReadOnlySpan<float> Evidence => _evidence;

    /// <summary>The sum of the vectors of all windows that voted for a label.</summary>
    public ReadOnlySpan<float> SumFor(int label) => SumOf(label);

    /// <summary>How many vectors that are.</summary>
    public int CountFor(int label) => _counts[label];

    /// <summary>Forgets all votes.</summary>
    public void Clear()
    {
        _letters.AsSpan().Clear();
        _sums.AsSpan().Clear();
        _counts.AsSpan().Clear();
        _evidence.AsSpan().Clear();
        (Total, _windowCount) = (0, 0);
    }

    /// <summary>Adds a vote that needs no model.</summary>
    public void Add(int language, int letters)
    {
        _letters[language] += letters;
        Total += letters;
    }

    /// <summary>Lets the words of one script vote, window by window.</summary>
    public void Add(WordBuffer words, Script script)
    {
        var next = 0;
        var left = CountOf(words, script);
        while (left > 0)
        {
            // The last window takes a short rest with it.
            var size = left < WindowWords * 3 / 2 ? left : WindowWords;
            next = AddWindow(words, script, next, size);
            left -= size;
        }
    }

    private int AddWindow(WordBuffer words, Script script, int first, int size)
    {
        var sum = _window.AsSpan();
        sum.Clear();
        var rows = model.Classifier.AddEndOfLine(sum);
        var (letters, next) = (0, first);
        for (var taken = 0; taken < size; next++)
        {
            var word = words.Words[next];
            if (word.Script != script)
                continue;
            taken++;
            letters += word.Letters;
            rows += model.Classifier.Add(words.BytesOf(word), word.Hash, sum);
        }
        if (rows > 0)
            Vote(words, script, first..next, letters, rows);
        return next;
    }

    private void Vote(WordBuffer words, Script script, Range range, int letters, int rows)
    {
        var best = model.BestOf(script, _window);
        var group = model.Confusable.GroupOf(best);
        if (group != ConfusableLanguages.None)
        {
            best = model.Confusable.Members(group)[0];
            foreach (var word in words.Words[range])
                model.Confusable.Collect(group, word, words.BytesOf(word)[1..^1], _evidence);
        }
        _windows[_windowCount++] = new Window(range.Start.Value, range.End.Value, script, best);
        Add(best, letters);
        var sum = SumOf(best);
        for (var i = 0; i < sum.Length; i++)
            sum[i] += _window[i];
        _counts[best] += rows;
    }

    private static int CountOf(WordBuffer words, Script script)
    {
        var count = 0;
        foreach (var word in words.Words)
            count += word.Script == script ? 1 : 0;
        return count;
    }

    private Span<float> SumOf(int label) => _sums.AsSpan(label * _dimension, _dimension);
}

/// <summary>Neighbouring words that voted together.</summary>
/// <param name="First">Number of the first word.</param>
/// <param name="End">One more than the last.</param>
/// <param name="Script">The script of those that voted; others between them did not.</param>
/// <param name="Label">What they voted for; of a confusable group its first label.</param>
internal readonly record struct Window(int First, int End, Script Script, int Label);
