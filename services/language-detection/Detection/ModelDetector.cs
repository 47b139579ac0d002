using NewsMonitor.Contracts;
using NewsMonitor.LanguageDetection.Text;

namespace NewsMonitor.LanguageDetection.Detection;

/// <summary>
/// Detects with a compact model of our own, and layers round it: normalisation, scripts that have one language, a gate for text that says
/// nothing, windows, confusable languages, calibration. Thread-safe: each thread has its own working memory.
/// </summary>
/// <param name="model">The model.</param>
internal sealed class ModelDetector(LanguageModel model) : ILanguageDetector
{
    // Letters that a text needs; an ideograph, a kana or a Hangul syllable counts three.
    private const int MinLetters = 8;

    // A smaller share of a text is a name or a quotation.
    private const double MinShare = 0.1;

    // A script with one language is wrong only where a language unknown here borrows it.
    private const double ScriptConfidence = 0.995;

    [ThreadStatic]
    private static WorkingMemory? _memory;

    /// <inheritdoc />
    public DetectedLanguage Detect(string title, string text, string? declaredLanguage) =>
        VerdictMessage.Of(Decide(title, text, declaredLanguage), model.Languages);

    /// <summary>As <see cref="Detect"/>, without allocating.</summary>
    public Verdict Decide(string title, string text, string? declaredLanguage)
    {
        var memory = _memory?.Model == model ? _memory : _memory = new WorkingMemory(model);
        var head = Sample.Compose(title, memory.Title);
        var body = Sample.Compose(text, memory.Text);
        Sample.Read(head, body, memory.Words);
        if (WeightOf(memory.Words) < MinLetters)
            return Verdict.None(Decision.TooLittle);
        Vote(memory, head, body);
        return Decide(memory, declaredLanguage);
    }

    private Verdict Decide(WorkingMemory memory, string? declaredLanguage)
    {
        var main = MostVoted(memory.Votes);
        if (main < 0 || main == model.Languages.NoLanguage)
            return Verdict.None(Decision.NoLanguage);
        Span<int> declared = stackalloc int[2];
        declared = declared[..DeclaredLanguage.Find(model, declaredLanguage, declared)];
        var verdict = Resolve(memory, main, declared);
        if (verdict.Language == model.Languages.NoLanguage)
            return Verdict.None(Decision.NoLanguage);
        if (verdict.Confidence < model.Calibration.MinConfidence)
            verdict = Uncertain(verdict);
        AddOthers(ref verdict, memory, main, declared);
        return verdict;
    }

    private void Vote(WorkingMemory memory, ReadOnlySpan<char> title, ReadOnlySpan<char> text)
    {
        memory.Votes.Clear();
        var letters = memory.Words.Letters;
        var total = WeightOf(memory.Words);
        for (var script = Script.Latin; script < Script.Other; script++)
        {
            var weight = letters[(int)script] * Scripts.Weight(script);
            // Japanese is written in both.
            if (script == Script.Han && letters[(int)Script.Kana] * 10 >= letters[(int)Script.Han])
                memory.Votes.Add(model.Languages.OnlyLanguageOf(Script.Kana), weight);
            else if (script == Script.Han && weight > 0)
                memory.Votes.Add(model.Languages.Find(HanScript.TagOf(title, text)), weight);
            else if (Scripts.NeedsModel(script) && weight >= total * MinShare)
                memory.Votes.Add(memory.Words, script);
            else if (weight > 0 && model.Languages.OnlyLanguageOf(script) is >= 0 and var only)
                memory.Votes.Add(only, weight);
        }
    }

    private Verdict Resolve(WorkingMemory memory, int language, ReadOnlySpan<int> declared) =>
        language < model.Languages.ModelLabels
            ? memory.Resolution.Resolve(memory.Words, memory.Votes, language, declared)
            : new Verdict { Language = language, Confidence = ScriptConfidence, DecidedBy = Decision.Script };

    private void AddOthers(ref Verdict verdict, WorkingMemory memory, int main, ReadOnlySpan<int> declared)
    {
        for (var language = 0; language < model.Languages.Count; language++)
        {
            var share = (double)memory.Votes.Letters[language] / memory.Votes.Total;
            if (language == main || language == model.Languages.NoLanguage || share < MinShare)
                continue;
            var other = Resolve(memory, language, declared);
            if (other.Confidence >= model.Calibration.MinConfidence && other.Language != model.Languages.NoLanguage)
                verdict.Others.Add(other.Language, share);
        }
    }

    private static Verdict Uncertain(Verdict verdict)
    {
        var uncertain = Verdict.None(Decision.Uncertain);
        uncertain.Alternatives.Add(verdict.Language, verdict.Confidence);
        for (var i = 0; i < verdict.Alternatives.Count; i++)
            uncertain.Alternatives.Add(verdict.Alternatives[i].Language, verdict.Alternatives[i].Value);
        return uncertain;
    }

    private static int MostVoted(WindowVotes votes)
    {
        var most = -1;
        for (var language = 0; language < votes.Letters.Length; language++)
        {
            if (votes.Letters[language] > (most < 0 ? 0 : votes.Letters[most]))
                most = language;
        }
        return most;
    }

    private static int WeightOf(WordBuffer words)
    {
        var weight = 0;
        for (var script = Script.Latin; script <= Script.Other; script++)
            weight += words.Letters[(int)script] * Scripts.Weight(script);
        return weight;
    }

    private sealed class WorkingMemory(LanguageModel model)
    {
        public LanguageModel Model => model;

        public char[] Title { get; } = new char[Sample.MaxLength];

        public char[] Text { get; } = new char[Sample.MaxLength];

        public WordBuffer Words { get; } = new();

        public WindowVotes Votes { get; } = new(model);

        public Resolution Resolution { get; } = new(model);
    }
}
