using System.CommandLine;
using System.Globalization;
using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary><c>langid-calibrate</c>: fits the confidence on what models trained on part of the corpora say about the rest.</summary>
internal static class CalibrateCommand
{
    // One text in so many is in a language that the model lacks: a guess at news from the web.
    private const double ShareOfUnknown = 0.04;
    private const double Threshold = 0.3;

    public static Command Create()
    {
        var models = new Argument<string[]>("models") { Description = "Models (*.ftz), each beside its lines held out (*.txt.heldout).", Arity = ArgumentArity.OneOrMore };
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
        var model = new LanguageModel(File.ReadAllBytes(path), lists, null);
        var detector = new ModelDetector(model);
        var random = new Random(2);
        foreach (var row in LabelledText.Read(Path.ChangeExtension(path, ".txt.heldout")))
        {
            foreach (var text in TextsOf(row, random))
            {
                var verdict = detector.Decide(text, "", null);
                if (verdict.DecidedBy is Decision.Model or Decision.Words)
                    yield return new Observation(model.Languages.TagOf(verdict.Language), verdict.Features, verdict.Letters, Right(model, verdict, row), row.Kind == "unknown");
            }
        }
    }

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

    private static IEnumerable<string> Fit(List<Observation> observed)
    {
        yield return "# Written by langid-calibrate; see Model/README.md.";
        yield return $"threshold {Text(Threshold)}";
        var usual = new Dictionary<string, (double Mean, double Deviation)>();
        foreach (var group in observed.Where(o => o.Right).GroupBy(o => o.Tag).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var scores = group.Select(o => o.Features.Score).ToList();
            var mean = scores.Average();
            usual[group.Key] = (mean, Math.Sqrt(scores.Average(score => (score - mean) * (score - mean))));
            yield return $"usual {(group.Key == "sr-Cyrl" ? "sr" : group.Key)} {Text(mean)} {Text(usual[group.Key].Deviation)}";
        }
        for (var bucket = 0; bucket < Calibration.Bounds.Length; bucket++)
        {
            var rows = observed.Where(o => Calibration.BucketOf(o.Letters) == bucket && usual.ContainsKey(o.Tag)).ToList();
            var weight = ShareOfUnknown * rows.Count(o => !o.Unknown) / Math.Max(1, rows.Count(o => o.Unknown));
            var fitted = LogisticRegression.Fit([.. rows.Select(o => (FeaturesOf(o, usual[o.Tag]), o.Unknown ? weight : 1, o.Right))], 4);
            yield return $"length {bucket} {string.Join(' ', fitted.Select(Text))}";
        }
    }

    private static double[] FeaturesOf(Observation observation, (double Mean, double Deviation) usual)
    {
        var typicality = Math.Clamp((observation.Features.Score - usual.Mean) / usual.Deviation, -5, 2);
        return [1, observation.Features.Odds, typicality, observation.Features.Odds * typicality];
    }

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private sealed record Observation(string Tag, Features Features, int Letters, bool Right, bool Unknown);
}
