using System.Globalization;
using System.Text;
using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary>The figures of one run, as a page.</summary>
/// <param name="rows">The evaluation set.</param>
/// <param name="ours">Our answers.</param>
/// <param name="theirs">Lingua's answers, high accuracy.</param>
internal sealed class LangidReport(IReadOnlyList<LabelledText> rows, IReadOnlyList<Answer> ours, IReadOnlyList<Answer> theirs)
{
    private readonly StringBuilder _text = new();

    /// <summary>The page so far.</summary>
    public override string ToString() => _text.ToString();

    /// <summary>Adds a line.</summary>
    public void Line(string line = "") => _text.AppendLine(line);

    /// <summary>Accuracy per kind, beside the peer's, with the interval of the difference.</summary>
    public void Accuracies()
    {
        Line("| kind | rows | NewsMonitor strict / tolerant | Lingua strict / tolerant | difference, strict | difference, tolerant |");
        Line("|---|---|---|---|---|---|");
        foreach (var kind in rows.Select(row => row.Kind).Where(kind => kind is not "mixed").Distinct())
            Line(string.Create(CultureInfo.InvariantCulture, $"| {kind} | {IndicesOf(kind).Count} | {Cell(kind, ours)} | {Cell(kind, theirs)} | {Difference(kind, (row, tag) => row.IsRight(tag))} | {Difference(kind, (row, tag) => row.IsTolerablyRight(tag))} |"));
    }

    /// <summary>Bosnian, Croatian, and Serbian in Latin script.</summary>
    public void SerboCroatian()
    {
        foreach (var (name, wanted) in new (string, Func<LabelledText, bool>)[] { ("bs", row => row.Language == "bs"), ("hr", row => row.Language == "hr"), ("sr-Latn", row => row.Kind == "sr-latn") })
        {
            var chosen = Enumerable.Range(0, rows.Count).Where(i => wanted(rows[i]) && (rows[i].Kind is "headline" or "sentence" or "sr-latn")).ToList();
            var right = chosen.Count(i => rows[i].IsRight(ours[i].Tag));
            Line(string.Create(CultureInfo.InvariantCulture, $"- {name}: {right} of {chosen.Count} headlines and sentences right ({100.0 * right / chosen.Count:0.0} %)"));
        }
    }

    /// <summary>Accuracy of changed texts against that of the texts as they are.</summary>
    /// <param name="name">What was changed.</param>
    /// <param name="answers">Our answers on changed texts.</param>
    public void Changed(string name, IReadOnlyList<Answer> answers)
    {
        foreach (var kind in new[] { "headline", "sentence" })
        {
            var chosen = IndicesOf(kind);
            var (before, after) = (MacroOf(chosen, ours, (row, tag) => row.IsRight(tag)), MacroOf(chosen, answers, (row, tag) => row.IsRight(tag)));
            Line(string.Create(CultureInfo.InvariantCulture, $"- {name}, {kind}: {after:0.00} against {before:0.00} ({after - before:+0.00;-0.00;0.00} points)"));
        }
    }

    /// <summary>"und" for junk, answers for real text.</summary>
    public void Undetermined()
    {
        var junk = IndicesOf("junk");
        var real = Enumerable.Range(0, rows.Count).Where(i => rows[i].IsReal).ToList();
        Line(string.Create(CultureInfo.InvariantCulture, $"- junk answered `und`: {junk.Count(i => ours[i].Tag == "und")} of {junk.Count} (Lingua: {junk.Count(i => theirs[i].Tag == "und")})"));
        foreach (var (name, chosen) in new[] { ("all real rows", real), ("real rows without word pairs", real.Where(i => rows[i].Kind != "wordpair").ToList()) })
            Line(string.Create(CultureInfo.InvariantCulture, $"- {name} answered: {chosen.Count(i => ours[i].Tag != "und")} of {chosen.Count} ({100.0 * chosen.Count(i => ours[i].Tag != "und") / chosen.Count:0.00} %)"));
    }

    /// <summary>Texts in two languages ("en+it"): the main one, and whether the other was found too.</summary>
    /// <param name="detect">Our detector: all languages that it names, the main one first.</param>
    public void Mixed(Func<string, IReadOnlyList<string>> detect)
    {
        var mixed = rows.Where(row => row.Kind == "mixed").Select(row => (Wanted: row.Language.Split('+'), Found: detect(row.Text).Select(LabelledText.BaseOf).ToList())).ToList();
        Line($"- main language one of the two: {mixed.Count(row => row.Wanted.Contains(row.Found[0]))} of {mixed.Count}; the other named beside it: {mixed.Count(row => row.Wanted.All(row.Found.Contains))}");
    }

    /// <summary>Expected calibration error, of all answers and per length.</summary>
    public void CalibrationErrors()
    {
        var real = Enumerable.Range(0, rows.Count).Where(i => rows[i].IsReal && ours[i].Tag != "und").ToList();
        Line(string.Create(CultureInfo.InvariantCulture, $"- all {real.Count} answers: {ErrorOf(real):0.000}"));
        foreach (var bucket in real.GroupBy(i => Calibration.BucketOf(CalibrationError.LettersOf(rows[i].Text))).OrderBy(group => group.Key))
            Line(string.Create(CultureInfo.InvariantCulture, $"- {CalibrationError.NameOf(bucket.Key)}, {bucket.Count()} answers: {ErrorOf([.. bucket]):0.000}"));
    }

    private double ErrorOf(IReadOnlyList<int> chosen) => CalibrationError.Of([.. chosen.Select(i => (ours[i].Confidence, rows[i].IsRight(ours[i].Tag)))]);

    private List<int> IndicesOf(string kind) => [.. Enumerable.Range(0, rows.Count).Where(i => rows[i].Kind == kind)];

    private string Cell(string kind, IReadOnlyList<Answer> answers) =>
        string.Create(CultureInfo.InvariantCulture, $"{MacroOf(IndicesOf(kind), answers, (row, tag) => row.IsRight(tag)):0.0} / {MacroOf(IndicesOf(kind), answers, (row, tag) => row.IsTolerablyRight(tag)):0.0}");

    private string Difference(string kind, Func<LabelledText, string, bool> right)
    {
        var chosen = IndicesOf(kind);
        LabelledText[] texts = [.. chosen.Select(i => rows[i])];
        bool[] a = [.. chosen.Select(i => right(rows[i], ours[i].Tag))];
        bool[] b = [.. chosen.Select(i => right(rows[i], theirs[i].Tag))];
        var (low, high) = Accuracy.DifferenceInterval(texts, a, b);
        return string.Create(CultureInfo.InvariantCulture, $"{Accuracy.Macro(texts, a) - Accuracy.Macro(texts, b):+0.0;-0.0;0.0} [{low:+0.0;-0.0;0.0}, {high:+0.0;-0.0;0.0}]");
    }

    private double MacroOf(IReadOnlyList<int> chosen, IReadOnlyList<Answer> answers, Func<LabelledText, string, bool> right) =>
        Accuracy.Macro([.. chosen.Select(i => rows[i])], [.. chosen.Select(i => right(rows[i], answers[i].Tag))]);
}
