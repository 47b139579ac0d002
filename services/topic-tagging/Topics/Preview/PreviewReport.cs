using System.Text.Json.Serialization;
using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Topics.Examples;

namespace NewsMonitor.TopicTagging.Topics.Preview;

/// <summary>What a topic would do, measured on the archive.</summary>
/// <param name="Basis">What it was measured on.</param>
/// <param name="Hits">What it finds.</param>
/// <param name="PerDay">The same a day; null when the basis is too short, see <paramref name="PerDayReason"/>.</param>
/// <param name="PerDayReason">Why there is no number a day.</param>
/// <param name="Languages">Articles and hits by language, most articles first.</param>
/// <param name="Samples">Some of what it finds: what would alert first, the newest first.</param>
/// <param name="Against">What changes against the saved version; null when none is saved.</param>
/// <param name="Cost">What matching it costs.</param>
/// <param name="Coverage">In which languages its clauses can match.</param>
/// <param name="Tests">How it does on its tests.</param>
/// <param name="Warnings">What is slow or too broad.</param>
internal sealed record PreviewReport(
    PreviewBasis Basis,
    PreviewHits Hits,
    PreviewRate? PerDay,
    string? PerDayReason,
    IReadOnlyList<PreviewLanguage> Languages,
    IReadOnlyList<PreviewSample> Samples,
    PreviewDifference? Against,
    PreviewCost Cost,
    IReadOnlyList<CoverageLine> Coverage,
    IReadOnlyList<ExampleResult> Tests,
    IReadOnlyList<QueryWarning> Warnings);

/// <summary>How many articles match, by level.</summary>
/// <param name="Alerting">Those that reach the notifying level. One event in many reports is one alert.</param>
/// <param name="Main">At level main.</param>
/// <param name="Substantial">At level substantial.</param>
/// <param name="Mention">At level mention.</param>
internal sealed record PreviewHits(int Alerting, int Main, int Substantial, int Mention)
{
    public int Total => Main + Substantial + Mention;
}

/// <summary>Hits a day.</summary>
internal sealed record PreviewRate(double Alerting, double Total);

/// <summary>Articles read in a language, and hits among them.</summary>
internal sealed record PreviewLanguage(string Language, int Articles, int Alerting, int Hits);

/// <summary>What changes against the saved version, at the level from which each alerts.</summary>
/// <param name="Version">The saved version.</param>
/// <param name="Hits">What the saved version finds.</param>
/// <param name="Gained">How many articles would alert and do not.</param>
/// <param name="Lost">How many would not and do.</param>
/// <param name="GainedSamples">Some of them.</param>
/// <param name="LostSamples">Some of them; the explanation says why the changed topic does not find them.</param>
internal sealed record PreviewDifference(int Version, PreviewHits Hits, int Gained, int Lost, IReadOnlyList<PreviewSample> GainedSamples, IReadOnlyList<PreviewSample> LostSamples);

/// <summary>What matching a topic costs.</summary>
/// <param name="Query">The query's cost per article, in the unit of one word looked up.</param>
/// <param name="EveryArticle">Nothing spares an article the evaluation.</param>
/// <param name="MillisecondsPerThousand">Measured here: reading the texts' words and matching this topic alone, per thousand articles; null without articles.</param>
internal sealed record PreviewCost(int Query, bool EveryArticle, double? MillisecondsPerThousand);

/// <summary>An article of the archive and how the previewed topic does on it.</summary>
internal sealed record PreviewSample(
    Guid Id,
    int Version,
    string Title,
    string Source,
    string? Url,
    string Language,
    DateTimeOffset? PublishedAt,
    DateTimeOffset ReceivedAt,
    [property: JsonConverter(typeof(JsonStringEnumConverter<TopicLevel>))] TopicLevel? Level,
    bool Alerts,
    double? Score,
    IReadOnlyList<EvidenceSpan> Passages,
    TopicExplanation? Explanation);
