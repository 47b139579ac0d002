using System.CommandLine;
using NewsMonitor.LanguageDetection.Detection;

namespace NewsMonitor.Benchmarks.LanguageDetection;

/// <summary><c>langid-letters</c>: how rare each letter is in each language, counted in the training lines.</summary>
internal static class LettersCommand
{
    public static Command Create()
    {
        var lines = new Argument<string>("lines") { Description = "Training lines, as langid-corpus writes them." };
        var output = new Option<string>("--output") { Description = "Where the letters go.", DefaultValueFactory = _ => "services/language-detection/Model/letters.txt" };
        var command = new Command("langid-letters", "Count the letters of each language.") { lines, output };
        command.SetAction(parsed =>
        {
            File.WriteAllLines(parsed.GetValue(output)!, LetterRarity.Lines(File.ReadLines(parsed.GetValue(lines)!)).Prepend("# Written by langid-letters; see Model/README.md."));
            return 0;
        });
        return command;
    }
}
