using NewsMonitor.Contracts;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.Ingest.Articles;

/// <summary>Many articles in one request. A bad line is reported with its number and does not hold up the others.</summary>
internal static class ArticleBatch
{
    /// <summary>Accepts NDJSON in lists of up to 64, a transaction each.</summary>
    public static async Task<IResult> SubmitAsync(ReadOnlyMemory<byte> body, AcceptArticle accept, CancellationToken cancellationToken)
    {
        var results = new List<object>();
        var accepted = 0;
        var refused = 0;
        foreach (var lines in Lines(body).Chunk(Topology.MaxItems))
        {
            var good = new List<(int Number, ArticleSubmitted Submission)>();
            foreach (var (number, json) in lines)
            {
                if (SubmissionBody.Parse(json, out var error) is { } submission)
                {
                    good.Add((number, submission));
                    continue;
                }
                refused++;
                results.Add(new { Line = number, Errors = new[] { error } });
            }
            if (good.Count == 0)
                continue;
            var outcomes = await accept.AcceptAsync([.. good.Select(line => line.Submission)], cancellationToken);
            foreach (var (line, outcome) in good.Zip(outcomes))
            {
                if (outcome.Result.Accepted)
                    accepted++;
                else
                    refused++;
                results.Add(outcome.Result.Accepted
                    ? new { Line = line.Number, outcome.Result.Id, outcome.Result.Version, outcome.Result.Duplicate, outcome.Result.Trace }
                    : new { Line = line.Number, outcome.Result.Errors });
            }
        }
        if (results.Count == 0)
            return Problems.Problem(StatusCodes.Status400BadRequest, "No articles", "The body has no lines. Send one article as JSON a line.");
        return Results.Json(
            new { Accepted = accepted, Refused = refused, Results = results },
            statusCode: accepted > 0 ? StatusCodes.Status202Accepted : StatusCodes.Status422UnprocessableEntity);
    }

    private static IEnumerable<(int Number, ReadOnlyMemory<byte> Json)> Lines(ReadOnlyMemory<byte> body)
    {
        var number = 0;
        while (!body.IsEmpty)
        {
            number++;
            var end = body.Span.IndexOf((byte)'\n');
            var line = end < 0 ? body : body[..end];
            body = end < 0 ? default : body[(end + 1)..];
            if (!line.Span.Trim(" \t\r"u8).IsEmpty)
                yield return (number, line);
        }
    }
}
