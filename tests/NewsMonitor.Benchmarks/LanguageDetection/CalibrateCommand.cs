using System.CommandLine;
using System.Globalization;
using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary><c>langid-calibrate</c>: fits the confidence on what models trained on part of the corpora say about the rest.</summary>
internal static class CalibrateCommand
{
    // The share of texts in languages that the model lacks. More than news from the web brings: a third of what is accepted of them at 0.7
    // goes, for little confidence lost elsewhere (shared/decisions/0004-a-language-model-of-our-own.md).
    private const double ShareOfUnknown = 0.1;

    // "und" costs a real text its language: at most this share of sentences, headlines and word pairs, and no confidence above a guess.
    private const double ShareUnanswered = 0.01;
    private const double HighestThreshold = 0.3;

    public static Command Create()
    {
        var models = new Argument<string[]>("models") { Description = "Models (*.ftz), each beside its training lines (*.txt) and its lines held out (*.txt.heldout).", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output") { Description = "Where the calibration goes.", DefaultValueFactory = _ => "services/language-detection/Model/calibration.txt" };
        var words = new Option<string>("--words") { Description = "Word lists.", DefaultValueFactory = _ => "services/language-detection/Model/confusable-words.txt" };
        var command = new Command("langid-calibrate", "Fit the confidence of the language model.") { models, output, words };
        command.SetAction(parsed =>
        {
            var observed = parsed.GetValue(models)!.SelectMany(model => Observe(model, parsed.GetValue(words)!)).ToList();
            File.WriteAllLines(parsed.GetValue(output)!, Fit(observed));
            return 0;
        });
        return command;
    }

    private static IEnumerable<Observation> Observe(string path, string words)
    {
        using var lists = File.OpenText(words);
        var model = new LanguageModel(File.ReadAllBytes(path), LettersOf(path), lists, null);
        var detector = new ModelDetector(model);
        var random = new Random(2);
        foreach (var row in LabelledText.Read(Path.ChangeExtension(path, ".txt.heldout")))
        {
            foreach (var text in TextsOf(row, random))
            {
                var verdict = detector.Decide(text, "", null);
                if (verdict.DecidedBy is Decision.Model or Decision.Words)
                    yield return new Observation(model.Languages.TagOf(verdict.Language), verdict.Features, verdict.Letters, Right(model, verdict, row), row.Kind);
            }
        }
    }

    // From the fold's own lines, so that letters are as new in what was held out as they will be in a new text.
    private static StringReader LettersOf(string path) => new(string.Join('\n', LetterRarity.Lines(File.ReadLines(Path.ChangeExtension(path, ".txt")))));

    // Sentences as they are, and as long as headlines.
    private static IEnumerable<string> TextsOf(LabelledText row, Random random)
    {
        yield return row.Text;
        var words = row.Text.Split(' ');
        if (words.Length < 5)
            yield break;
        var length = random.Next(5, 14);
        var start = random.Next(Math.Max(1, words.Length - length + 1));
        yield return string.Join(' ', words.Skip(start).Take(length));
    }

    private static bool Right(LanguageModel model, Verdict verdict, LabelledText row) =>
        row.Kind != "unknown" && verdict.Language == model.Languages.Find(row.Language);

    private static List<string> Fit(List<Observation> observed)
    {
        var usual = observed.Where(o => o.Right).GroupBy(o => o.Tag).OrderBy(group => group.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => FeatureNorms.Of([.. group.Select(o => o.Features)]));
        var lines = usual.Select(entry => $"usual {(entry.Key == "sr-Cyrl" ? "sr" : entry.Key)} {Texts(NumbersOf(entry.Value))}").ToList();
        var confidences = new List<double>();
        for (var bucket = 0; bucket < Calibration.Bounds.Length; bucket++)
        {
            var rows = observed.Where(o => Calibration.BucketOf(o.Letters) == bucket && usual.ContainsKey(o.Tag)).ToList();
            var weight = ShareOfUnknown * rows.Count(o => !o.Unknown) / Math.Max(1, rows.Count(o => o.Unknown));
            var fitted = LogisticRegression.Fit([.. rows.Select(o => (TermsOf(o, usual), o.Unknown ? weight : 1, o.Right))], Calibration.Terms);
            lines.Add($"length {bucket} {Texts(fitted)}");
            confidences.AddRange(rows.Where(o => o.Kind is "line" or "pair").Select(o => 1 / (1 + Math.Exp(-TermsOf(o, usual).Zip(fitted, (term, value) => term * value).Sum()))));
        }
        confidences.Sort();
        var threshold = Math.Min(HighestThreshold, confidences[(int)(ShareUnanswered * confidences.Count)]);
        return ["# Written by langid-calibrate; see Model/README.md.", $"threshold {Texts([Math.Round(threshold, 2)])}", .. lines];
    }

    private static double[] TermsOf(Observation observation, Dictionary<string, FeatureNorms> usual)
    {
        var terms = new double[Calibration.Terms];
        Calibration.TermsOf(observation.Features, usual[observation.Tag], terms);
        return terms;
    }

    private static double[] NumbersOf(FeatureNorms usual) => [.. new[] { usual.Score, usual.Words, usual.Length, usual.Known }.SelectMany(spread => new[] { spread.Mean, spread.Deviation })];

    private static string Texts(IEnumerable<double> values) => string.Join(' ', values.Select(value => value.ToString("0.####", CultureInfo.InvariantCulture)));

    private sealed record Observation(string Tag, Features Features, int Letters, bool Right, string Kind)
    {
        public bool Unknown => Kind == "unknown";
    }
}
