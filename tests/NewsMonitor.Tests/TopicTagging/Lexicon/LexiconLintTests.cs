using NewsMonitor.TopicTagging.Lexicon;
using static NewsMonitor.Tests.TopicTagging.Matching.SmallLexicon;

namespace NewsMonitor.Tests.TopicTagging.Lexicon;

public class LexiconLintTests
{
    private static readonly string Reviewed = Path.Combine(AppContext.BaseDirectory, "data", "lexicon", "reviewed-findings.tsv");

    /// <summary>Overlapping and doubled patterns cost nothing but size: they are reported to people, and only counted here.</summary>
    private const int MaxHarmless = 4_000;

    [Fact]
    public void Every_finding_has_been_reviewed()
    {
        var findings = LexiconLint.Check(LexiconSnapshot.LoadEmbedded());
        var harmful = findings.Where(f => f.Kind is not ("overlapping" or "duplicate")).Select(f => f.ToString()).Distinct().ToHashSet();
        var reviewed = File.ReadAllLines(Reviewed).Where(line => line.Length > 0 && line[0] != '#').ToHashSet();
        Assert.Empty(harmful.Except(reviewed).Order(StringComparer.Ordinal));
        // A finding that was mended leaves the list, so that it cannot come back unnoticed.
        Assert.Empty(reviewed.Except(harmful).Order(StringComparer.Ordinal));
        Assert.InRange(findings.Count - harmful.Count, 0, MaxHarmless);
    }

    [Fact]
    public void Each_kind_is_found()
    {
        var lexicon = new LexiconSnapshot(
            [
                Concept("country:XX", [], [("en", P(["the", "ab", "Land", "Land", "Landish%", "Landisher"]))]),
                Concept("place:land", [], [("en", P(["Land"]))]),
            ],
            [],
            "lint");
        Assert.Equal(["ambiguous", "duplicate", "overlapping", "stop word", "too short"], LexiconLint.Check(lexicon).Select(f => f.Kind).Distinct());
    }
}
