using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.Tests.TopicTagging.Matching;

public sealed class PassagesTests
{
    private const string Body = "Nothing here. Alpha meets beta today. Later there is only alpha.\n\nAlpha once more.";

    [Fact]
    public void Sentence_in_which_most_clauses_meet_is_among_the_passages_and_points_at_itself()
    {
        var passages = Of(Body, "alpha", "beta");
        Assert.Equal(["Alpha meets beta today", "Later there is only alpha", "Alpha once more"], passages.Select(passage => passage.Text));
        Assert.All(passages, passage => Assert.Equal(passage.Text, Body.Substring(passage.Start, passage.Length)));
    }

    [Fact]
    public void Endless_sentence_is_cut_around_its_evidence()
    {
        var body = $"{string.Concat(Enumerable.Repeat("word ", 200))}alpha {string.Concat(Enumerable.Repeat("more ", 200))}";
        var passage = Assert.Single(Of(body, "alpha"));
        Assert.InRange(passage.Length, 1, Passages.MaxLength);
        Assert.Contains("alpha", passage.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Headline_alone_has_no_passages() => Assert.Empty(Of("", "alpha"));

    private static IReadOnlyList<EvidenceSpan> Of(string body, params string[] words)
    {
        var clauses = words.Select(word => new MatchedClause(word, null, [.. Find(body, word)])).ToArray();
        return Passages.Of(Tokenizer.Tokenize("A title", body, FoldingProfile.Default), clauses);
    }

    private static IEnumerable<EvidenceSpan> Find(string body, string word)
    {
        for (var at = body.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = body.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            yield return new EvidenceSpan(EvidenceSpan.TextField, at, word.Length, body.Substring(at, word.Length));
    }
}
