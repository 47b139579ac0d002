namespace NewsMonitor.Benchmarks.Matching;

/// <summary>What matching one document after another took.</summary>
internal sealed class DocumentTimes
{
    private readonly List<double> _microseconds = [];

    public int Documents => _microseconds.Count;

    public long Matches { get; private set; }

    public long Candidates { get; private set; }

    public long Allocated { get; private set; }

    public double MicrosecondsPerDocument => _microseconds.Average();

    public double DocumentsPerSecond => 1_000_000 / MicrosecondsPerDocument;

    /// <summary>The time that a share of the documents stays below.</summary>
    public double Percentile(double share) => _microseconds.Order().ElementAt((int)(share * (_microseconds.Count - 1)));

    /// <summary>Three rounds over the same documents as one: for each document the median time, which other work on the machine disturbs least.</summary>
    public static DocumentTimes Median(DocumentTimes a, DocumentTimes b, DocumentTimes c)
    {
        var median = new DocumentTimes { Matches = c.Matches, Candidates = c.Candidates, Allocated = c.Allocated };
        for (var i = 0; i < c.Documents; i++)
        {
            var (x, y, z) = (a._microseconds[i], b._microseconds[i], c._microseconds[i]);
            median._microseconds.Add(Math.Max(Math.Min(x, y), Math.Min(Math.Max(x, y), z)));
        }

        return median;
    }

    public void Add(TimeSpan time, long matches, long candidates, long allocated)
    {
        _microseconds.Add(time.TotalMicroseconds);
        Matches += matches;
        Candidates += candidates;
        Allocated += allocated;
    }
}
