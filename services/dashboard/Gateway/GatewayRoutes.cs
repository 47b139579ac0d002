using Yarp.ReverseProxy.Configuration;

namespace NewsMonitor.Dashboard.Gateway;

/// <summary>Which service answers which address. What is not listed, <c>/internal</c> above all, is not reachable.</summary>
internal static class GatewayRoutes
{
    private static readonly string[] Get = ["GET"];
    private static readonly string[] Post = ["POST"];

    public static IReadOnlyList<RouteConfig> All { get; } =
    [
        Route("submit", "ingest", "/api/articles", Post),
        Route("trace", "ingest", "/api/trace", Get),
        Route("archive", "topic-tagging", "/api/articles", Get),
        Route("article", "topic-tagging", "/api/articles/{id:guid}", Get),
        Route("topics", "topic-tagging", "/api/topics/{**rest}"),
        Route("concepts", "topic-tagging", "/api/concepts/{**rest}"),
        Route("lists", "topic-tagging", "/api/lists/{**rest}"),
        Route("alerts", "alerting", "/api/alerts/{**rest}"),
    ];

    public static IReadOnlyList<ClusterConfig> Clusters(GatewayOptions services) =>
    [
        Cluster("ingest", services.Ingest),
        Cluster("topic-tagging", services.TopicTagging),
        Cluster("alerting", services.Alerting),
    ];

    private static RouteConfig Route(string id, string service, string path, IReadOnlyList<string>? methods = null) =>
        new() { RouteId = id, ClusterId = service, Match = new RouteMatch { Path = path, Methods = methods } };

    private static ClusterConfig Cluster(string service, Uri address) =>
        new() { ClusterId = service, Destinations = new Dictionary<string, DestinationConfig> { [service] = new() { Address = address.AbsoluteUri } } };
}
