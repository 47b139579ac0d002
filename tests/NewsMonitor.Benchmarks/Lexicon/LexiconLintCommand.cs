using System.CommandLine;
using NewsMonitor.TopicTagging.Lexicon;

namespace NewsMonitor.Benchmarks.Lexicon;

/// <summary><c>lexicon-lint</c>: every pattern that needs a second look, for the person who reviews the lexicon.</summary>
internal static class LexiconLintCommand
{
    public static Command Create()
    {
        var all = new Option<bool>("--all") { Description = "The overlapping and doubled patterns too, which cost nothing but size." };
        var command = new Command("lexicon-lint", "Patterns of the lexicon that are ambiguous, too short, stop words, doubled or within others.") { all };
        command.SetAction(parsed =>
        {
            var findings = LexiconLint.Check(LexiconSnapshot.LoadEmbedded());
            foreach (var finding in findings.Where(f => parsed.GetValue(all) || f.Kind is not ("overlapping" or "duplicate"))) Console.WriteLine(finding);
            foreach (var kind in findings.CountBy(f => f.Kind)) Console.Error.WriteLine($"{kind.Key}: {kind.Value}");
            return 0;
        });
        return command;
    }
}
