using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Finds the topics that match an article: one pass finds the terms, the terms name the candidates, and only these are looked at. The cost grows
/// with the hits, not with the topics, and nothing is allocated unless a query needs to be evaluated the long way.
/// </summary>
internal sealed class TopicSearch(TopicIndex index, LiveSet live, LexiconIndex patterns)
{
    /// <summary>Finds the topics whose query holds. The result belongs to the calling thread and lives until its next search.</summary>
    public MatchScratch Run(MatchInput input)
    {
        var scratch = Read(input);
        scratch.Begin(live.Limit);
        scratch.Check.Begin(index, scratch.Article, live.Limit);
        index.ByLiteral.Collect(scratch.Article.Literals.Found, scratch.Links, scratch.Roots);
        if (index.Queries.HasConcepts) index.ByConcept.Collect(scratch.Article.Concepts.Named, scratch.Links, scratch.Roots);
        foreach (var root in index.Always) scratch.Roots.Add(root);
        Choose(scratch);
        foreach (var (topic, root) in scratch.Candidates.Span)
        {
            if (scratch.Check.Holds(topic, root)) scratch.Matches.Add(topic);
        }

        return scratch;
    }

    // The header of a query stands beside its first nodes, so this also brings them into the cache before they are evaluated.
    private void Choose(MatchScratch scratch)
    {
        var nodes = index.Queries.Nodes.Span;
        foreach (var root in scratch.Roots.Span)
        {
            var topic = NodeArena.ValueOf(nodes[root - 1]);
            if (live.Has(topic) && scratch.IsCandidate.Add(topic)) scratch.Candidates.Add((topic, root));
        }
    }

    /// <summary>Makes an article ready, without looking at any topic.</summary>
    public MatchScratch Read(MatchInput input)
    {
        var scratch = MatchScratch.OfThread;
        var languages = patterns.LanguagesOf(input);
        // The best language decides how letters compare; without one, readers of any language must be able to find their words.
        var profile = Folding.ProfileOf(input.Languages.Count > 0 ? input.Languages[0] : "und");
        var stream = Tokenizer.Tokenize(input.Title, input.Text, profile, scratch.Builder);
        var literals = index.Literals.Of(profile, Array.IndexOf(languages, "ar") >= 0 || Array.IndexOf(languages, "he") >= 0);
        scratch.Article.Begin(input, stream, patterns, languages, profile);
        scratch.Article.Literals.Begin(literals.Count);
        literals.Find(stream, scratch.Article.Literals);
        index.Observe(stream);
        return scratch;
    }
}
