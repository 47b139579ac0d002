using System.Globalization;

namespace NewsMonitor.TopicTagging.Topics.Preview;

/// <summary>What a preview rests on.</summary>
/// <param name="Articles">How many articles were read.</param>
/// <param name="Days">How many days they span, to now.</param>
/// <param name="From">The oldest of them was received then; null without articles.</param>
/// <param name="To">The moment of the preview.</param>
/// <param name="Languages">How many of them in each language.</param>
/// <param name="Cut">Why not all articles of the days asked for were read, for people; null when they were.</param>
internal sealed record PreviewBasis(int Articles, double Days, DateTimeOffset? From, DateTimeOffset To, IReadOnlyDictionary<string, int> Languages, string? Cut)
{
    /// <summary>Below this a number a day says more about the week's days than about the topic.</summary>
    public const int MinDaysForRate = 7;

    /// <summary>The basis in one line: "412 articles, 2 days, 9 languages".</summary>
    public string Sentence => Articles == 0
        ? "no articles yet"
        : $"{Count(Articles, "article")}, {(Days < 1 ? "less than a day" : Count((int)Days, "day"))}, {Count(Languages.Count, "language")}{(Cut is null ? "" : $"; {Cut}")}";

    /// <summary>Why there is no number a day; null when there is one.</summary>
    public string? NoRateReason => Days >= MinDaysForRate ? null : $"A number a day needs {MinDaysForRate} days of articles; these span {(Days < 1 ? "less than one" : Count((int)Days, "day"))}.";

    /// <summary>The basis of a scan.</summary>
    /// <param name="languages">The articles read, by language.</param>
    /// <param name="oldest">When the oldest was received.</param>
    /// <param name="now">The time.</param>
    /// <param name="days">The days asked for.</param>
    /// <param name="archiveIsOlder">The archive reaches back beyond them.</param>
    /// <param name="cut">Why the scan ended early, if it did.</param>
    public static PreviewBasis Of(IReadOnlyDictionary<string, int> languages, DateTimeOffset? oldest, DateTimeOffset now, int days, bool archiveIsOlder, string? cut)
    {
        // A quiet day at the far end counts, as long as the monitor was listening then.
        var span = oldest is null ? 0 : cut is null && archiveIsOlder ? days : (now - oldest.Value).TotalDays;
        return new PreviewBasis(languages.Values.Sum(), Math.Round(span, 2), oldest, now, languages, cut);
    }

    private static string Count(int number, string what) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {what}{(number == 1 ? "" : "s")}");
}
