using System.Collections.Concurrent;
using System.Globalization;
using NewsMonitor.Tests.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Query;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.Benchmarks.Matching;

/// <summary>Compares the matcher with the naive evaluator, article by article, on any number of threads.</summary>
/// <param name="matcher">A matcher of topics named t0, t1 and so on.</param>
/// <param name="queries">Their queries.</param>
internal sealed class AgreementRun(TopicMatcher matcher, IReadOnlyList<string> queries)
{
    private const int ProgressEvery = 25;

    private readonly QueryNode[] _parsed = [.. queries.Select(QueryParser.Parse)];
    private readonly Lock _counting = new();
    private int _articles;

    public ConcurrentBag<string> Differences { get; } = [];

    public long Answers { get; private set; }

    public long Matches { get; private set; }

    public TimeSpan MatcherTime { get; private set; }

    public TimeSpan NaiveTime { get; private set; }

    /// <summary>Compares all answers on one random article.</summary>
    public void Compare(int seed)
    {
        var random = new RandomQueries(seed);
        var (title, body) = (random.Text(), random.Text());
        var found = new HashSet<string>();
        var fast = ThreadCpu.Of(() => matcher.Find(new MatchInput(title, body, ["en"], "bench", null, []), found));
        var naive = new NaiveEvaluator(Tokenizer.Tokenize(title, body, FoldingProfile.Default));
        var slow = ThreadCpu.Of(() =>
        {
            for (var i = 0; i < _parsed.Length; i++)
            {
                var isFound = found.Contains(string.Create(CultureInfo.InvariantCulture, $"t{i}"));
                if (naive.Holds(_parsed[i]) != isFound)
                    Differences.Add($"{(isFound ? "BEYOND" : "MISSED")}: {queries[i]} on {title.ReplaceLineEndings(" ")} / {body.ReplaceLineEndings(" ")}");
            }
        });
        lock (_counting)
        {
            (Answers, Matches, MatcherTime, NaiveTime) = (Answers + _parsed.Length, Matches + found.Count, MatcherTime + fast, NaiveTime + slow);
            if (++_articles % ProgressEvery == 0) Console.Error.WriteLine($"{_articles} articles, {Differences.Count} differences, matcher {MatcherTime.TotalSeconds:0} s, naive {NaiveTime.TotalSeconds:0} s");
        }
    }
}
