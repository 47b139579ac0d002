using System.CommandLine;
using System.Globalization;

namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary><c>langid-corpus</c>: training lines for the language model, and the lines that were held out.</summary>
internal static class CorpusCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Folder with sentences/, word-pairs/ and sentences-extra/." };
        var output = new Argument<string>("output") { Description = "File for the training lines; what is held out goes to the same name with .heldout." };
        var rules = new Option<string>("--spanish-letters") { Description = "Rules that put back accents.", DefaultValueFactory = _ => "services/language-detection/Model/spanish-letters.txt" };
        var fold = new Option<string?>("--fold") { Description = "Hold out one fold, for example 0/3.", HelpName = "I/N" };
        var without = new Option<string>("--without") { Description = "Leave languages out, divided by commas.", HelpName = "LANGUAGES", DefaultValueFactory = _ => "" };
        var command = new Command("langid-corpus", "Make training lines for the language model.") { folder, output, rules, fold, without };
        command.SetAction(parsed =>
        {
            int[] numbers = parsed.GetValue(fold) is { } value ? [.. value.Split('/').Select(number => int.Parse(number, CultureInfo.InvariantCulture))] : [-1, 1];
            var holdOut = new HoldOut(numbers[0], numbers[1], parsed.GetValue(without)!.Split(',').ToHashSet());
            var corpus = new TrainingCorpus(parsed.GetValue(folder)!, SpanishLetters.Read(parsed.GetValue(rules)!), holdOut);
            corpus.Build();
            var path = parsed.GetValue(output)!;
            File.WriteAllLines(path, corpus.Lines);
            File.WriteAllLines(path + ".heldout", corpus.HeldOut.Select(row => $"{row.Language}\t{row.Kind}\t{row.Text.Replace('\t', ' ')}"));
            Console.WriteLine($"{corpus.Lines.Count} lines, {corpus.HeldOut.Count} held out");
            return 0;
        });
        return command;
    }
}
