using System.Globalization;
using System.Text;
using NewsMonitor.Contracts;

namespace NewsMonitor.Alerting.Delivery;

/// <summary>An alert as plain text for a person.</summary>
internal static class AlertText
{
    private const int ClauseColumn = 30;
    private const int WordsPerClause = 6;

    /// <summary>Topic, headline, language, level, and the evidence with its clause.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="reason">Why it is told: <c>new</c> or <c>update:n</c>.</param>
    /// <param name="dashboard">The dashboard's address, or null.</param>
    public static string Render(Alert alert, string reason, string? dashboard)
    {
        // The article that is the news of this message: the first of a new alert, the last of an update.
        var article = reason == "new" ? alert.Articles[0] : alert.Articles[^1];
        var text = new StringBuilder();
        text.AppendLine();
        text.Append(reason == "new" ? "● ALERT   " : "○ UPDATE  ").AppendLine(OneLine(alert.TopicName));
        text.Append("  ").AppendLine(article.Title.Length > 0 ? OneLine(article.Title) : "(no headline)");
        text.Append("  ").AppendJoin("  ·  ", Facts(article).Select(OneLine)).AppendLine();
        foreach (var clause in article.Topic.Clauses.Where(clause => clause.Spans.Count > 0).GroupBy(clause => clause.Clause))
        {
            var words = clause.SelectMany(found => found.Spans).OrderBy(span => span.Field == EvidenceSpan.TitleField ? -1 : span.Start)
                .Select(span => OneLine(span.Text)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            text.Append("    ").Append(OneLine(clause.Key).PadRight(ClauseColumn)).Append(' ').AppendJoin(", ", words.Take(WordsPerClause));
            if (words.Count > WordsPerClause)
                text.Append(CultureInfo.InvariantCulture, $" (+{words.Count - WordsPerClause})");
            text.AppendLine();
        }
        foreach (var passage in article.Topic.Passages.Take(2))
            text.Append("    “").Append(OneLine(passage.Text)).AppendLine("”");
        if (dashboard is not null)
            text.Append("  ").Append(dashboard.TrimEnd('/')).Append("/alerts/").AppendLine(alert.Id.ToString());
        return text.ToString();
    }

    private static IEnumerable<string> Facts(AlertArticle article)
    {
        yield return $"language {article.Language}";
        yield return $"level {article.Topic.Level.ToString().ToLowerInvariant()}";
        yield return article.Source;
        if (article.PublishedAt is { } published)
            yield return published.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        if (article.Url is not null)
            yield return article.Url;
    }

    // Control characters of an article must not reach a terminal.
    private static string OneLine(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
}
