using System.CommandLine;
using System.Globalization;
using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary><c>langid</c>: the product's detector against Lingua, on the same rows in the same run.</summary>
internal static class LangidCommand
{
    private const int Rounds = 50;

    public static Command Create()
    {
        var file = new Argument<string>("rows") { Description = "Language, kind and text, divided by tabs." };
        var article = new Option<string?>("--article") { Description = "A real article in a file, headline first; only its language and confidence are printed.", HelpName = "FILE" };
        var unknown = new Option<string?>("--unknown") { Description = "A model trained without some languages: how many of their rows it accepts.", HelpName = "FTZ" };
        var without = new Option<string>("--without") { Description = "Those languages, divided by commas.", HelpName = "LANGUAGES", DefaultValueFactory = _ => "" };
        var strings = new Option<int>("--random") { Description = "How many random strings to survive.", DefaultValueFactory = _ => 1_000_000 };
        var output = new Option<string>("--output") { Description = "Folder for the page.", DefaultValueFactory = _ => "tests/NewsMonitor.Benchmarks/results" };
        var command = new Command("langid", "Measure language detection against Lingua.") { file, article, unknown, without, strings, output };
        command.SetAction(parsed =>
        {
            var page = Measure(parsed.GetValue(file)!, parsed.GetValue(article), (parsed.GetValue(unknown), parsed.GetValue(without)!.Split(',')), parsed.GetValue(strings));
            var date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            File.WriteAllText(Path.Combine(parsed.GetValue(output)!, $"langid-{date}.md"), page);
            Console.Write(page);
            return 0;
        });
        return command;
    }

    private static string Measure(string path, string? article, (string? Model, string[] Languages) unknown, int strings)
    {
        // Before anything else is loaded: the peer's two gigabytes slow down whatever follows.
        var own = OwnCost.Measure(strings, out var detector, out var model);
        var rows = LabelledText.Read(path);
        Answer Ours(string text) => detector.Detect(text, "", null) is var found ? new(found.Tag, found.Confidence) : default;
        var peer = new LinguaPeer(highAccuracy: true);
        var report = new LangidReport(rows, [.. rows.Select(row => Ours(row.Text))], [.. rows.Select(row => peer.Detect(row.Text))]);
        Head(report, path, rows, model);
        report.Accuracies();
        Section(report, "Bosnian, Croatian, Serbian in Latin script");
        report.SerboCroatian();
        Section(report, "Capitals");
        report.Changed("ALL CAPS", [.. rows.Select(row => Ours(row.Text.ToUpperInvariant()))]);
        report.Changed("Title Case", [.. rows.Select(row => Ours(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(row.Text.ToLowerInvariant())))]);
        Section(report, "Text that says nothing");
        report.Undetermined();
        Section(report, "Two languages in one text");
        report.Mixed(text => detector.Detect(text, "", null) is var found ? [found.Tag, .. found.Others.Select(other => other.Tag)] : []);
        Section(report, "Expected calibration error");
        report.CalibrationErrors();
        if (unknown.Model is { } other)
            Unknown(report, rows, other, unknown.Languages);
        Cost(report, rows, detector, own);
        if (article is not null)
            Article(report, detector, article);
        return report.ToString();
    }

    private static void Head(LangidReport report, string path, IReadOnlyList<LabelledText> rows, LanguageModel model)
    {
        report.Line("# Language detection against Lingua 2.0 (high accuracy), same rows, same run");
        report.Line();
        report.Line($"Command: `dotnet run -c Release --project tests/NewsMonitor.Benchmarks -- {string.Join(' ', Environment.GetCommandLineArgs().Skip(1))}`");
        report.Line();
        report.Line($"Machine: {Machine.Description}. Corpus: {Path.GetFileName(path)}, {rows.Count} rows; none of them was trained from or used to fit anything. Model {model.Version}, {model.Languages.Tags.Count()} languages.");
        report.Line();
        report.Line("Macro accuracy in per cent; tolerant merges {nb, nn}, {hr, bs, sr}, {id, ms}. Differences with 95 % bootstrap intervals, paired by row. \"und\" counts as wrong, for junk as right.");
        report.Line();
    }

    private static void Section(LangidReport report, string title)
    {
        report.Line();
        report.Line($"## {title}");
        report.Line();
    }

    private static void Unknown(LangidReport report, IReadOnlyList<LabelledText> rows, string path, string[] languages)
    {
        const double Accepted = 0.7;
        Section(report, "Unknown languages");
        var detector = new ModelDetector(LanguageModel.LoadWith(File.ReadAllBytes(path), languages));
        var theirs = rows.Where(row => languages.Contains(row.Language) && row.Kind == "extra").ToList();
        var accepted = theirs.Where(row => detector.Detect(row.Text, "", null).Confidence >= Accepted).ToList();
        report.Line(string.Create(CultureInfo.InvariantCulture, $"- trained without {string.Join(' ', languages)}: {accepted.Count} of their {theirs.Count} rows accepted at {Accepted} or more ({100.0 * accepted.Count / theirs.Count:0.0} %): {string.Join(' ', accepted.GroupBy(row => row.Language).Select(group => $"{group.Key} {group.Count()}"))}"));
    }

    private static void Cost(LangidReport report, IReadOnlyList<LabelledText> rows, ModelDetector detector, OwnCost own)
    {
        Section(report, "Cost");
        string[] headlines = [.. rows.Where(row => row.Kind == "headline").Select(row => row.Text)];
        var low = new LinguaPeer(highAccuracy: false);
        var ours = DetectorCost.CpuPerText(headlines, Rounds, text => detector.Decide(text, "", null));
        var theirs = DetectorCost.CpuPerText(headlines, 1, text => low.Detect(text));
        report.Line(string.Create(CultureInfo.InvariantCulture, $"- processor time per headline: {ours:0.0} µs; Lingua, low accuracy: {theirs:0} µs; {theirs / ours:0} times as much"));
        report.Line(string.Create(CultureInfo.InvariantCulture, $"- allocated per headline on the steady path: {DetectorCost.AllocatedPerText(detector, headlines):0.##} B (the message that is published is not counted)"));
        report.Line(string.Create(CultureInfo.InvariantCulture, $"- ready after {own.Ready.TotalSeconds:0.00} s ({own.ReadyProcessor.TotalSeconds:0.00} s of processor time), first text included; model and lists {LanguageModel.Bytes / 1e6:0.00} MB"));
        report.Line(string.Create(CultureInfo.InvariantCulture, $"- {own.Strings} random strings: no exception, {own.MicrosecondsPerString:0} µs of processor time each, the slowest took {own.Slowest.TotalMilliseconds:0.0} ms"));
    }

    private static void Article(LangidReport report, ModelDetector detector, string path)
    {
        Section(report, "A real article");
        var lines = File.ReadAllText(path).Split('\n', 2);
        var answer = detector.Detect(lines[0], lines.Length > 1 ? lines[1] : "", null);
        report.Line(string.Create(CultureInfo.InvariantCulture, $"- {answer.Tag} at {answer.Confidence:0.000}, by {answer.DecidedBy}"));
    }
}
