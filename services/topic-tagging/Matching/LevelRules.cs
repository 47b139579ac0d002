using NewsMonitor.Contracts;

namespace NewsMonitor.TopicTagging.Matching;

/// <summary>
/// Decides how much an article is about a topic from where the query's concepts meet: in the title or first paragraph (main), in two
/// paragraphs or throughout a short article (substantial), else in passing (mention).
/// </summary>
internal static class LevelRules
{
    /// <summary>A matter that comes back in another paragraph is no passing remark.</summary>
    public const int SubstantialParagraphs = 2;

    /// <summary>In an article of so few paragraphs one of them is a main part.</summary>
    public const int ShortArticleParagraphs = 2;

    public static LevelVerdict? Judge(Article article, ClauseResult result)
    {
        if (!result.Satisfied) return null;
        if (result.Everywhere && result.Occurrences.Count == 0) return new(TopicLevel.Main, "the query describes the article as a whole", 1);
        var stream = article.Stream;
        var (listings, items) = (article.Listings, article.Items);
        var strong = result.Occurrences.Where(o => !listings.Holds(o) && !Layout.IsFurniture(stream, stream.ParagraphOf(o.First)) && !items.Contains(stream.ParagraphOf(o.First))).ToList();
        if (strong.Count == 0) return Verdict(article, TopicLevel.Mention, Weakness(result), result.Occurrences);
        var lede = article.Lede;
        if (strong.Exists(o => stream.ParagraphOf(o.Last) == 0)) return Verdict(article, TopicLevel.Main, "the concepts meet in the title", strong);
        if (strong.Exists(o => stream.ParagraphOf(o.Last) <= lede)) return Verdict(article, TopicLevel.Main, "the concepts meet in the first paragraph", strong);
        var paragraphs = strong.Select(o => stream.ParagraphOf(o.First)).Distinct().Count();
        if (paragraphs >= SubstantialParagraphs) return Verdict(article, TopicLevel.Substantial, $"the concepts meet in {paragraphs} paragraphs", strong);
        var prose = 0;
        foreach (var paragraph in stream.Paragraphs[1..]) prose += paragraph.Prose ? 1 : 0;
        if (prose <= ShortArticleParagraphs) return Verdict(article, TopicLevel.Substantial, "the concepts meet in a short article", strong);
        return Verdict(article, TopicLevel.Mention, "the concepts meet in one paragraph only, not the first", strong);
    }

    private static string Weakness(ClauseResult result) => result.Occurrences.Count == 0
        ? "the concepts never meet in one paragraph"
        : "the concepts meet only in lists of countries, in items of a roundup, or outside the text proper";

    private static LevelVerdict Verdict(Article article, TopicLevel level, string reason, IReadOnlyList<Occurrence> occurrences) =>
        new(level, reason, MatchScore.Of(article.Stream, level, occurrences));
}
