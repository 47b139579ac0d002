using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Matching;
using static NewsMonitor.Tests.TopicTagging.Matching.SmallLexicon;

namespace NewsMonitor.Tests.TopicTagging.Matching;

public class EvidenceTests
{
    [Fact]
    public void Spans_are_the_words_at_their_offsets()
    {
        const string Title = "Kim Jong Un hails Russia";
        const string Text = "In North Korea\u200B, they send 100 shells. ";
        var match = Match("country:KP AND country:RU AND theme:arms", Text, title: Title)!;
        foreach (var span in match.Clauses.SelectMany(c => c.Spans))
        {
            var field = span.Field == EvidenceSpan.TitleField ? Title : Text;
            Assert.Equal(span.Text, field.Substring(span.Start, span.Length));
        }

        Assert.Equal(["send", "shells"], match.Clauses.Single(c => c.Clause == "theme:arms").Spans.Select(s => s.Text));
    }

    [Fact]
    public void A_clause_shows_at_most_ten_passages() =>
        Assert.Equal(Evidence.MaxSpans, Match("russia", string.Join(' ', Enumerable.Repeat("Russia", 50)))!.Clauses[0].Spans.Count);

    [Fact]
    public void Explanation_of_a_failure_says_what_came_nearest()
    {
        const string Text = "Russia spoke.\n\nNothing.\n\nNothing more. Japan spoke.";
        var explanations = Matcher("country:RU SENTENCE/1 country:JP", "country:RU SENTENCE country:KP", "japan AND NOT russia").Explain(Input("", Text));
        Assert.All(explanations, e => Assert.False(e.Matched));
        Assert.Equal("both found, nearest 3 sentences apart", explanations[0].Root.Reason);
        Assert.Equal("country:RU found in paragraph 1, country:KP nowhere", explanations[1].Root.Reason);
        Assert.Equal("excluded by russia in paragraph 1", explanations[2].Root.Reason);
        Assert.Contains("- country:KP  nowhere", ExplanationText.Render(explanations[1]), StringComparison.Ordinal);
    }
}
