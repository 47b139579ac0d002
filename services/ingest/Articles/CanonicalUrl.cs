namespace NewsMonitor.Ingest.Articles;

/// <summary>One spelling for the addresses under which an article is passed around.</summary>
internal static class CanonicalUrl
{
    // Parameters that only say where a reader came from. Anything else may select the article, so it stays.
    private static readonly string[] TrackingPrefixes = ["utm_", "mtm_", "pk_", "at_"];
    private static readonly HashSet<string> TrackingNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "mc_cid", "mc_eid", "ocid", "cmpid", "ncid", "sr_share", "share", "ref_src",
    };

    /// <summary>
    /// The canonical form: https for http (outlets serve the same article under both), host in lower case, no default port,
    /// no fragment, no tracking parameters, no slash at the end of a path.
    /// </summary>
    /// <param name="url">An absolute http or https address.</param>
    public static string Of(Uri url)
    {
        var port = url.IsDefaultPort ? "" : $":{url.Port}";
        var path = url.AbsolutePath.TrimEnd('/');
        var query = string.Join('&', url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(parameter => !IsTracking(parameter)));
        return $"https://{url.IdnHost.ToLowerInvariant()}{port}{path}{(query.Length > 0 ? "?" + query : "")}";
    }

    private static bool IsTracking(string parameter)
    {
        var name = parameter.Split('=', 2)[0];
        return TrackingNames.Contains(name) || TrackingPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
