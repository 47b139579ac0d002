using NewsMonitor.Hosting.Http;

namespace NewsMonitor.Ingest.Articles;

/// <summary>Why a submission is refused, by field.</summary>
internal sealed class SubmissionErrors
{
    private readonly Dictionary<string, List<string>> _byField = [];

    /// <summary>True when a text is too large.</summary>
    public bool TooLarge { get; private set; }

    /// <summary>True when there are none.</summary>
    public bool None => _byField.Count == 0;

    /// <summary>Field name to its errors, as problem details list them.</summary>
    public IReadOnlyDictionary<string, string[]> ByField => _byField.ToDictionary(entry => entry.Key, entry => entry.Value.ToArray());

    /// <summary>One sentence an error.</summary>
    public IReadOnlyList<string> Sentences => [.. _byField.SelectMany(entry => entry.Value.Select(error => $"{entry.Key}: {error}"))];

    /// <summary>The errors as an HTTP answer: 413 when a text is too large, else 422.</summary>
    public IResult ToProblem() => TooLarge
        ? Problems.Problem(StatusCodes.Status413PayloadTooLarge, "The article is too large", string.Join(' ', Sentences))
        : Problems.Unprocessable(ByField);

    /// <summary>Adds an error.</summary>
    public void Add(string field, string error)
    {
        if (!_byField.TryGetValue(field, out var errors))
            _byField[field] = errors = [];
        errors.Add(error);
    }

    /// <summary>Adds the error of a field over its size.</summary>
    public void AddTooLarge(string field, int bytes, int limit)
    {
        TooLarge = true;
        Add(field, $"has {bytes:N0} bytes of UTF-8; at most {limit:N0} are accepted.");
    }
}
