using System.Globalization;
using NewsMonitor.Hosting.Http;

namespace NewsMonitor.TopicTagging.Topics;

/// <summary>Optimistic concurrency over HTTP: the version is the ETag of a topic, and <c>If-Match</c> or the body says which one a change starts from.</summary>
internal static class ExpectedVersion
{
    /// <summary>Reads <c>If-Match</c>; the body's version stands in when the header is missing.</summary>
    /// <returns>Null, or the answer that says what is wrong.</returns>
    public static IResult? Read(HttpRequest request, int? inBody, out int? version)
    {
        version = inBody;
        var header = request.Headers.IfMatch.ToString().Trim();
        if (header is "" or "*")
            return null;
        var tag = header.StartsWith("W/", StringComparison.Ordinal) ? header[2..] : header;
        if (!int.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed))
            return Problems.Problem(StatusCodes.Status400BadRequest, "Invalid If-Match", "If-Match names one version as the ETag of GET /api/topics/{id} does, for example \"3\".");
        if (inBody is not null && inBody != parsed)
            return Problems.Problem(StatusCodes.Status400BadRequest, "Two versions", $"If-Match names version {parsed} and the body {inBody}. Give one.");
        version = parsed;
        return null;
    }

    /// <summary>The answer to a change that starts from a version which no longer holds.</summary>
    public static IResult Stale(TopicView current, int? expected) => Results.Problem(
        $"You have changed version {expected} of '{current.Id}'; version {current.Version} holds, saved {current.UpdatedAt:yyyy-MM-dd HH:mm} UTC. Read it, apply your change to it, and send it again.",
        statusCode: StatusCodes.Status409Conflict,
        title: "The topic was changed meanwhile",
        extensions: new Dictionary<string, object?> { ["currentVersion"] = current.Version });

    public static void Tell(HttpResponse response, int version) => response.Headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
