using System.CommandLine;
using System.Globalization;
using NewsMonitor.TopicTagging.Lexicon;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.Benchmarks.Lexicon;

/// <summary><c>sib200</c>: how many of the countries that a sentence names are found in its translations (repository dadelani/sib-200).</summary>
internal static class Sib200Command
{
    public static Command Create()
    {
        var path = new Argument<string>("path") { Description = "A copy of dadelani/sib-200, or its folder data/annotated." };
        var show = new Option<string?>("--show") { Description = "List every miss and false hit of a language, for example fin_Latn." };
        var command = new Command("sib200", "Recall and precision of country names in 48 languages.") { path, show };
        command.SetAction(parsed =>
        {
            if (Sib200.FolderOf(parsed.GetValue(path)!) is not { } folder)
            {
                Console.Error.WriteLine("No folder eng_Latn there: name a copy of dadelani/sib-200.");
                return 2;
            }

            Run(folder, parsed.GetValue(show));
            return 0;
        });
        return command;
    }

    private static void Run(string folder, string? show)
    {
        var lexicon = LexiconSnapshot.LoadEmbedded();
        var originals = Sib200.Originals(folder);
        var named = EnglishCountries.Load();
        var expected = originals.ToDictionary(sentence => sentence.Key, sentence => named.In(sentence.Value));
        var implied = originals.ToDictionary(sentence => sentence.Key, sentence => Find(lexicon, sentence.Value, "en"));
        Console.WriteLine($"{originals.Count} sentences, {expected.Count(e => e.Value.Count > 0)} name a country; lexicon {lexicon.Version}");
        foreach (var (group, languages) in new[] { ("24 best-resourced languages", Sib200Languages.BestResourced), ("24 others", Sib200Languages.Others) })
        {
            Console.WriteLine($"\n{group,-28} named  found  missed  false  by capital  recall  precision  strict");
            var total = CountryScore.Zero;
            foreach (var (code, tag) in languages)
            {
                var score = Measure(lexicon, Sib200.Read(folder, code), tag, expected, implied, code == show);
                Print($"{code} ({tag})", score);
                total = total.Add(score);
            }

            Print("all (micro average)", total);
        }
    }

    private static CountryScore Measure(LexiconSnapshot lexicon, Dictionary<string, string> sentences, string tag, Dictionary<string, HashSet<string>> expected, Dictionary<string, HashSet<string>> implied, bool show)
    {
        var score = CountryScore.Zero;
        foreach (var (id, sentence) in sentences)
        {
            // A sentence whose original names none is read too: a country found there is false.
            if (!expected.TryGetValue(id, out var countries)) continue;
            var found = Find(lexicon, sentence, tag);
            var extra = found.Except(countries).ToList();
            var missed = countries.Except(found).ToList();
            var byCapital = extra.Count(implied[id].Contains);
            score = score.Add(new CountryScore(countries.Count - missed.Count, missed.Count, extra.Count - byCapital, byCapital));
            if (show && (missed.Count > 0 || extra.Count > byCapital)) Console.WriteLine($"-{string.Join(',', missed)} +{string.Join(',', extra.Except(implied[id]))} {sentence}");
        }

        return score;
    }

    private static HashSet<string> Find(LexiconSnapshot lexicon, string sentence, string tag)
    {
        var profile = Folding.ProfileOf(tag);
        var stream = Tokenizer.Tokenize("", sentence, profile);
        var hits = LexiconIndex.Of(lexicon).Find(stream, LanguageChoice.For([tag], lexicon, "", sentence), profile);
        return [.. hits.Own.Keys.Where(concept => lexicon[concept].Kind == Concept.CountryKind).Select(concept => lexicon[concept].Id["country:".Length..])];
    }

    private static void Print(string name, CountryScore score) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-28} {score.Found + score.Missed,5}  {score.Found,5}  {score.Missed,6}  {score.False,5}  {score.ByCapital,10}  {100 * score.Recall,6:0.0}  {100 * score.Precision,9:0.0}  {100 * score.StrictPrecision,6:0.0}"));
}
