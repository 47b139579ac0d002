using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using NewsMonitor.LanguageDetection.Text;

namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary><c>langid-golden</c>: what fastText itself says of headlines and paragraphs, for the test that compares our reader with it.</summary>
internal static class GoldenCommand
{
    public static Command Create()
    {
        var articles = new Argument<string>("articles") { Description = "Articles, one JSON object with title and body a line." };
        var model = new Argument<string>("model") { Description = "The model (*.ftz)." };
        var output = new Argument<string>("output") { Description = "File for label, probability and words, divided by tabs." };
        var command = new Command("langid-golden", "Store the reference program's answers; needs fasttext.") { articles, model, output };
        command.SetAction(parsed =>
        {
            var lines = File.ReadLines(parsed.GetValue(articles)!).SelectMany(TextsOf).Select(Normalised).Where(line => line.Length > 0).Distinct().ToList();
            File.WriteAllLines(parsed.GetValue(output)!, Predict(parsed.GetValue(model)!, lines));
            return 0;
        });
        return command;
    }

    private static IEnumerable<string> TextsOf(string article)
    {
        using var document = JsonDocument.Parse(article);
        yield return document.RootElement.GetProperty("title").GetString()!;
        yield return document.RootElement.GetProperty("body").GetString()!.Split('\n')[0];
    }

    private static string Normalised(string text)
    {
        var words = new WordBuffer();
        Tokens.Read(Composition.Compose(text, new char[text.Length]), words);
        var result = new StringBuilder();
        foreach (var word in words.Words)
            result.Append(Encoding.UTF8.GetString(words.BytesOf(word)[1..^1])).Append(' ');
        return result.ToString().TrimEnd();
    }

    private static List<string> Predict(string model, List<string> lines)
    {
        var input = Path.GetTempFileName();
        File.WriteAllLines(input, lines);
        using var program = Process.Start(new ProcessStartInfo("fasttext", ["predict-prob", model, input]) { RedirectStandardOutput = true })!;
        var answers = program.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        program.WaitForExit();
        File.Delete(input);
        return [.. answers.Zip(lines, (answer, line) => $"{answer.Replace("__label__", "", StringComparison.Ordinal).Replace(' ', '\t')}\t{line}")];
    }
}
